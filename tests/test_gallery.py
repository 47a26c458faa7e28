"""The gallery shows a small picture of every document."""

import re

from tests.conftest import ROOT

GALLERY = ROOT / "docs/gallery"


def test_every_picture_is_shown_and_small() -> None:
    shown = re.findall(r"!\[.+?\]\((.+?)\)", (GALLERY / "README.md").read_text("utf-8"))
    there = {path.name: path.stat().st_size for path in GALLERY.glob("*.png")}
    assert sorted(shown) == sorted(there)
    assert len(shown) >= 12
    assert [name for name, size in there.items() if size >= 60_000] == []
