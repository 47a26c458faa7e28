"""Letters of the office on a small district: whole letters against golden files, and each format read back."""

import re
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest
from docx import Document

from eplan.messages import Refusal, translator
from eplan.render.blocks import Heading, plain
from eplan.render.notice.letter import Letter, Signature, mark_size, signature
from eplan.render.notice.letters import letter_as, letters
from eplan.render.notice.own import Own
from eplan.render.notice.pdf import source
from eplan.render.notice.view import Standing, standing
from eplan.render.notice.words import numeral
from eplan.render.views.report import report
from tests.conftest import ROOT
from tests.district import DAY, FILES, HOSTILE, QUARTER, judged

GOLDEN = ROOT / "tests/golden/notice"
CHINESE, ENGLISH = translator("zh-CN"), translator("en")
FORMS = ("pdf", "docx", "html", "md")
SETTINGS = """\
district: {name: 某区, office: 区应急办}
monthly-report-by: 5
letters:
  code: 某应急办
  answer-within: 5工作日
  copies: [区委办, 区政府办]
  contact: 区应急办值班员
"""
WITH_SETTINGS = {**FILES, "eplan.yaml": SETTINGS}
BITING = '{{ 7*7 }}{% x %}{_{ <w:p/>&amp; #import "x" $x$ *a* _b_ =1+1 \\'


def small(files: Mapping[str, str] = FILES, signed: date | None = None) -> Standing:
    return standing(judged(DAY, dict(files)), QUARTER, signed)


def of_unit(unit: str, files: Mapping[str, str] = FILES) -> Letter:
    (letter,) = letters(small(files), unit, CHINESE)
    return letter


def bulletin(files: Mapping[str, str] = FILES) -> Letter:
    return letters(small(files), None, CHINESE)[0]


def words_of(letter: Letter) -> str:
    return "\n".join(line.text if isinstance(line, Heading) else plain(line.text) for line in letter.body)


@pytest.mark.parametrize(("place", "name"), [(0, "bulletin"), (1, "notice")])
@pytest.mark.parametrize(("form", "language"), [("md", "zh-CN"), ("html", "zh-CN"), ("md", "en")])
def test_letter_is_as_it_was(place: int, name: str, form: str, language: str, updating: bool) -> None:
    """Styles and version are left out: they change without the letter."""
    translate = translator(language)
    letter = letters(small(WITH_SETTINGS, date(2013, 1, 10)), None, translate)[place]
    written = letter_as(form, letter, translate, Own()).decode()
    steady = re.sub(r"<style>.*?</style>", "<style></style>", written, flags=re.DOTALL)
    steady = re.sub(r"eplan \d+\.\d+[\w.]*", "eplan VERSION", steady)
    golden = GOLDEN / f"{name}-{language}.{form}"
    if updating:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(steady, "utf-8")
    assert steady == golden.read_text("utf-8")


def test_letters_and_report_name_the_same_units() -> None:
    now = judged(DAY)
    told = report(now, QUARTER)
    view = standing(now, QUARTER)
    assert (view.praised, view.pressed, view.tasks) == (told.praised, told.pressed, told.tasks)
    assert (view.due_next, view.rows) == (told.due_next, told.units)
    first, *others = letters(view, None, CHINESE)
    assert first.is_bulletin
    assert [letter.name for letter in others] == [("督办通知单", mention.unit) for mention in told.pressed]


def test_each_figure_of_the_bulletin_names_its_tasks() -> None:
    (_, tasks) = bulletin().annexes
    named = [(plain(row.cells[1].text), plain(row.cells[2].text)) for row in tasks.table.rows]
    assert named == [("1〔示例〕", "1.1"), ("1", "1.2"), ("2", "2.1、2.2"), ("1", "1.3")]
    assert "任务共5项；按时完成1项〔示例〕；逾期完成1项；未完成2项；逾期1项；应报月报9份，按时报送4份。" in words_of(
        bulletin()
    )


def test_units_with_the_same_fault_stand_together() -> None:
    """乙 has another fault and comes between the other two in the report."""
    units = FILES["data/units.yaml"].replace(
        "groups:", "  - {name: 甲, kind: street}\n  - {name: 乙, kind: street}\n  - {name: 丙, kind: street}\ngroups:"
    )
    tasks = FILES["data/tasks.yaml"].replace("responsible: [区森防办, 各街道]", "responsible: [甲, 乙, 丙]")
    late = (
        "unit: {}\nreports:\n  - {{month: 2012-09, sent: {}, tasks: []}}\n  - {{month: 2012-10, sent: {}, tasks: []}}\n"
    )
    late += "  - {{month: 2012-11, sent: 2012-12-01, tasks: []}}\n"
    sent = {"甲": ("2012-10-20", "2012-11-01"), "乙": ("2012-10-01", "2012-11-20"), "丙": ("2012-10-20", "2012-11-01")}
    progress = {f"data/progress/{unit}.yaml": late.format(unit, *days) for unit, days in sent.items()}
    letter = bulletin({**FILES, "data/units.yaml": units, "data/tasks.yaml": tasks, **progress})
    lines = words_of(letter).splitlines()
    assert "（二）丙、甲等2个单位：月报迟报：2012年9月。" in lines
    assert "（三）乙：月报迟报：2012年10月。" in lines


def test_what_nobody_knows_is_left_blank() -> None:
    letter = of_unit("区林业局")
    assert letter.number == "〔　　　　〕　　号"
    assert letter.signed == "　　　　年　　月　　日"
    assert letter.printed == "　　　年　月　日印发"
    assert letter.copies == ""
    assert "请于　　　　年　　月　　日前书面答复" in words_of(letter)
    assert plain(letter.contact).startswith("（联系单位：某区，联系电话：　　")


def test_what_the_settings_know_is_printed() -> None:
    letter = letters(small(WITH_SETTINGS, date(2013, 1, 10)), "区林业局", CHINESE)[0]
    assert letter.number == "某应急办〔2013〕　　号"
    assert letter.signed == "2013年1月10日"
    assert letter.copies == "抄送：区委办、区政府办。"
    assert "请于收到本通知单之日起5个工作日内书面答复办理情况。" in words_of(letter)
    assert plain(letter.contact) == "（联系单位：区应急办，联系电话：0812-0000002）"


def test_a_made_up_unit_is_marked() -> None:
    units = FILES["data/units.yaml"].replace(
        "{name: 北街街道, kind: street,", "{name: 北街街道, example: true, kind: street,"
    )
    letter = of_unit("北街街道", {**FILES, "data/units.yaml": units})
    assert plain(letter.addressee) == "北街街道〔示例〕："
    assert [plain(remark) for remark in letter.remarks][:1] == ["（标有〔示例〕的内容是为示范编写的，不是实际数据。）"]


def test_errors_of_the_folder_are_told() -> None:
    broken = {**FILES, "data/teams.yaml": "teams: [{id: 1}]\n"}
    assert plain(bulletin(broken).remarks[-1]) == "（未能读取、未作统计的文件：data/teams.yaml）"


def test_who_does_not_lag_gets_no_notice() -> None:
    with pytest.raises(Refusal, match="区应急办"):
        letters(small(), "区应急办", CHINESE)


def test_without_tasks_there_is_nobody_to_write_to() -> None:
    with pytest.raises(Refusal, match="nobody to write to"):
        letters(small({"eplan.yaml": "district: {name: 某区}\n"}), None, CHINESE)


def test_when_nobody_lags_the_bulletin_goes_alone() -> None:
    tasks = (
        FILES["data/tasks.yaml"]
        .replace("issued: 2012-04-28", "issued: 2012-12-28")
        .replace("due: 2012-10-20", "due: 2013-10-20")
    )
    (alone,) = letters(small({**FILES, "data/tasks.yaml": tasks}), None, CHINESE)
    assert "予以督办的单位\n无。" in words_of(alone)
    assert "被督办" not in words_of(alone)


@pytest.mark.parametrize(
    ("count", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")]
)
def test_numerals(count: int, words: str) -> None:
    assert numeral(count) == words


def test_the_red_letters_fit_on_a_line() -> None:
    assert mark_size("某区") == (36.0, 1.0)
    for count in (12, 13, 20, 21, 60):
        size, share = mark_size("区" * count)
        assert size * share * count <= 28 * 15.75 + 0.001


def test_a_very_long_office_keeps_its_signature_on_the_page() -> None:
    long = FILES["data/units.yaml"].replace("name: 区应急办\n", f"name: 区应急办\n    full-name: {'某' * 60}\n")
    places = signature(of_unit("区林业局", {**WITH_SETTINGS, "data/units.yaml": long}))
    assert places.organ == 2.0
    assert places.day < 14


def test_the_shorter_of_office_and_day_is_centred_on_the_other() -> None:
    letter = letters(small(WITH_SETTINGS, date(2013, 1, 10)), "区林业局", CHINESE)[0]
    places = signature(letter)
    assert places.day == 4.0
    assert places.organ > places.day
    assert isinstance(places, Signature)


@pytest.mark.parametrize("form", FORMS)
def test_two_runs_give_the_same_bytes(form: str) -> None:
    assert letter_as(form, bulletin(), CHINESE, Own()) == letter_as(form, bulletin(), CHINESE, Own())


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(Refusal, match="xlsx"):
        letter_as("xlsx", bulletin(), CHINESE, Own())


def test_pdf_is_a4_dated_and_has_its_fonts_inside() -> None:
    with pikepdf.open(BytesIO(letter_as("pdf", bulletin(), CHINESE, Own()))) as document:
        assert len(document.pages) >= 4
        for page in document.pages:
            assert [round(float(side)) for side in page.MediaBox] == [0, 0, 595, 842]
        assert str(document.docinfo.Title) == bulletin().title
        assert str(document.docinfo.CreationDate).startswith("D:20121231")
        fonts = [
            item
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all("/FontFile3" in font or "/FontFile2" in font for font in fonts)


def test_word_has_the_page_of_the_standard() -> None:
    document = Document(BytesIO(letter_as("docx", of_unit("区林业局", WITH_SETTINGS), CHINESE, Own())))
    (section,) = document.sections
    sides = (section.top_margin, section.left_margin, section.right_margin, section.bottom_margin)
    assert [round(side.mm) for side in sides if side is not None] == [37, 28, 26, 35]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert document.settings.odd_and_even_pages_header_footer
    assert section.footer.paragraphs[0].alignment == 2
    assert section.even_page_footer.paragraphs[0].alignment == 0
    assert 'w:instr="PAGE"' in section.footer._element.xml


def test_word_has_the_parts_of_a_letter_in_order() -> None:
    letter = letters(small(WITH_SETTINGS, date(2013, 1, 10)), "区林业局", CHINESE)[0]
    document = Document(BytesIO(letter_as("docx", letter, CHINESE, Own())))
    told = [(item.style.name if item.style else "", item.text) for item in document.paragraphs]
    body = [
        ("Heading 1", line.text) if isinstance(line, Heading) else ("Letter Text", plain(line.text))
        for line in letter.body
    ]
    assert told == [
        ("Letter Mark", "区应急办"),
        ("Letter Number", "某应急办〔2013〕　　号"),
        ("Title", "关于某区公共安全应急体系建设"),
        ("Title", "2012年第4季度滞后事项的督办通知单"),
        ("Letter Flush", "区林业局："),
        *body,
        ("Letter Signed", "区应急办"),
        ("Letter Signed", "2013年1月10日"),
        ("Letter Text", "（联系单位：区应急办，联系电话：0812-0000002）"),
        *[("Letter Note", plain(remark)) for remark in letter.remarks],
        ("Letter Imprint", "抄送：区委办、区政府办。"),
        ("Letter Rule", ""),
        ("Letter Imprint", "区应急办\t　　　年　月　日印发"),
    ]
    faces = {
        name: document.styles[name].element.rPr.rFonts.get(EAST_ASIA) for name in ("Title", "Letter Text", "Heading 1")
    }
    assert faces == {"Title": "方正小标宋简体", "Letter Text": "仿宋", "Heading 1": "黑体"}


EAST_ASIA = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia"


def hostile_files() -> dict[str, str]:
    """The district where the forestry office and a task have names that bite."""
    quoted = BITING.replace("'", "''")
    return {
        **FILES,
        "data/units.yaml": FILES["data/units.yaml"].replace("{name: 区林业局,", f"{{name: '{quoted}',"),
        "data/tasks.yaml": FILES["data/tasks.yaml"].replace("区林业局", f"'{quoted}'"),
    }


def test_hostile_text_comes_out_as_typed() -> None:
    letter = of_unit(BITING, hostile_files())
    assert plain(letter.addressee) == f"{BITING}："
    assert HOSTILE in words_of(letter)
    document = Document(BytesIO(letter_as("docx", letter, CHINESE, Own())))
    shown = [paragraph.text for paragraph in document.paragraphs]
    assert f"{BITING}：" in shown
    assert any(HOSTILE in words for words in shown)
    page = letter_as("html", letter, CHINESE, Own()).decode()
    assert "<script>" not in page
    assert "&lt;w:p/&gt;&amp;amp; #import" in page
    typst = source(letter, Own())
    assert '#"' + BITING.replace("\\", "\\\\").replace('"', '\\"') + '";' in typst.replace("\u200b", "")
    assert letter_as("pdf", letter, CHINESE, Own())
    assert "\\{\\{ 7\\*7 \\}\\}" in letter_as("md", letter, CHINESE, Own()).decode()


def office_template(*lines: str) -> bytes:
    """What an office might draw in Word: a line each, and a table that grows."""
    document = Document()
    document.core_properties.author = "某区"
    for line in lines:
        document.add_paragraph(line)
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


WHOLE = office_template(
    "{{ organ }}", "{{ number }}", "{{ title }}", "{{ addressee }}",
    "{%p for part in sections %}", "{{ part.heading }}", "{%p for words in part.paragraphs %}", "{{ words }}",
    "{%p endfor %}", "{%p endfor %}", "{% if bulletin %}all{% else %}{{ unit }}{% endif %}", "{{ signed }}",
    "{{ contact }}",
)  # fmt: skip


def test_the_offices_own_template_is_filled() -> None:
    letter = of_unit("区林业局", WITH_SETTINGS)
    written = letter_as("docx", letter, CHINESE, Own(word=WHOLE))
    shown = [item.text for item in Document(BytesIO(written)).paragraphs if item.text]
    assert shown[:5] == [letter.organ, letter.number, letter.title, "区林业局：", plain(letter.body[0].text)]  # type: ignore[arg-type]
    said = [line.text if isinstance(line, Heading) else plain(line.text) for line in letter.body]
    assert shown == [*shown[:4], *said, "区林业局", letter.signed, plain(letter.contact)]
    assert ZipFile(BytesIO(written)).comment.startswith(b"generator: eplan")


def test_annexes_go_into_a_template() -> None:
    template = office_template(
        "{%p for annex in annexes %}", "{{ annex.label }} {{ annex.title }}: {{ annex.columns|join('|') }}",
        "{%p for row in annex.rows %}", "{{ row|join('|') }}", "{%p endfor %}", "{%p endfor %}",
    )  # fmt: skip
    written = letter_as("docx", bulletin(), CHINESE, Own(word=template))
    shown = [item.text for item in Document(BytesIO(written)).paragraphs if item.text]
    assert (
        shown[0]
        == "附件1 各单位任务完成和月报报送情况: 单位|任务|按时完成|逾期完成|未完成|逾期|应报月报|按时|迟报|缺报"
    )
    assert "逾期|1|1.3" in shown


def test_data_in_a_template_are_never_evaluated() -> None:
    letter = of_unit(BITING, hostile_files())
    written = letter_as("docx", letter, CHINESE, Own(word=WHOLE))
    shown = [item.text for item in Document(BytesIO(written)).paragraphs if item.text]
    assert BITING in shown
    assert f"{BITING}：" in shown
    assert any(HOSTILE in words for words in shown)


def test_a_template_gives_the_same_bytes_twice() -> None:
    assert letter_as("docx", bulletin(), CHINESE, Own(word=WHOLE)) == letter_as(
        "docx", bulletin(), CHINESE, Own(word=WHOLE)
    )


@pytest.mark.parametrize(
    "template",
    [
        b"",
        b"PK\x03\x04 no zip at all",
        office_template("{{ nobody_knows }}"),
        office_template("{% if %}"),
        office_template("{{ title.nothing }}"),
        office_template("{{ ''.__class__.__mro__ }}"),
        office_template("{{ 1/0 }}"),
        office_template("{% include 'html/nothing' %}"),
        office_template("{{ sections.append(1) }}"),
    ],
    ids=["empty", "no-zip", "unknown-name", "syntax", "unknown-field", "escape", "division", "include", "change"],
)
def test_a_broken_template_is_one_line_that_names_the_file(template: bytes) -> None:
    with pytest.raises(Refusal) as caught:
        letter_as("docx", bulletin(), CHINESE, Own(word=template))
    told = ENGLISH(caught.value.message)
    assert told.startswith("templates/word/notice.docx does not work: ")
    assert len(told) > len("templates/word/notice.docx does not work: ")
    assert "\n" not in told
