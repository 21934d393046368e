#!/usr/bin/env python3
"""Writes Datasette's metadata of a registry from its manual:  datasette_metadata.py schema/README.md bonds

The second argument is the name of the database there, which is that of its file without .db. Every table and view gets the
first paragraph of its section as its description, and every column its meaning.
"""

import json
import re
import sys


def codes(text):
    return re.findall(r"`([^`]+)`", text)


def plain(text):
    """Without links, which would lead nowhere."""
    return re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text).replace("\n", " ").strip()


def described(section):
    """The first paragraph of a section, and the columns of its first table."""
    paragraphs = [part for part in section.strip().split("\n\n") if part]
    description = "" if paragraphs[0].startswith("|") else plain(paragraphs[0])
    table = next(part for part in paragraphs if part.startswith("|"))
    columns = {}
    for line in table.split("\n")[2:]:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        for column in codes(cells[0]):
            columns[column] = plain(cells[-1])
    return {"description": description, "columns": columns}


def tables_of(manual):
    tables = {}
    sections = re.split(r"^#{2,3} (.*)\n", manual, flags=re.MULTILINE)[1:]
    for heading, section in zip(sections[::2], sections[1::2]):
        for name in codes(heading):
            tables[name] = described(section)
    return tables


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: datasette_metadata.py schema/README.md DATABASE")
    with open(sys.argv[1], encoding="utf-8") as manual:
        tables = tables_of(manual.read())
    metadata = {
        "title": "Twin towns",
        "databases": {sys.argv[2]: {"description": "A registry of twin towns.", "tables": tables}},
    }
    json.dump(metadata, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
