"""Parsing: what a file means, every way in which it is not plain YAML, hostile bytes, and marks."""

import itertools
import pickle
import re
import time
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import ScalarEvent

from eplan.document import Document, Mark
from eplan.finding import Fault
from eplan.parsing import KINDS, MAX_BYTES, LeadingZero, events, parse
from eplan.parsing.events import fast_events
from eplan.parsing.skimming import skim
from eplan.parsing.survey import MAX_DEPTH, MAX_FAULTS

PATH = PurePosixPath("plans/flood.yaml")


def document(source: str | bytes) -> Document:
    parsed = parse(PATH, source if isinstance(source, bytes) else source.encode())
    assert isinstance(parsed, Document), [f"{fault.kind} {fault.position}: {fault.message}" for fault in parsed]
    return parsed


def faults(source: str | bytes) -> tuple[Fault, ...]:
    parsed = parse(PATH, source if isinstance(source, bytes) else source.encode())
    assert isinstance(parsed, tuple), parsed.data
    return parsed


def places(source: str | bytes) -> list[tuple[str, int, int]]:
    return [(fault.kind, fault.position.line, fault.position.column) for fault in faults(source)]


@pytest.fixture
def without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "CParser", None)


# What a scalar means


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("区应急办", "区应急办"),
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        *((word, word) for word in ("on", "off", "yes", "no", "Yes", "NO", "y", "n", "nil", "tRUE")),
        ("812", 812),
        ("-5", -5),
        ("0", 0),
        ("1.50", 1.5),
        ("-.5", -0.5),
        ("1e3", 1000.0),
        *((text, text) for text in ("1:30", "12:30:45", "2012-06-30", "2012-06", "2012-13-01", "2012-06-30 14:05")),
        *((text, text) for text in ("0x1F", "0o17", "0b1", "1_000", "1,000", "1.2.3", "30min", "20台", "+", "-x")),
        *((text, text) for text in (".inf", "-.INF", ".nan", "1e999", "-1e999", "９", "٣", ".", "1e")),
        ("9" * 301, "9" * 301),
        ('"812"', "812"),
        ("'true'", "true"),
        ('""', ""),
        ("a # b", "a"),
        ("a#b", "a#b"),
        ('b "c" d', 'b "c" d'),
        ("|\n  第一\n  第二\n", "第一\n第二\n"),
        (">-\n  第一\n  第二\n", "第一 第二"),
        ("[]", ()),
        ("{}", {}),
        ("[a, 1, [2, b]]", ("a", 1, (2, "b"))),
        ("{b: 1, c: , d: x}", {"b": 1, "c": None, "d": "x"}),
        ("\n- \n- x\n", (None, "x")),
        ("\n  - b: 1\n    c: 2\n  - d\n", ({"b": 1, "c": 2}, "d")),
    ],
)
def test_meaning(text: str, value: Any) -> None:
    data = document(f"a: {text}").data
    assert data == {"a": value}
    assert type(data["a"]) is type(value)


@pytest.mark.parametrize("text", ["012", "00", "-07", "+86139", "+5", "-0", "110101199003070011", "9" * 300])
def test_codes_keep_their_text(text: str) -> None:
    value = document(f"a: {text}").data["a"]
    assert isinstance(value, LeadingZero)
    assert value == int(text)
    assert value.text == text
    assert pickle.loads(pickle.dumps(value)).text == text


def test_a_leading_zero_is_not_octal() -> None:
    assert document("a: 012").data["a"] == 12


@pytest.mark.parametrize("key", ["1", "012", "1.50", "true", "no", "2012-06-30", "名称", "a b", "?a", "-a", "a：b"])
def test_keys_are_text(key: str) -> None:
    assert document(f"{key}: x").data == {key: "x"}


@pytest.mark.parametrize("key", ['"<<"', "'null'", '"~"', '""', "'&a'", '"[a]"'])
def test_quotes_make_any_text_a_key(key: str) -> None:
    assert document(f"{key}: x").data == {key[1:-1]: "x"}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("[http://x]", ("http://x",)),
        ("[12:30, 13:00]", ("12:30", "13:00")),
        ("{a: https://x/?b=c&d}", {"a": "https://x/?b=c&d"}),
        ("[a?b]", ("a?b",)),
        ("{b?: c?}", {"b?": "c?"}),
        ("{~?b: 1}", {"~?b": 1}),
        ("[{from: 08:00, to: '8:00', \"at\":9:00}]", ({"from": "08:00", "to": "8:00", "at": "9:00"},)),
        ("[a::b, c?:d?]", ("a::b", "c?:d?")),
        (".5", 0.5),
        ("--- [a]", ("a",)),
        ("a: 1\n...\n", {"a": 1}),
        ("# c\n---\na: 1 # c\n", {"a": 1}),
        ("a:\t1\t# c", {"a": 1}),
        ("a: x\\d", {"a": "x\\d"}),
        ("a: R&D! *", {"a": "R&D! *"}),
        ('a: "x\\ty\\u4e2d"', {"a": "x\ty中"}),
        ("a: b：c", {"a": "b：c"}),
        ("hello", "hello"),
        ('"a：b"', "a：b"),
    ],
)
def test_sound_files(text: str, data: Any) -> None:
    assert document(text).data == data


@pytest.mark.parametrize("source", [b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", b"a: 1\rb: 2\r", b"a: 1\nb: 2"])
def test_line_breaks_and_mark(source: bytes) -> None:
    parsed = document(source)
    assert parsed.data == {"a": 1, "b": 2}
    assert [parsed.locate((key,)).column for key in "ab"] == [1, 1]
    assert [parsed.locate((key,)).line for key in "ab"] == [1, 2]


def test_documents_travel_between_processes() -> None:
    parsed = pickle.loads(pickle.dumps(document("a: [1, 012]")))
    assert parsed.data == {"a": (1, 12)}
    assert parsed.locate(("a", 1)).column == 8


def test_times_between_brackets_do_not_need_the_slow_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(events, "pure_events")
    roster = document("shifts:\n  - {from: 08:00, to: 20:00, at: [8:00, b?]}\n")
    assert roster.data == {"shifts": ({"from": "08:00", "to": "20:00", "at": ("8:00", "b?")},)}
    assert roster.locate(("shifts", 0, "at", 1)).column == 41


@pytest.mark.usefixtures("without_libyaml")
@pytest.mark.parametrize("text", ["a: 1\nb: [x, 012, ]\nc: |\n  d\n\ne:\n", "[http://x, a?b]"])
def test_the_slow_parser_means_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = document(text)
    monkeypatch.undo()
    assert (slow.data, slow.marks) == (document(text).data, document(text).marks)


def test_libyaml_makes_no_objects_in_the_first_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """It skims only while it is asked to, also where the reading ends in an error."""
    monkeypatch.setattr(ScalarEvent, "__init__", None)
    assert document("a: [1, 'x', {b: }]").data == {"a": (1, "x", {"b": None})}
    monkeypatch.undo()
    with pytest.raises(MarkedYAMLError):
        skim(b"a: [", lambda next_event: [next_event() for _ in range(9)])
    assert any(isinstance(event, ScalarEvent) for event in iter(fast_events(b"a: 1"), None))


def test_a_large_file_means_what_a_small_one_means() -> None:
    lines = "".join(f"- {{id: '{number}', due: 2012-06, no: {number}, empty: }}\n" for number in range(4000))
    assert document(lines).data[3999] == {"id": "3999", "due": "2012-06", "no": 3999, "empty": None}


# Every way in which a file is not plain YAML; ‸ stands before the place that is blamed

FAULTS = [
    ("empty-file", "‸", "holds nothing"),
    ("empty-file", "‸# a comment\n", "holds nothing"),
    ("empty-file", "---\n‸", "holds nothing"),
    ("empty-file", "‸~\n", "holds nothing"),
    ("bad-character", "a: b‸\x07c\n", "U+0007"),
    ("bad-character", "a: 好\nb: 中‸\x00c\n# and some more text\n", "U+0000"),
    ("bad-character", "a: b‸\x85c\n", "U+0085"),
    ("bad-character", "a: b‸\u2028c\n", "U+2028"),
    ("bad-character", "a: b‸\u200bc\n", "U+200B"),
    ("bad-character", "a‸\u2060: c\n", "U+2060"),
    ("bad-character", "a: b‸\u2029c\n", "U+2029"),
    ("bad-character", "\ufeffa: b‸\ufeffc\n", "U+FEFF"),
    ("bad-character", "a: b‸\x7fc\n", "U+007F"),
    ("bad-character", "a: b‸\ufffec\n", "U+FFFE"),
    ("bad-character", 'a: 1\nb: ‸"x\\0y"\n', "U+0000"),
    ("bad-character", 'a: ‸"\\L"\n', "U+2028"),
    ("tab-indentation", "a:\n‸\tb: 1\n", "tab"),
    ("tab-indentation", "a: 1\n‸\tb: 2\n", "tab"),
    ("tab-indentation", "a: x\n  ‸\tb: 1\n", "tab"),
    ("tab-indentation", "a: |\n‸\ttext\n", "tab"),
    ("tab-indentation", "-‸\ta: 1\n  b: 2\n", "tab"),
    ("duplicate-key", "a: 1\nb: 2\n‸a: 3\n", "'a' is already on line 1"),
    ("duplicate-key", "x: {a: 1, ‸a: 2}\n", "line 1"),
    ("duplicate-key", '1: x\n‸"1": y\n', "'1'"),
    ("duplicate-key", "- id: 1\n  a: 2\n  b: 3\n  ‸a: 4\n  b: 5\n", "2 keys stand twice"),
    ("not-yaml", "a:\n  b: x\n‸　　c: y\n  d: z\n", "ordinary blanks"),
    ("not-yaml", "a:\n  - b: x\n  ‸－ b: y\n    c: z\n", "ordinary hyphen"),
    ("alias-or-anchor", "a: ‸&x 1\n", "'&x'"),
    ("alias-or-anchor", "a: ‸*x\n", "'*x'"),
    ("alias-or-anchor", "‸&x a: 1\n", "'&x'"),
    ("alias-or-anchor", "a: ‸*重点\n", "quotes"),
    ("alias-or-anchor", "a: ‸**x**\n", "quotes"),
    ("alias-or-anchor", "a: ‸&\n", "quotes"),
    ("alias-or-anchor", "‸*x : 1\n", "'*x'"),
    ("alias-or-anchor", "- ‸&x\n  - a\n", "'&x'"),
    ("tag", "a: ‸!!str 1\n", "'!!str'"),
    ("tag", "a: ‸! x\n", "'!'"),
    ("tag", "‸!!str a: 1\n", "'!!str'"),
    ("tag", "a: ‸!x {}\n", "'!x'"),
    ("tag", "a: ‸!e!x 1\n", "quotes"),
    ("tag", "a: ‸!中 1\n", "quotes"),
    ("tag", "‸!!int 1", "'!!int'"),
    ("merge-key", "a:\n  ‸<<: *x\n", "write the keys out"),
    ("bad-key", "‸[a]: b\n", "list"),
    ("bad-key", "? ‸- a\n: b\n", "list"),
    ("bad-key", "a: {‸{ name }}\n", "quotes"),
    ("bad-key", "a: 1\n‸~: 2\n", "empty"),
    ("bad-key", "‸null: 2\n", "empty"),
    ("bad-key", "?‸\n: 2\n", "empty"),
    ("bad-key", "a: 1\n‸: 2\n", "missing"),
    ("second-document", "a: 1\n‸---\nb: 2\n", "only one"),
    ("second-document", "a: 1\n‸---\n", "only one"),
    ("second-document", "a: 1\n‸...\nb: 2\n", "delete that line"),
    ("yaml-directive", "‸%YAML 1.1\n---\na: 1\n", "delete it"),
    ("yaml-directive", "‸%YAML 1.2\n---\na: 1\n", "delete it"),
    ("yaml-directive", "# c\n‸%TAG ! tag:x,2000:\n---\na: 1\n", "delete it"),
    ("yaml-directive", "‸%FOO\n---\na: 1\n", "delete it"),
    ("yaml-directive", "‸% of all\n", "delete it"),
    ("yaml-directive", "# c\n\n‸%YAML 1.2\na: 1\n", "delete it"),
    ("too-deep", "[" * MAX_DEPTH + "‸[", "32 deep"),
    ("too-deep", "- " * MAX_DEPTH + "‸- a", "32 deep"),
    ("not-yaml", "id: x\n名称‸：值\n", "full-width colon"),
    ("not-yaml", "名称‸：值\nid: x\n", "full-width colon"),
    ("not-yaml", "a:\n  b‸：2\n  c: 3\n", "full-width colon"),
    ("not-yaml", "名称‸：值\n", "full-width colon"),
    ("not-yaml", "a:\n  - b‸：2\n    c: 3\n", "full-width colon"),
    ("not-yaml", "a:\n  - b‸:2\n    c: 3\n", "blank is missing after the colon"),
    ("not-yaml", "# 注：\n名称‸：值\n单位：区\n", "full-width colon"),
    ("not-yaml", "b: 1\nid‸:3\n", "blank is missing after the colon"),
    ("not-yaml", "id‸:3\nb: 1\n", "blank is missing after the colon"),
    ("not-yaml", "id‸:3\n", "blank is missing after the colon"),
    ("not-yaml", "a: {id‸:3}\n", "blank is missing after the colon"),
    ("not-yaml", "- a\n‸-b\n- c\n", "blank is missing after the dash"),
    ("not-yaml", "a: 1\n‸no colon here\nb: 2\n", "add the colon"),
    ("not-yaml", 'a: ‸"x\nb: 2\n', "never closed"),
    ("not-yaml", 'a: ‸"x\nb: "y"\nc: 1\n', "never closed"),
    ("not-yaml", "a: ‸'x\n", "never closed"),
    ("not-yaml", 'a: "x" ‸y\n', "closing quotation mark"),
    ("not-yaml", "a: 'it's‸'\n".replace("s‸", "‸s"), "closing quotation mark"),
    ("not-yaml", 'a: ["x" ‸y]\n', "closing quotation mark"),
    ("not-yaml", 'a: "C:‸\\d"\n', "double the backslash"),
    ("not-yaml", "a: ‸[b, c\nd: e\n", "'[' is never closed"),
    ("not-yaml", "a: ‸[b, c\n", "'[' is never closed"),
    ("not-yaml", "a: ‸{b: 1, c\nd: 2\n", "'{' is never closed"),
    ("not-yaml", "a: [b, c‸}\n", "']' is missing"),
    ("not-yaml", "a: {b: [c] ‸d}\n", "'}' is missing"),
    ("not-yaml", "a: [x] ‸y\n", "nothing may follow"),
    ("not-yaml", "a:\n    b: 1\n  ‸c: 2\n", "indentation"),
    ("not-yaml", "a:\n  - x\n ‸- y\n", "indentation"),
    ("not-yaml", "a: 1\n  ‸b: 2\n", "right under it"),
    ("not-yaml", "a: 1\n‸　b\n", "ordinary blanks"),
    ("not-yaml", "- a\n‸b: c\n", "must start with '- '"),
    ("not-yaml", "a: 1\n‸- b\n", "list item"),
    ("not-yaml", "a: ‸- b\n", "line of its own"),
    ("not-yaml", "phone: ‸-\n", "quotes"),
    ("not-yaml", "[a]\n‸b: 1\n", "one mapping"),
    ("not-yaml", "a: ‸%x\n", "'%' must be put in quotes"),
    ("not-yaml", "a: ‸@x\n", "'@' must be put in quotes"),
    ("not-yaml", "a: ‸`x`\n", "'`' must be put in quotes"),
    ("not-yaml", "a: ‸,b\n", "',' must be put in quotes"),
    ("not-yaml", "a: ‸>50mm\n", "'>' must be put in quotes"),
    ("not-yaml", "a: ‸>=5\n", "'>' must be put in quotes"),
    ("not-yaml", "a: ‸| text\n", "'|' must be put in quotes"),
    ("not-yaml", "a: 通知‸: 关于\n", "': ' in it must be put in quotes"),
    ("not-yaml", "a: [http://x]\nb: c‸: d\n", "': ' in it must be put in quotes"),
    ("not-yaml", "a: [‸:b]\n", "':' must be put in quotes"),
    ("not-yaml", "a: [b ‸?c]\n", "'?' must be put in quotes"),
    ("not-yaml", "a: {b‸:,c: 1}\n", "':' must be put in quotes"),
    ("not-yaml", "a: [b‸?c, \ue000]\n", "'?' must be put in quotes"),
]


@pytest.mark.parametrize(("kind", "marked", "words"), FAULTS)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_faults(kind: str, marked: str, words: str, line_break: str) -> None:
    before, after = marked.replace("\n", line_break).split("‸")
    *lines, last = before.removeprefix("\ufeff").split(line_break)
    found = faults(before + after)
    assert [(f.kind, f.position.line, f.position.column) for f in found] == [(kind, len(lines) + 1, len(last) + 1)]
    assert found[0].position.path == PATH
    assert words in str(found[0].message)


@pytest.mark.parametrize(
    ("source", "expected", "words"),
    [
        ("a: 1\n名称: 值\n".encode("gbk"), ("not-utf8", 2, 1), "GB18030"),
        ("名称: 应急预案\n单位: 区林业局\n".encode("gb18030"), ("not-utf8", 1, 1), "GB18030"),
        ("a: 名".encode("utf-16"), ("not-utf8", 1, 1), "UTF-16"),
        ("a: 名".encode("utf-16-le"), ("not-utf8", 1, 2), "UTF-16"),
        ("a: b\n".encode("utf-16-be"), ("not-utf8", 1, 1), "UTF-16"),
        ("a: 1\nb: 名称".encode()[:-1], ("not-utf8", 2, 5), "damaged"),
        (b"\xef\xbb\xbfa: \xff\n", ("not-utf8", 1, 4), "not UTF-8"),
        (b"a: \xed\xa0\x80\n", ("not-utf8", 1, 4), "not UTF-8"),
        (b"a" * (MAX_BYTES + 1), ("too-large", 1, 1), "4 megabytes"),
        (b"[" + b"a," * 200_000 + b"]", ("too-many-nodes", 1, 400_000), "200000 entries"),
    ],
)
def test_faults_of_bytes(source: bytes, expected: tuple[str, int, int], words: str) -> None:
    (fault,) = faults(source)
    assert (fault.kind, fault.position.line, fault.position.column) == expected
    assert words in str(fault.message)


def test_the_table_knows_every_kind() -> None:
    assert {kind for kind, _, _ in FAULTS} | {"not-utf8", "too-large", "too-many-nodes"} == set(KINDS)


def test_a_fault_ends_where_its_text_ends() -> None:
    ends = {
        "a: 1\nab: 2\nab: 3\n": (3, 3),
        "a: &name 1\n": (1, 9),
        "a: !!str 1\n": (1, 9),
        'a: "x  \nb: 2\n': (1, 6),
        "名称：值\n": (1, 4),
        "a:\n    b: 1\n  c: 2\n": (3, 7),
    }
    found = {text: faults(text)[0].position for text in ends}
    assert {text: (place.end_line, place.end_column) for text, place in found.items()} == ends


def test_all_faults_that_can_be_read_past_are_reported_at_once() -> None:
    text = "a: 1\na: 2\n&x b: &y !t 3\nc: *x\n<<: *x\n? [x, x: 1]\n: 1\n~: 2\nd: e: f\n"
    assert places(text) == [
        ("duplicate-key", 2, 1),
        ("alias-or-anchor", 3, 1),
        ("alias-or-anchor", 3, 7),
        ("tag", 3, 10),
        ("alias-or-anchor", 4, 4),
        ("merge-key", 5, 1),
        ("bad-key", 6, 3),
        ("bad-key", 8, 1),
        ("not-yaml", 9, 5),
    ]


@pytest.mark.parametrize("line", ["- *x\n", "- &x y\n", "- [&x a,&y b]\n", "[a]: b\n", "- \x0b\n"])
def test_no_more_than_twenty_faults(line: str) -> None:
    assert len(faults(line * 100)) == MAX_FAULTS == 20


ONLY_LIBYAML = {
    "a: ‸*重点\n",
    "a: ‸**x**\n",
    "a: 1\n‸...\nb: 2\n",
    "‸%FOO\n---\na: 1\n",
    "a: [‸:b]\n",
    "a: {id‸:3}\n",
    "a: [b ‸?c]\n",
    "a: {b‸:,c: 1}\n",
    "a: [b‸?c, \ue000]\n",
}


@pytest.mark.usefixtures("without_libyaml")
@pytest.mark.parametrize(("kind", "marked"), [case[:2] for case in FAULTS if case[1] not in ONLY_LIBYAML])
def test_the_slow_parser_finds_the_same_faults(kind: str, marked: str) -> None:
    found = faults(marked.replace("‸", ""))
    before = marked.partition("‸")[0]
    assert (kind, before.count("\n") + 1) in [(fault.kind, fault.position.line) for fault in found]


# Hostile bytes

MEGABYTES = 4 << 20


def filled(pattern: bytes, before: bytes = b"", size: int = MEGABYTES) -> bytes:
    return (before + pattern * (size // len(pattern)))[:size]


@pytest.mark.parametrize(
    "source",
    [
        b"[" * 200_000,
        b"{" * 200_000,
        filled(b"["),
        filled(b"? "),
        filled(b'"'),
        filled(b"'"),
        filled(b"- *a\n"),
        filled(b"a: 1\n"),
        filled(b"\0"),
        filled(b":"),
        filled("：".encode()),
        filled("a\u2028".encode()),
        filled(b"a\n"),
        filled(b"\\0", b'"'),
        filled(b"&a b,", b"["),
        filled(b"a?b,", b"["),
        filled(b"a\n", b"[a?b, ", 60_000),
        filled(b" ", b"[a?b, ", 120_000),
        b"[a?b," + b"[" * 100_000,
        b"a: &a [x, x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (c + 1, c + 1, c, c) for c in range(97, 121)),
        b"".join(b" " * depth + b"a:\n" for depth in range(500)),
    ],
)
def test_hostile_bytes_end_soon(source: bytes) -> None:
    start = time.process_time()
    parsed = parse(PATH, source)
    assert time.process_time() - start < 5
    assert isinstance(parsed, Document) or 0 < len(parsed) <= MAX_FAULTS


WORDS = (
    "a|b: |: |- |\n|\n  |[|]|{|}|,|\"|'|>\n|&x |*x|!t |<<: |? |#|%|@|\t|：|值|😀|0812|~|a?b|---|...|\r|\\|\u2028|\ufeff"
)
noise = st.lists(st.sampled_from([*WORDS.split("|"), "|\n"]), max_size=14).map(lambda words: "".join(words).encode())


def inside(position: Any, lines: list[str]) -> bool:
    start, end = (position.line, position.column), (position.end_line, position.end_column)
    return (1, 1) <= start <= end <= (len(lines), len(lines[end[0] - 1]) + 1)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60) | noise)
def test_any_bytes_give_a_document_or_faults(source: bytes) -> None:
    parsed = parse(PATH, source)
    if isinstance(parsed, Document):
        assert parsed.data is not None
        assert isinstance(parsed.marks, Mark)
        return
    assert 0 < len(parsed) <= MAX_FAULTS
    lines = re.split("\r\n|\r|\n", source.decode("utf-8-sig", "replace"))
    for fault in parsed:
        assert fault.kind in KINDS
        assert str(fault.message)
        assert fault.message.text != "the file cannot be read as YAML"
        assert inside(fault.position, lines) or fault.kind == "not-utf8"


# Marks and the two parsers, over generated documents

plain = st.text(st.sampled_from("区应急办预案ab0（） -😀"), min_size=1, max_size=8).map(lambda word: f"名{word}字")
numbers = st.sampled_from(
    [
        "812",
        "0812",
        "1.5",
        "true",
        "no",
        "2012-06-30",
        "30min",
        "~",
        "null",
        "-3",
        "0x1F",
        "",
        "08:00",
        "http://x/?a=b",
        "a?",
    ]
)
text = st.text(st.sampled_from("值a0 '\"\\：:#[]{},&*!%@😀"), max_size=6)
quoted = text.map(lambda value: "'" + value.replace("'", "''") + "'")
double = text.map(lambda value: '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"')
scalar = plain | numbers | quoted | double
block = st.tuples(st.sampled_from(["|", ">", "|-", ">+"]), st.lists(plain | st.just(""), max_size=4))
node: Any = st.recursive(
    scalar | block,
    lambda child: st.lists(child, max_size=3) | st.dictionaries(plain | quoted, child, max_size=4),
    max_leaves=14,
)


def flow(value: Any) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {flow(child)}" for key, child in value.items()) + "}"
        case list():
            return "[" + ", ".join(flow(child) or "x" for child in value) + "]"
        case tuple():
            return "block"
        case _:
            return str(value)


def lines_of(value: Any, indent: int) -> Iterator[str]:
    """The value in block style, or in flow style where it is deep."""
    match value:
        case dict() if value and indent < 6:
            for key, child in value.items():
                yield from entry(f"{' ' * indent}{key}:", child, indent)
        case list() if value and indent < 6:
            for child in value:
                yield from entry(f"{' ' * indent}-", child, indent)
        case _:
            yield " " * indent + flow(value)


def entry(head: str, child: Any, indent: int) -> Iterator[str]:
    if isinstance(child, dict | list) and child:
        yield head
        yield from lines_of(child, indent + 2)
    elif isinstance(child, tuple):
        yield f"{head} {child[0]}"
        yield from (" " * (indent + 2) + line if line else "" for line in child[1])
    else:
        yield f"{head} {flow(child)}"


@st.composite
def sources(draw: st.DrawFn) -> str:
    top = draw(st.dictionaries(plain, node, min_size=1, max_size=4))
    text = "\n".join(lines_of(top, 0)) + draw(st.sampled_from(["", "\n", "\n\n"]))
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    return draw(st.sampled_from(["", "\ufeff"])) + text


def distinct(source: str) -> Document | None:
    """The document, unless a key came up twice in it."""
    parsed = parse(PATH, source.encode())
    if isinstance(parsed, tuple):
        assert {fault.kind for fault in parsed} <= {"duplicate-key", "bad-key"}, (source, parsed)
        return None
    return parsed


def leaves(data: Any, mark: Mark) -> Iterator[tuple[Any, Mark, str]]:
    """Every key and scalar, its mark, and a file in which its text means the same."""
    match data:
        case dict():
            assert isinstance(mark.children, dict)
            assert data.keys() == mark.children.keys()
            for key, (key_mark, value_mark) in mark.children.items():
                yield {key: 1}, key_mark, "{}: 1"
                yield from leaves(data[key], value_mark)
        case tuple():
            assert isinstance(mark.children, tuple)
            for item, child in zip(data, mark.children, strict=True):
                yield from leaves(item, child)
        case _:
            assert mark.children is None
            yield (data,), mark, "- {}"


def cut(lines: list[str], mark: Mark) -> str:
    chosen = lines[mark.line : mark.end_line + 1]
    chosen[-1] = chosen[-1][: mark.end_column]
    chosen[0] = chosen[0][mark.column :]
    return "\n".join(chosen)


def within(mark: Mark) -> Iterator[tuple[Mark, Mark]]:
    """Every mark with the mark of what it is part of."""
    children: Any = mark.children or ()
    for child in itertools.chain.from_iterable(children.values()) if isinstance(children, dict) else children:
        yield mark, child
        yield from within(child)


@settings(max_examples=60, deadline=None)
@given(sources())
def test_marks_cut_out_what_was_read(source: str) -> None:
    if (parsed := distinct(source)) is None:
        return
    lines = re.split("\r\n|\n", source.removeprefix("\ufeff"))
    for value, mark, form in leaves(parsed.data, parsed.marks):
        piece = cut(lines, mark)
        if piece[:1] in ("|", ">"):
            assert piece == piece.rstrip()
            assert value[0].split() == piece.split()[1:]
        else:
            assert document(form.format(piece)).data == value


@settings(max_examples=60, deadline=None)
@given(sources())
def test_every_mark_lies_inside_the_file_and_its_parent(source: str) -> None:
    if (parsed := distinct(source)) is None:
        return
    lines = re.split("\r\n|\n", source.removeprefix("\ufeff"))
    for outer, inner in within(parsed.marks):
        assert outer[:2] <= inner[:2] <= inner[2:4] <= outer[2:4]
        assert inner.end_line < len(lines)
        assert inner.end_column <= len(lines[inner.end_line])


@settings(max_examples=40, deadline=None)
@given(sources())
def test_both_parsers_read_the_same(source: str) -> None:
    if (parsed := distinct(source)) is None:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "CParser", None)
        slow = document(source)
        assert slow.data == parsed.data
        assert slow.marks == parsed.marks


@pytest.mark.parametrize(
    ("source", "loc", "mark"),
    [
        ("a:\nb: 1\n", "a", (0, 1, 0, 1)),
        ("a: |\n  x\n\n\nb: 1\n", "a", (0, 3, 1, 3)),
        ("a: |  # c\n\nb: 1\n", "a", (0, 3, 0, 9)),
        ("a: |\n  x", "a", (0, 3, 1, 3)),
        ("a: [1,\n  2]  # c\n", "a", (0, 3, 1, 4)),
        ("a:\n  b: 1\n  c: 2  # c\n\n\nd: 3\n", "a", (1, 2, 2, 6)),
        ("a:\n- x\n-\n\nb: 1\n", "a", (1, 0, 2, 1)),
        ("名: '😀 x'\n", "名", (0, 3, 0, 8)),
        ("a: x\n  y\nb: 1\n", "a", (0, 3, 1, 3)),
    ],
)
def test_marks(source: str, loc: str, mark: tuple[int, int, int, int]) -> None:
    children = document(source).marks.children
    assert isinstance(children, dict)
    assert children[loc][1][:4] == mark
