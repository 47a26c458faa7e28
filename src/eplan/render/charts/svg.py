"""The few SVG elements that charts are made of. Every text is escaped here and nowhere else, and none is cut off."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Literal, NamedTuple

from eplan.render.charts.lettering import SIZE
from eplan.render.hidden import visible

FONT = "Eplan Hei, Noto Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"
WIDTH = 720.0
"""All charts are this wide; on A4 paper a text of 11 is then printed in 7 points."""
INK, MUTED, RULE, PAPER = "#22262e", "#555c66", "#c9cdd3", "#ffffff"
Tone = Literal["good", "late", "open", "bad"]
FILLS: dict[str, str] = {"good": "#34805d", "late": "#e3b65c", "open": PAPER, "bad": "#7d1313"}
"""From light to dark: open, late, good, bad. In grey they are told apart by that, and numbers stand in them."""
EDGES: dict[str, str] = {"good": "#34805d", "late": "#9a7422", "open": "#6b7686", "bad": "#7d1313"}
INKS: dict[str, str] = {"good": PAPER, "late": INK, "open": INK, "bad": PAPER}
LEADING = 1.25
Anchor = Literal["start", "middle", "end"]


class Canvas(NamedTuple):
    """A drawing of a height in points, with its content in words for those who cannot see it."""

    height: float
    title: str
    parts: tuple[str, ...]

    def __str__(self) -> str:
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(WIDTH)} {number(self.height)}" '
            f'role="img" font-family="{FONT}" font-size="{number(SIZE)}">'
        )
        return "".join((head, f"<title>{escape(visible(self.title), quote=False)}</title>", *self.parts, "</svg>"))


def number(value: float) -> str:
    """A coordinate, short and always written the same way."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def rect(x: float, y: float, width: float, height: float, fill: str, stroke: str = "") -> str:
    edge = f' stroke="{stroke}" stroke-width="0.8"' if stroke else ""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(max(width, 0))}" height="{number(height)}" '
        f'fill="{fill}"{edge}/>'
    )


def line(x1: float, y1: float, x2: float, y2: float, stroke: str = RULE, width: float = 0.6, dash: str = "") -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" stroke="{stroke}" '
        f'stroke-width="{number(width)}"{dashed}/>'
    )


def label(
    x: float, y: float, words: str, *, anchor: Anchor = "start", fill: str = INK, size: float = SIZE, bold: bool = False
) -> str:
    """A line of text."""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{number(x)}" y="{number(y)}" text-anchor="{anchor}" fill="{fill}" '
        f'font-size="{number(size)}"{weight}>{escape(visible(words), quote=False)}</text>'
    )


def labels(
    x: float, y: float, lines: Iterable[str], *, anchor: Anchor = "start", fill: str = INK, size: float = SIZE
) -> Iterator[str]:
    """Lines of text one below the other; `y` is the base of the first."""
    for index, words in enumerate(lines):
        yield label(x, y + index * size * LEADING, words, anchor=anchor, fill=fill, size=size)


def height_of(lines: int, size: float = SIZE) -> float:
    """How high so many lines are."""
    return lines * size * LEADING


def polygon(points: Iterable[tuple[float, float]], fill: str, stroke: str = "") -> str:
    listed = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    edge = f' stroke="{stroke}" stroke-width="0.8"' if stroke else ""
    return f'<polygon points="{listed}" fill="{fill}"{edge}/>'


def polyline(points: Iterable[tuple[float, float]], stroke: str) -> str:
    listed = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return f'<polyline points="{listed}" fill="none" stroke="{stroke}" stroke-width="1.4"/>'


def diamond(x: float, y: float, size: float) -> tuple[tuple[float, float], ...]:
    return ((x, y - size), (x + size, y), (x, y + size), (x - size, y))


def triangle(x: float, y: float, size: float) -> tuple[tuple[float, float], ...]:
    return ((x - size, y + size), (x + size, y + size), (x, y - size))
