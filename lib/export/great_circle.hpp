#pragma once

#include <vector>

#include <twinning/city.hpp>

namespace twinning {

using Line = std::vector<Coordinates>;

/// The shortest way between two places over a globe of radius 6371.0088 km (the mean radius R1 of the IUGG), with a
/// vertex about each 100 km: each line has two positions or more. It is parted at the 180th meridian, as RFC 7946,
/// section 3.1.9, asks. Between antipodes, where every way is as short, it goes over the north pole.
///
/// The angle and the points between are those of K. Gade, "A Non-singular Horizontal Position Representation", The
/// Journal of Navigation 63 (2010): vectors from the centre of the globe, which know neither poles nor meridians.
std::vector<Line> great_circle(const Coordinates& from, const Coordinates& to);

}  // namespace twinning
