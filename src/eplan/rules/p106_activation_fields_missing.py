import re
from collections.abc import Iterator
from datetime import date

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.law import severity_of
from eplan.messages import Message, say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule

_FIELDS: dict[str, tuple[Message, re.Pattern[str]]] = {
    "matter": (say("what the response is to"), re.compile("事项|事由|事件|类别|原因")),
    "level": (say("response level"), re.compile("级别|等级")),
    "expected-until": (say("how long it is expected to last"), re.compile("期限|时限|时间|时长")),
    "measures": (say("response measures"), re.compile("措施|要求")),
}
_KINDS = ("overall", "special", "department")


@rule(
    "P106",
    severity=Severity.ERROR,
    as_of=date(2025, 12, 31),
    bad=sound_folder(
        (
            "  activation: [响应事项, 级别, 预计期限, 应急处置措施]\n",
            "  activation: [响应事项, 级别]  # <- P106\n",
        ),
        only=(NAME,),
        year=2025,
    ),
    good=sound_folder(year=2025),
)
def activation_fields_missing(plan: Placed[Plan]) -> Iterator[Found]:
    """The decision to start a response says everything that the law in force on the day asks for.

    Asked of overall, special and department plans that have response levels. The words may differ.

    ## Why

    The units that are called out must know to what, at which level, for how long and with what; else each one asks
    back.

    ## Source

    突发事件应对法 (2024) 第七十二条：启动应急响应，应当明确响应事项、级别、预计期限、应急处置措施等

    ## Not caught

    Days before 2024-11-01: the law of 2007 names no fields.
    """
    model = plan.model
    if model.kind not in _KINDS or model.response is None or not model.response.levels:
        return
    basis = plan.on.requiring("activation-fields", model.kind)
    wanted = dict.fromkeys(field for row in basis for field in row.includes if field in _FIELDS)
    missing = [_FIELDS[key][0] for key in wanted if not any(map(_FIELDS[key][1].search, model.response.activation))]
    if missing:
        yield Found(
            plan.at("response", "activation"),
            say(
                "the decision to start a response does not say: {missing}: add it to `response.activation`",
                missing=missing,
            ),
            basis=basis,
            severity=max(map(severity_of, basis)),
        )
