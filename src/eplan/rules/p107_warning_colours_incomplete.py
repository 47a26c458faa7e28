from collections.abc import Iterator

from eplan.contents import colours_left_out
from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.models.vocabulary import COLOURS, label
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "P107",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("  levels:\n    - {colour: red", "  levels:  # <- P107\n    - {colour: red"),
        ("    - {colour: orange, criteria: 五级火险, issued-by: 区森林防火指挥部, lifted-when: 火险降级}\n", ""),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def warning_colours_incomplete(plan: Placed[Plan]) -> Iterator[Found]:
    """A plan that has warning colours has red, orange, yellow and blue.

    A gap in the scale, or no red, is a warning; a scale that only ends early, without blue or yellow, is information:
    some hazards are warned of in fewer colours.

    ## Why

    Whoever reads yellow and red and no orange does not know what to do when the weather office sends orange.

    ## Source

    突发事件应对法 (2007) 第四十二条、(2024) 第六十三条：一级、二级、三级和四级，分别用红色、橙色、黄色和蓝色标示

    ## Not caught

    Plans without warning colours. Social-security plans, which the law does not grade. Plans of communities and
    units, which carry out the warnings of others. Scales in which a colour stands twice, which is P312.
    """
    missing, basis = colours_left_out(plan)
    if missing:
        ends_early = missing == COLOURS[-len(missing) :]
        message = say("warning colours without criteria: {colours}: write them", colours=[*map(label, missing)])
        severity = Severity.INFO if ends_early else Severity.WARNING
        yield Found(plan.at("warning", "levels"), message, basis=basis, severity=severity)
