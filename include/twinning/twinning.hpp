#pragma once

/// The whole library but format.hpp, which needs fmt.

#include <twinning/bond.hpp>
#include <twinning/city.hpp>
#include <twinning/code.hpp>
#include <twinning/date.hpp>
#include <twinning/error.hpp>
#include <twinning/export_file.hpp>
#include <twinning/figures.hpp>
#include <twinning/id.hpp>
#include <twinning/import_file.hpp>
#include <twinning/maintenance.hpp>
#include <twinning/network.hpp>
#include <twinning/registry.hpp>
#include <twinning/snapshot.hpp>
#include <twinning/source.hpp>
#include <twinning/time.hpp>
#include <twinning/transaction.hpp>
