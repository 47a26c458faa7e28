"""Our SVG charts as PNG, for formats that know no SVG."""

import tempfile
from pathlib import Path

import typst

from eplan.render.fonts import FOLDER

_SOURCE = '#set page(width: auto, height: auto, margin: 0pt, fill: white)\n#image("chart.svg")\n'
RESOLUTION = 200.0


def png(svg: str) -> bytes:
    """The drawing at 200 dots an inch, in the fonts that ship with eplan."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "chart.svg").write_text(svg, "utf-8")
        (root / "main.typ").write_text(_SOURCE, "utf-8")
        drawn = typst.compile(
            root / "main.typ", format="png", ppi=RESOLUTION, font_paths=[FOLDER], ignore_system_fonts=True
        )
    if not isinstance(drawn, bytes):
        raise TypeError("one chart is one page")
    return drawn
