"""Every sentence has its Chinese, and the compiled catalogue is the written one."""

import re
import sys

import pytest

from eplan.messages import translator
from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))
import catalogue


@pytest.fixture(scope="module")
def pairs() -> dict[str, str]:
    return catalogue.translations()


def test_every_sentence_is_translated() -> None:
    assert catalogue.missing() == []


def test_gaps_are_the_same_in_both_languages(pairs: dict[str, str]) -> None:
    assert pairs
    gaps = {english: (_gaps(english), _gaps(chinese)) for english, chinese in pairs.items()}
    assert {english: both for english, both in gaps.items() if both[0] != both[1]} == {}


def test_compiled_catalogue_is_the_written_one(pairs: dict[str, str]) -> None:
    chinese = translator("zh-CN").catalogue
    assert {english: chinese.gettext(english) for english in pairs} == pairs


def _gaps(text: str) -> list[str]:
    return sorted(set(re.findall(r"\{(\w+)", text))) if "{" in text and not text.lstrip().startswith("`") else []
