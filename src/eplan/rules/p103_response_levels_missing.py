from collections.abc import Iterator

from eplan.contents import lacks
from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.law import severity_of
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule

_LEVELS = """\
  levels:
    - {level: 1, trigger: 特别重大火灾, decided-by: 区森林防火指挥部, commander: 分管林业副区长, escalates-to: 市森林防火指挥部, ends-when: 明火全部扑灭, ended-by: 区森林防火指挥部}
    - {level: 2, trigger: 重大火灾, decided-by: 区森林防火指挥部, commander: 分管林业副区长, ends-when: 明火全部扑灭, ended-by: 区森林防火指挥部}
    - {level: 3, trigger: 较大火灾, decided-by: 区林业局, commander: 区林业局, ends-when: 明火全部扑灭, ended-by: 区林业局}
    - {level: 4, trigger: 一般火灾, decided-by: 区林业局, commander: 区林业局, ends-when: 明火全部扑灭, ended-by: 区林业局}
"""


@rule(
    "P103",
    severity=Severity.WARNING,
    bad=sound_folder(("response:\n", "response:  # <- P103\n"), (_LEVELS, ""), only=(NAME,)),
    good=sound_folder(),
)
def response_levels_missing(plan: Placed[Plan]) -> Iterator[Found]:
    """A special plan says its response levels, and its actions say at which of them they are done.

    Where the law of the day asks for levels, of the plans that it names and with its weight; before that, as practice.

    ## Why

    Without levels a small fire calls out everybody, or a large one nobody.

    ## Source

    突发事件应对法 (2024) 第七十一条：县级以上人民政府及其有关部门应当在突发事件应急预案中确定应急响应级别; practice before 2024-11-01

    ## Not caught

    Plans without any `response`, as long as no law asks for levels: that is P101. Fewer than four levels: many sound
    plans have three. Overall plans, and plans of streets, communities and units, of which nobody asks for levels.
    """
    model = plan.model
    levels = model.response.levels if model.response else ()
    if len(levels) > 1 and model.actions and not any(action.response for action in model.actions):
        message = say(
            "the plan has {count} response levels, but no action says at which it is done: write "
            "`response` at the actions",
            count=len(levels),
        )
        yield Found(plan.at("actions"), message)
    if levels:
        return
    basis = plan.on.requiring("response-levels", model.kind)
    if basis or (model.kind == "special" and not lacks(plan, "response")):
        weight = max(map(severity_of, basis), default=Severity.INFO)
        message = say("no response levels: write when the response goes from one level to the next (`response.levels`)")
        yield Found(plan.at("response", "levels"), message, basis=basis, severity=weight)
