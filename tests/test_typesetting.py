"""A large document is typeset by a process of its own: the same bytes."""

from datetime import date

import pytest

from eplan.render import typesetting

SOURCE = '#set text(font: "Eplan Song", lang: "zh")\n= 森林火灾\n#"#import {{ 7*7 }} \\"x\\"";'


def test_own_process_makes_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    here = typesetting.typeset(SOURCE, date(2012, 12, 31), ["1.7"])
    monkeypatch.setattr(typesetting, "LARGE", 0)
    assert typesetting.typeset(SOURCE, date(2012, 12, 31), ["1.7"]) == here
    assert here.startswith(b"%PDF-1.7")
