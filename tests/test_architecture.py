"""What the papers beside the code say of it."""

from fontTools.ttLib import TTFont

from tests.conftest import ROOT

PACKAGE = ROOT / "src/eplan"


def test_the_page_on_the_architecture_names_every_module() -> None:
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    modules = [path.name for path in PACKAGE.glob("*.py") if not path.name.startswith("__")]
    layers = [f"{path.name}/" for path in PACKAGE.iterdir() if (path / "__init__.py").exists()]
    assert [name for name in (*modules, *layers) if f"`{name}`" not in page] == []


def test_the_licence_of_the_fonts_stands_beside_them_with_their_copyright() -> None:
    licence = (PACKAGE / "render/fonts/OFL.txt").read_text("utf-8")
    for path in sorted((PACKAGE / "render/fonts").glob("*.?tf")):
        with TTFont(path, lazy=True) as font:
            copyright_lines = font["name"].getDebugName(0).splitlines()
        assert copyright_lines
        assert [line for line in copyright_lines if line not in licence] == []
        assert path.name in licence
