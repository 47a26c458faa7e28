"""PDF files read back without other programs: standards, fonts, the same bytes, characters that no font has."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from eplan.cli.app import run
from eplan.messages import Refusal, translator
from eplan.render import typesetting
from eplan.render.blocks import Cell, Column, Contents, Heading, Paper, Paragraph, Row, Run, Table, row, text
from eplan.render.pdf import archival_pdf, pdf
from eplan.render.templating import built_in
from tests.conftest import write_folder
from tests.test_book import DAY, bound

CHINESE = translator("zh-CN")
RARE = "\U00031350"
"""A character for names that none of the shipped fonts has."""


def of_words(words: str) -> Paper:
    blocks = (
        Contents("目录", 1),
        Heading(1, "总则", "general", "1"),
        Paragraph((*text(words), Run("楷体", "emphasis"), Run("重点", "strong"))),
        Table((Column("单位"), Column("数")), (row("区林业局", 3),)),
    )
    return Paper("汇编", "", "zh-CN", (("截至", "2012-12-31"),), blocks, day=DAY)


def fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for page in pdf.pages:
        for font in page.obj.Resources.get("/Font", pikepdf.Dictionary()).values():
            yield from font.get("/DescendantFonts", [font])


def test_every_font_is_inside_the_file() -> None:
    with pikepdf.open(BytesIO(pdf(of_words("正文"), CHINESE))) as document:
        found = [font.FontDescriptor for font in fonts(document)]
        assert len(found) >= 4
        assert all("/FontFile2" in font or "/FontFile3" in font for font in found)


def test_archival_is_pdf_a_2a_and_pdf_ua_1() -> None:
    with pikepdf.open(BytesIO(archival_pdf(bound(), CHINESE))) as document:
        about = document.open_metadata()
        found = (about["pdfaid:part"], about["pdfaid:conformance"], about["pdfuaid:part"])
        assert found == ("2", "A", "1")
        assert document.Root.MarkInfo.Marked


def test_archival_has_no_links_in_repeated_heads() -> None:
    words = (Run("总则", link="#general", page=True),)
    rows = (Row((Cell(words, span=2),), is_head=True), *(row("区林业局", place) for place in range(90)))
    blocks = (Heading(1, "总则", "general"), Table((Column("单位"), Column("数")), rows))
    written = archival_pdf(replace(of_words("正文"), blocks=blocks), CHINESE)
    with pikepdf.open(BytesIO(written)) as document:
        assert len(document.pages) > 2


@pytest.mark.parametrize("write", [pdf, archival_pdf])
def test_two_runs_give_the_same_bytes(write: object) -> None:
    assert callable(write)
    assert write(of_words("正文"), CHINESE) == write(of_words("正文"), CHINESE)


@pytest.mark.parametrize("large", [False, True], ids=["small", "large"])
@pytest.mark.parametrize("mistake", ["#nosuch()", '#read("/etc/passwd")', '#import "@preview/cetz:0.2.2"'])
def test_mistake_in_an_own_template_is_one_line_that_names_it(
    mistake: str, large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if large:
        monkeypatch.setattr(typesetting, "LARGE", 0)
    with pytest.raises(Refusal, match=r"^templates/typst/report\.typ [^\n]+$") as told:
        pdf(of_words("正文"), CHINESE, {"typst/report.typ": f"{built_in()['typst/report.typ']}\n{mistake}"})
    assert "TypstError" not in str(told.value)


def test_archival_is_refused_where_a_character_has_no_glyph() -> None:
    with pytest.raises(Refusal, match=RARE):
        archival_pdf(of_words(f"张{RARE}"), CHINESE)


def test_a_character_without_a_glyph_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = f"title: 某预案\nkind: overall\nowner: 区政府\npurpose: 由张{RARE}负责\nedition: {{issued: 2012-05-01}}\n"
    units = "units: [{name: 区政府, kind: government}]\n"
    write_folder(
        tmp_path,
        {"eplan.yaml": "district: {name: 某区}\n", "data/units.yaml": units, "data/plans/overall.yaml": plan},
    )
    asked = ["book", "-C", str(tmp_path), "--as-of", "2012-12-31", "--format", "pdf", "-o", str(tmp_path / "b.pdf")]
    assert run([*asked, "--lang", "en"], {}) == 0
    assert capsys.readouterr().err == (
        f"{RARE} (U+31350) is in none of the fonts and is printed as a box; it stands at data/plans/overall.yaml:4:12\n"
    )
