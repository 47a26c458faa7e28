"""Defects planted in the folder of this project from the list of what must be caught: each is found, and nothing else."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import PurePosixPath

import pytest

from eplan.checking import new_since
from eplan.finding import Finding
from eplan.messages import translator
from eplan.reading import Sources, read_folder
from eplan.rules import GROUPS
from eplan.workspace import check_sources

from .conftest import ROOT
from .planted import MARK, PLANTED, Planted
from .planted_blind import BLIND

AS_OF = date(2012, 12, 31)
WANTED, FEWEST = 60, 3
"""How many defects, and how many of each group."""
LISTS = (pytest.param(PLANTED, id="planted"), pytest.param(BLIND, id="blind"))
COPIES = 10
"""Copies in which a part of the defects is planted, so that none hides another of its file or rule."""
Texts = Mapping[PurePosixPath, str]


@cache
def unbroken() -> Sources:
    folder = read_folder(ROOT)
    ours = frozenset(name for name in folder.paths if name == "eplan.yaml" or name.startswith("data/"))
    return replace(folder, paths=ours)


@cache
def findings_before() -> tuple[Finding, ...]:
    return check_sources(unbroken(), AS_OF).findings


@dataclass(frozen=True)
class Outcome:
    """What planting some defects changed; `wanted` are the places of the defects as `group path:line`."""

    wanted: tuple[str, ...]
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]


def planted(defects: Sequence[Planted]) -> Outcome:
    marked = _marked(defects)
    files = {path: _without_marks(text) for path, text in marked.items()}
    encodings = {defect.file: defect.encoding for defect in defects}
    changed = {path: text.encode(encodings[path]) for path, text in files.items()}
    sources = replace(
        unbroken(), yaml={**unbroken().yaml, **changed}, paths=unbroken().paths | {str(path) for path in changed}
    )
    findings = check_sources(sources, AS_OF).findings
    left = {finding.fingerprint for finding in findings}
    wanted = tuple(_wanted(number, defect, marked, files) for number, defect in enumerate(defects))
    gone = tuple(finding for finding in findings_before() if finding.fingerprint not in left)
    return Outcome(wanted, new_since(findings, findings_before()), gone)


def _marked(defects: Sequence[Planted]) -> Texts:
    """The changed files; the mark of each defect is a character of its own."""
    texts: dict[PurePosixPath, str] = {}
    for number, defect in enumerate(defects):
        text = texts.get(defect.file) or unbroken().yaml.get(defect.file, b"").decode()
        texts[defect.file] = defect.plant(text).replace(MARK, _mark(number))
    return texts


def _mark(number: int) -> str:
    return chr(0xE000 + number)


def _without_marks(text: str) -> str:
    return "".join(character for character in text if not 0xE000 <= ord(character) < 0xF000)


def _wanted(number: int, defect: Planted, marked: Texts, files: Texts) -> str:
    """Where the finding must stand: at the mark, or at the text that the defect names."""
    path, text, sign = defect.path, marked[defect.file], _mark(number)
    if defect.at:
        path, sign = defect.at
        text = files.get(PurePosixPath(path)) or unbroken().yaml[PurePosixPath(path)].decode()
    assert text.count(sign) == 1, f"{defect.what}: the place stands {text.count(sign)} times"
    return f"{defect.group} {path}:{text[: text.index(sign)].count(chr(10)) + 1}"


def _where(finding: Finding) -> str:
    return f"{finding.rule[0]} {finding.position.path}:{finding.position.line}"


def _judged(defects: Sequence[Planted]) -> tuple[list[str], list[str]]:
    """What should have been found and was not, and what was found or lost that should not have been."""
    outcome = planted(defects)
    chinese = translator("zh-CN")
    missed = Counter(outcome.wanted)
    vague = [
        f"{place} does not say {defect.says}"
        for defect, place in zip(defects, outcome.wanted, strict=True)
        if not any(_says(chinese(finding.message), defect) for finding in outcome.new if _where(finding) == place)
    ]
    comes = Counter(rule for defect in defects for rule in defect.also)
    goes = Counter(rule for defect in defects for rule in defect.gone)
    surprises = []
    for finding in outcome.new:
        for expected, key in ((missed, _where(finding)), (comes, finding.rule)):
            if expected[key] > 0:
                expected[key] -= 1
                break
        else:
            surprises.append(f"{finding.rule} {finding.position}: {translator('en')(finding.message)}")
    for finding in outcome.gone:
        goes[finding.rule] -= 1
        surprises += [f"gone: {finding.rule} {finding.position}"] if goes[finding.rule] < 0 else []
    return sorted((missed + comes).elements()) or vague, surprises


def _says(sentence: str, defect: Planted) -> bool:
    return all(word in sentence for word in defect.says)


@pytest.mark.parametrize("turn", range(COPIES))
def test_each_copy_with_some_defects_shows_those_and_nothing_else(turn: int) -> None:
    assert _judged(PLANTED[turn::COPIES]) == ([], [])


@pytest.mark.parametrize("defects", LISTS)
def test_all_defects_are_found_in_one_copy_and_nothing_else(defects: Sequence[Planted]) -> None:
    assert _judged(defects) == ([], [])


@pytest.mark.parametrize("defects", LISTS)
def test_defects_of_every_group_are_planted(defects: Sequence[Planted]) -> None:
    counted = Counter(defect.group for defect in defects)
    assert counted.keys() == set(GROUPS)
    assert min(counted.values()) >= FEWEST
    assert len({defect.what for defect in defects}) == len(defects) >= WANTED
