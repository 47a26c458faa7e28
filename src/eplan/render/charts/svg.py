"""The few SVG elements that the charts are made of. Every text is escaped here and nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

FONT = "Eplan Hei, Noto Sans SC, Noto Sans CJK SC, sans-serif"
INK, MUTED, RULE, PAPER = "#22262e", "#5c636e", "#c9cdd3", "#ffffff"
FILLS = {"good": "#2f6b4f", "late": "#b7791f", "open": "#8fa3bf", "bad": "#9b2c2c", "muted": "#d9dce1", "": "#4a6fa5"}
"""Fills that differ in lightness too, so that they can be told apart in grey."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A drawing of a size in points, with its content in words for those who cannot see it."""

    width: float
    height: float
    title: str
    parts: tuple[str, ...]

    def __str__(self) -> str:
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(self.width)} {number(self.height)}" '
            f'role="img" font-family={quoteattr(FONT)} font-size="9">'
        )
        return "".join((head, f"<title>{escape(self.title)}</title>", *self.parts, "</svg>"))


def number(value: float) -> str:
    """A coordinate, short and always written the same way."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def rect(x: float, y: float, width: float, height: float, fill: str, stroke: str = "") -> str:
    edge = f' stroke="{stroke}" stroke-width="0.6"' if stroke else ""
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
    x: float, y: float, words: str, *, anchor: str = "start", fill: str = INK, size: float = 9, bold: bool = False
) -> str:
    """A line of text; `anchor` is start, middle or end."""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{number(x)}" y="{number(y)}" text-anchor="{anchor}" fill="{fill}" '
        f'font-size="{number(size)}"{weight}>{escape(words)}</text>'
    )


def polygon(points: Iterable[tuple[float, float]], fill: str) -> str:
    listed = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return f'<polygon points="{listed}" fill="{fill}"/>'


def polyline(points: Iterable[tuple[float, float]], stroke: str, dash: str = "") -> str:
    listed = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{listed}" fill="none" stroke="{stroke}" stroke-width="1.4"{dashed}/>'


def width_of(words: str, size: float = 9) -> float:
    """Roughly how wide a text is: Chinese characters a full em, others a little over half."""
    return sum(size if ord(letter) > 0x2E7F else size * 0.56 for letter in words)


def shortened(words: str, room: float, size: float = 9) -> str:
    """The text, cut to what fits."""
    if width_of(words, size) <= room:
        return words
    kept = words
    while kept and width_of(kept + "…", size) > room:
        kept = kept[:-1]
    return kept + "…"
