"""Equal Earth: areas keep their proportion, so that a filled state is not made large by the north.

Source: B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", International Journal
of Geographical Information Science 33 (2019), pp. 454-465, equations 7 and 8, on a sphere.
"""

from __future__ import annotations

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
M = sqrt(3) / 2


@lru_cache(maxsize=20_000)
def _parallel(hundredths: int) -> tuple[float, float]:
    """Of a latitude in hundredths of a degree: units a hundredth of longitude, and northing."""
    theta = asin(M * sin(radians(hundredths / 100)))
    square = theta * theta
    sixth = square**3
    width = cos(theta) / (M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)))
    height = theta * (A1 + A2 * square + sixth * (A3 + A4 * square))
    return radians(0.01) * width * 100_000, height * 100_000


def project(longitude: int, latitude: int) -> tuple[float, float]:
    """East and north of a point, its longitude counted from the middle of the map.

    Both are given in hundredths of a degree; the result is in hundred-thousandths of the globe's
    radius, 63.7 m each.
    """
    width, height = _parallel(latitude)
    return longitude * width, height


def width_at(latitude: int) -> float:
    """Units that a hundredth of a degree of longitude takes at a latitude."""
    return _parallel(latitude)[0]


def northing(latitude: int) -> float:
    """How far north of the equator a latitude lies, in units."""
    return _parallel(latitude)[1]


def latitude_at(north: float) -> int:
    """The latitude, in hundredths of a degree, that lies at a northing; the pole beyond it."""
    low, high = -9_000, 9_000
    while low < high:
        middle = (low + high) // 2
        if northing(middle) < north:
            low = middle + 1
        else:
            high = middle
    return low
