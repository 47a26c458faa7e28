"""How far two places on the map are from each other, and which places lie inside which circles."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

_EARTH = 6_371_000.0
_METRES_PER_DEGREE = radians(1) * _EARTH


class Spot(NamedTuple):
    """A place, in degrees."""

    lat: float
    lon: float
    name: str


class Circle(NamedTuple):
    """A place and how many metres it reaches."""

    lat: float
    lon: float
    radius: float
    name: str


def metres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great-circle distance of two points given in degrees."""
    phi, other_phi = radians(lat), radians(other_lat)
    lift, turn = sin((other_phi - phi) / 2), sin(radians(other_lon - lon) / 2)
    return 2 * _EARTH * asin(min(1.0, sqrt(lift * lift + cos(phi) * cos(other_phi) * turn * turn)))


def inside(spots: Iterable[Spot], circles: Iterable[Circle]) -> Iterator[tuple[Spot, Circle, float]]:
    """Each spot with each circle that it lies in, and its distance from the middle."""
    ordered = sorted(circles)
    lats = [circle.lat for circle in ordered]
    widest = max((circle.radius for circle in ordered), default=0.0) / _METRES_PER_DEGREE
    for spot in spots:
        for circle in ordered[bisect_left(lats, spot.lat - widest) : bisect_right(lats, spot.lat + widest)]:
            distance = metres(spot.lat, spot.lon, circle.lat, circle.lon)
            if distance <= circle.radius:
                yield spot, circle, distance
