"""Between degrees and metres: the transverse Mercator projection of UTM, on WGS 84.

Krüger's series to the fourth order in the third flattening, as Karney gives
them ("Transverse Mercator with an accuracy of a few nanometers", Journal of
Geodesy 85, 2011, equations 7 to 11, 14, 35 and 36): well below a millimetre within a zone.
"""

import math

_A = 6378137.0  # metres, WGS 84 (NIMA TR8350.2)
_F = 1 / 298.257223563
_N = _F / (2 - _F)
_E = math.sqrt(_F * (2 - _F))
_K0 = 0.9996  # UTM's scale on the central meridian
_RECTIFYING = _A / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_ALPHA = (
    _N / 2 - 2 * _N**2 / 3 + 5 * _N**3 / 16 + 41 * _N**4 / 180,
    13 * _N**2 / 48 - 3 * _N**3 / 5 + 557 * _N**4 / 1440,
    61 * _N**3 / 240 - 103 * _N**4 / 140,
    49561 * _N**4 / 161280,
)
_BETA = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440,
    17 * _N**3 / 480 - 37 * _N**4 / 840,
    4397 * _N**4 / 161280,
)
_FALSE_EASTING, _FALSE_NORTHING = 500_000.0, 10_000_000.0  # metres; the latter south of the equator
_NEWTON_STEPS = 5  # two or three reach the last bit (Karney)


def central_meridian(zone: int) -> float:
    """Return the longitude in the middle of a UTM zone, in degrees."""
    return zone * 6 - 183


def to_utm(lat: float, lon: float, zone: int) -> tuple[float, float]:
    """Return easting and northing in metres, without the false northing of the south.

    >>> [round(x) for x in to_utm(36.0, 39.0, 37)]
    [500000, 3983948]
    """
    lam = math.radians((lon - central_meridian(zone) + 540) % 360 - 180)
    sin_phi = math.sin(math.radians(lat))
    tau = math.sinh(math.atanh(sin_phi) - _E * math.atanh(_E * sin_phi))
    xi = math.atan2(tau, math.cos(lam))
    eta = math.asinh(math.sin(lam) / math.hypot(tau, math.cos(lam)))
    x, y = eta, xi
    for j, alpha in enumerate(_ALPHA, 1):
        y += alpha * math.sin(2 * j * xi) * math.cosh(2 * j * eta)
        x += alpha * math.cos(2 * j * xi) * math.sinh(2 * j * eta)
    return _FALSE_EASTING + _K0 * _RECTIFYING * x, _K0 * _RECTIFYING * y


def from_utm(easting: float, northing: float, zone: int) -> tuple[float, float]:
    """Return latitude and longitude in degrees; `northing` is negative south of the equator.

    >>> [round(x, 6) for x in from_utm(500000.0, 3983948.453, 37)]
    [36.0, 39.0]
    """
    xi, eta = northing / (_K0 * _RECTIFYING), (easting - _FALSE_EASTING) / (_K0 * _RECTIFYING)
    x, y = eta, xi
    for j, beta in enumerate(_BETA, 1):
        y -= beta * math.sin(2 * j * xi) * math.cosh(2 * j * eta)
        x -= beta * math.cos(2 * j * xi) * math.sinh(2 * j * eta)
    tau = math.sin(y) / math.hypot(math.sinh(x), math.cos(y))
    lam = math.degrees(math.atan2(math.sinh(x), math.cos(y)))
    return math.degrees(math.atan(_geodetic(tau))), (central_meridian(zone) + lam + 540) % 360 - 180


def _geodetic(conformal: float) -> float:
    tau = conformal / (1 - _E**2)
    for _ in range(_NEWTON_STEPS):
        root = math.hypot(1, tau)
        sigma = math.sinh(_E * math.atanh(_E * tau / root))
        tried = tau * math.hypot(1, sigma) - sigma * root
        slope = (1 + (1 - _E**2) * tau**2) / ((1 - _E**2) * math.hypot(1, tried) * root)  # his equation 20
        tau += (conformal - tried) * slope
    return tau
