"""A point on the earth with how exactly it was written."""

import math
from dataclasses import dataclass
from typing import Literal

POLE, DATE_LINE = 90.0, 180.0  # degrees
# The mean radius of the GRS 80 ellipsoid, (2a + b) / 3 (Moritz 2000). A sphere is within 0.56 % of the ellipsoid.
EARTH_RADIUS_KM = 6371.0088
KM_PER_DEGREE = EARTH_RADIUS_KM * math.pi / 180
Writing = Literal["decimal", "dms", "mgrs", "link"]


@dataclass(frozen=True, slots=True)
class Point:
    """WGS 84 degrees, and the radius in kilometres that the writing itself leaves open.

    The radius is half the last digit's worth: "36.2" may be 36.15 or 36.25. It
    says nothing of whether the source was right. `remark` is what a reader
    should know: that a link shows a map's middle, for example.

    >>> Point(36.2, 37.15, 0.01, "decimal")
    Point(lat=36.2, lon=37.15, radius_km=0.01, writing='decimal', remark=None)
    """

    lat: float
    lon: float
    radius_km: float
    writing: Writing
    remark: str | None = None

    def __post_init__(self) -> None:
        if not (abs(self.lat) <= POLE and abs(self.lon) <= DATE_LINE and self.radius_km >= 0):
            msg = f"{self.lat}, {self.lon} ± {self.radius_km} km is not on the earth"
            raise ValueError(msg)
