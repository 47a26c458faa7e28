"""Lines over the quarters: one value a quarter, the last one written out."""

from collections.abc import Iterator
from dataclasses import dataclass

from eplan.render.charts.svg import INK, MUTED, RULE, Canvas, label, line, polyline, rect

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720.0, 190.0, 30.0, 190.0, 12.0, 22.0
_STROKES = (("#22262e", ""), ("#9b2c2c", "6 3"), ("#4a6fa5", "2 2"), ("#2f6b4f", "8 2 2 2"), ("#b7791f", "1 3"))


@dataclass(frozen=True, slots=True)
class Series:
    """A named line; values from 0 to 100."""

    name: str
    values: tuple[float, ...]


def trend(title: str, names: tuple[str, ...], series: tuple[Series, ...]) -> str:
    """Lines as SVG; dashes tell them apart in grey."""
    parts = [*_frame(names)]
    for index, item in enumerate(series):
        stroke, dash = _STROKES[index % len(_STROKES)]
        points = [(_x(position, len(names)), _y(value)) for position, value in enumerate(item.values)]
        parts += [polyline(points, stroke, dash), *(rect(x - 1.5, y - 1.5, 3, 3, stroke) for x, y in points)]
        y = TOP + 12 * index + 8
        parts += [
            line(WIDTH - RIGHT + 20, y - 3, WIDTH - RIGHT + 44, y - 3, stroke, 1.4, dash),
            label(WIDTH - RIGHT + 48, y, f"{item.name} {item.values[-1]:g}", size=8, fill=INK),
        ]
    return str(Canvas(WIDTH, HEIGHT, title, tuple(parts)))


def _frame(names: tuple[str, ...]) -> Iterator[str]:
    for value in (0, 25, 50, 75, 100):
        yield line(LEFT, _y(value), WIDTH - RIGHT, _y(value), RULE, 0.5)
        yield label(LEFT - 4, _y(value) + 3, str(value), anchor="end", size=8, fill=MUTED)
    for index, name in enumerate(names):
        yield label(_x(index, len(names)), HEIGHT - 8, name, anchor="middle", size=8, fill=MUTED)


def _x(index: int, count: int) -> float:
    room = WIDTH - RIGHT - LEFT - 20
    return LEFT + 10 + (room * index / (count - 1) if count > 1 else room / 2)


def _y(value: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - min(max(value, 0), 100) / 100)
