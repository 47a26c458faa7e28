import re
from collections.abc import Iterator
from datetime import date

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.resources import Supply
from eplan.repository import Placed
from eplan.rule import Found, rule

_CODE = re.compile(r"[123]\d{6}")


@rule(
    "S107",
    severity=Severity.WARNING,
    bad={
        "data/supplies/区民政局.yaml": """\
unit: 区民政局
supplies:
  - id: 其他生活物资
    name: 其他生活物资
    code: "4999999"  # <- S107
    quantity: 500件
    store: 救灾物资储备库
    keeper: 区民政局值班员
    counted: 2020-12-05
""",
        "data/units.yaml": "units:\n  - {name: 区民政局, kind: department}\n",
    },
    good={
        "data/supplies/区民政局.yaml": """\
unit: 区民政局
supplies:
  - id: 其他生活物资
    name: 其他生活物资
    code: "1999999"
    quantity: 500件
    store: 救灾物资储备库
    keeper: 区民政局值班员
    counted: 2020-12-05
""",
        "data/units.yaml": "units:\n  - {name: 区民政局, kind: department}\n",
    },
    as_of=date(2020, 12, 31),
)
def code_malformed(supply: Placed[Supply]) -> Iterator[Found]:
    """The code of an item has the form of GB/T 38565: seven digits, the first of them 1, 2 or 3.

    The first digit is the class (1 basic living, 2 equipment, 3 engineering materials and machines), then come three
    pairs of digits. Asked from the day on which the standard came into force.

    ## Why

    Stocks of several districts can only be added up where the codes are those of the standard.

    ## Source

    GB/T 38565-2020 应急物资分类及编码

    ## Not caught

    Items without a code; a code of the right form for another item: the table of the standard is not part of eplan.
    """
    code = supply.model.code
    if code is None or _CODE.fullmatch(code):
        return
    rows = supply.on.requiring("supply-code")
    if rows:
        yield Found(
            supply.at("code"),
            say(
                "'{code}' of {item} is no code of GB/T 38565: look it up there (seven digits, the first 1, 2 or 3)",
                code=code,
                item=supply.id,
            ),
            basis=rows,
            severity=heaviest(rows, Severity.WARNING),
        )
