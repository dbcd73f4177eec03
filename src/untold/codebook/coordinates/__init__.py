"""Coordinates are words too: what a pair of degrees, a grid reference or a map's link means.

A monitor's column, a belligerent's statement and a person's note give points
in a handful of writings. What each of them says, and how much its last digit
leaves open, is the same for whoever reads it.
"""
