"""Each way of breaking a file of `data/` gives one clear sentence at the line that was changed, and nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eplan import workspace
from eplan.models.kinds import kind_of
from eplan.reading import Sources, read_folder
from eplan.workspace import check_sources
from tests.conftest import ROOT

AS_OF = date(2012, 12, 31)

# What is done, in which file, the text replaced (where it stands first), the text put there, the rule that says so,
# and the line in words where it is not the first one changed.
# fmt: off
CASES = (
    ("wrong type", "data/shelters.yaml", "area-m2: 16000", "area-m2: 一万六千", "Y203", ""),
    ("text for a list", "data/headquarters.yaml", "hazards: [forest-fire]", "hazards: forest-fire", "Y203", ""),
    ("missing key", "data/teams.yaml", "    unit: 区消防大队\n", "", "Y202", "  - id: 区综合应急救援大队"),
    ("typo in a key", "data/hazards.yaml", "    assessed: ", "    asessed: ", "Y201", ""),
    ("key one level too deep", "data/tasks.yaml", "        due: 2012-06\n", "          due: 2012-06\n", "Y201", ""),
    ("duplicate key", "data/units.yaml", "    kind: party\n", "    kind: party\n    kind: office\n", "Y105", ""),
    ("tab", "data/tasks.yaml", '      - id: "1.2"', '\t- id: "1.2"', "Y104", ""),
    ("bad date", "data/tasks.yaml", "due: 2012-06\n", "due: 2012-06-31\n", "Y206", ""),
    ("date in Chinese", "data/activities.yaml", "date: 2012-02-27", "date: 2012年2月27日", "Y206", ""),
    ("alias", "data/headquarters.yaml", "parent: 区应急委员会", "parent: *区应急委员会", "Y106", ""),
    ("anchor", "data/teams.yaml", "leader: 区消防大队", "leader: &队长 区消防大队", "Y106", ""),
    ("tag", "data/activities.yaml", "count: 1242", "count: !!int 1242", "Y107", ""),
    ("merge key", "data/shelters.yaml", "    indoor: false\n", "    <<: {indoor: false}\n", "Y108", ""),
    ("unknown unit", "data/hazards.yaml", "owner: 弄弄坪街道", "owner: 弄弄坪街", "R102", ""),
    ("unknown plan", "data/scenarios/林火逼近村组.yaml", "plans: [forest-fire,", "plans: [forest-fires,", "R104", ""),
    ("cycle", "data/tasks.yaml", "成立应急委员会\n", '成立应急委员会\n        after: ["4.2"]\n', "R204", ""),
    ("unquoted phone", "data/shelters.yaml", 'phone: "0812-0000401"', "phone: 08120000401", "Y205", ""),
    ("bad enum", "data/events/2012.yaml", "category: natural-disaster", "category: natural-disasters", "Y204", ""),
    ("unclosed quote", "data/teams.yaml", 'phone: "0812-0000302"', 'phone: "0812-0000302', "Y103", ""),
    ("unclosed bracket", "data/hazards.yaml", "2012-12-14]\n", "2012-12-14\n", "Y103", ""),
    ("full-width colon", "data/events/2012.yaml", "    place: 银江镇", "    place：银江镇", "Y103", ""),
    ("no blank after the colon", "data/warnings.yaml", "    colour: orange", "    colour:orange", "Y103", ""),
    ("bad duration", "data/scenarios/林火逼近村组.yaml", "after: 20min", "after: 20分钟", "Y206", ""),
    ("bad quantity", "data/scenarios/林火逼近村组.yaml", "风力灭火机: 40台", "风力灭火机: 40", "Y206", ""),
    ("number out of range", "data/hazards.yaml", "lat: 26.6052", "lat: 126.6052", "Y207", ""),
    ("second document", "data/plans/department/department-forestry.yaml", "\nowner: ", "\n---\nowner: ", "Y110", ""),
    ("directive", "data/duty/2012-12.yaml", "# ", "%YAML 1.1\n# ", "Y111", ""),
    ("invisible character", "data/units.yaml", "name: 区应急办", "name: 区\ufeff应急办", "Y102", ""),
    ("settings", "eplan.yaml", "language: zh-CN", "language: Chinese", "Y204", ""),
)
# fmt: on


READ_ONCE = cache(workspace.read_file)


@pytest.fixture(autouse=True)
def unchanged_files_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same path and bytes always make the same model."""
    monkeypatch.setattr(workspace, "read_file", READ_ONCE)


@cache
def sound() -> Sources:
    return read_folder(ROOT)


@cache
def known() -> frozenset[str]:
    return frozenset(finding.fingerprint for finding in check_sources(sound(), AS_OF).findings)


FIRST_OF_KIND = tuple(
    {kind_of(path): str(path) for path in sorted(sound().yaml, reverse=True) if path.parts[0] == "data"}.values()
)
PLANS = tuple(str(path) for path in sound().yaml if path.parts[:2] == ("data", "plans"))
MOST = 2


def text_of(name: str) -> str:
    return sound().yaml[PurePosixPath(name)].decode()


def newly_found(changed: Mapping[str, bytes]) -> list[tuple[str, int, str]]:
    """What the folder with some files changed has more than the folder as it is."""
    yaml = {**sound().yaml, **{PurePosixPath(name): content for name, content in changed.items()}}
    found = check_sources(replace(sound(), yaml=yaml), AS_OF).findings
    return [(str(f.position.path), f.position.line, f.rule) for f in found if f.fingerprint not in known()]


@pytest.mark.parametrize(
    ("file", "old", "new", "rule", "line"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_broken(file: str, old: str, new: str, rule: str, line: str) -> None:
    text = text_of(file)
    assert old in text, "data/ has changed: choose another text"
    broken = text.replace(old, new, 1)
    assert newly_found({file: broken.encode()}) == [(file, expected_line(text, broken, line), rule)]


def expected_line(text: str, broken: str, line: str) -> int:
    lines = broken.split("\n")
    if line:
        return lines.index(line) + 1
    return next(number for number, (old, new) in enumerate(zip(text.split("\n"), lines, strict=False), 1) if old != new)


@pytest.mark.parametrize(("file", "content", "rule"), [
    ("data/warnings.yaml", text_of("data/warnings.yaml").encode("gb18030"), "Y101"),
    ("data/warnings.yaml", text_of("data/warnings.yaml").encode("utf-16"), "Y101"),
    ("data/units.yaml", text_of("data/units.yaml").encode("gb18030"), "Y101"),
    ("data/scenarios/林火逼近村组.yaml", b"", "Y112"),
    ("data/contacts.yaml", b"contacts: []\n", "Y301"),
    ("data/tasks/1.yml", b"areas: []\n", "Y301"),
], ids=("GBK", "UTF-16", "all units in GBK", "empty file", "file of no kind", "wrong ending"))  # fmt: skip
def test_broken_whole(file: str, content: bytes, rule: str) -> None:
    assert newly_found({file: content}) == [(file, 1, rule)]


SPOILT = {
    "not YAML": lambda source: source + b"\n  - x: [\n",
    "unknown key": lambda source: source + b"\nfoobar: 1\n",
    "GBK": lambda source: source.decode().encode("gb18030"),
    "UTF-16 without a mark": lambda source: source.decode().encode("utf-16-le"),
    "one bad byte": lambda source: source[:40] + b"\xff" + source[40:],
}
RENAMED = frozenset(("M107", "M108", "S202"))
"""Which plans run together is told anew where one of them cannot be read."""


@pytest.mark.parametrize(("turn", "spoil"), list(enumerate(SPOILT.values())), ids=list(SPOILT))
def test_of_a_file_that_cannot_be_read_nobody_says_that_its_contents_are_missing(
    turn: int, spoil: Callable[[bytes], bytes]
) -> None:
    """One file of each kind and every plan, each spoilt in one way."""
    for name in (*FIRST_OF_KIND, *PLANS)[turn :: len(SPOILT)]:
        found = newly_found({name: spoil(sound().yaml[PurePosixPath(name)])})
        assert [rule[0] for _, _, rule in found if rule not in RENAMED] == ["Y"], (name, found)


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_a_file_with_one_character_changed_is_judged_in_a_few_sentences(data: st.DataObject) -> None:
    """No crash, whatever is typed where; a slip of one character is told in two findings on its file at most."""
    name = data.draw(st.sampled_from((*FIRST_OF_KIND, *PLANS)))
    text = text_of(name)
    at = data.draw(st.integers(0, len(text) - 1))
    typed = data.draw(st.sampled_from("：，、“”【】－　\t\0\ufeff&*!%@`[]{}#'\"|>?-:, \n0x"))
    changed = text[:at] + typed + text[at + data.draw(st.booleans()) :]
    own = [rule for path, _, rule in newly_found({name: changed.encode()}) if path == name and rule[0] == "Y"]
    assert len(own) <= MOST, own


def test_two_broken_files_are_both_told() -> None:
    files = ("data/hazards.yaml", "data/teams.yaml")
    broken = {name: text_of(name).replace("    kind: ", "    knid: ", 1).encode() for name in files}
    assert newly_found(broken) == [
        ("data/hazards.yaml", 4, "Y201"),
        ("data/teams.yaml", 5, "Y201"),
    ]


FILES_OF_DATA = sorted(str(path) for path in sound().yaml if path.parts[0] == "data")
OTHER_GROUPS = ("M107", "M108")
"""Which plans run together is another question when one of them is broken."""


@pytest.mark.parametrize("file", FILES_OF_DATA)
def test_what_a_broken_file_holds_is_not_missing(file: str) -> None:
    """Whatever was in the file, nobody says that it is not there."""
    found = newly_found({file: f'{text_of(file)}\nunclosed: "\n'.encode()})
    assert [place for place in found if place[2] not in OTHER_GROUPS and place[2][0] != "Y"] == []


def test_files_of_data_are_found() -> None:
    assert len(FILES_OF_DATA) > 50
