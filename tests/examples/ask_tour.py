"""Asks a registry the questions of a tour that is written for the sqlite3 shell, by Python's own module, and prints
what the shell would. Usage: ask_tour.py REGISTRY TOUR [EXTENSION]"""

import sqlite3
import sys


def ask(registry, statement):
    cursor = registry.execute(statement)
    rows = cursor.fetchall()
    if rows:
        print(" | ".join(column[0] for column in cursor.description))
    for row in rows:
        print(" | ".join("" if value is None else str(value) for value in row))


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    registry = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    if len(sys.argv) > 3:
        registry.enable_load_extension(True)
        registry.load_extension(sys.argv[3])
    with open(sys.argv[2], encoding="utf-8") as tour:
        statement = ""
        for line in tour:
            if not statement and line.startswith((".", "--", "\n")):
                if line.startswith(".print"):
                    print(line.removeprefix(".print").strip())
                continue
            statement += line
            if sqlite3.complete_statement(statement):
                ask(registry, statement)
                statement = ""
    if statement:
        sys.exit(f"the tour ends within a statement: {statement}")


main()
