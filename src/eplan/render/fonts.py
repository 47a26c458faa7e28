"""The fonts that ship with eplan: where they are, and which characters they lack."""

from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"
