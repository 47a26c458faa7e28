import re
from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.repository import Placed
from eplan.rule import Found, rule

_STATUTORY = re.compile("特别重大|重大|较大|一般")


@rule(
    "P505",
    severity=Severity.INFO,
    bad=sound_folder(
        ("category: natural-disaster\n", "category: social-security\n"),
        ("hazards: [forest-fire]\nowner", "hazards: [mass-incident]\nowner"),
        ("grades:\n", "grades:  # <- P505\n"),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def social_security_graded(plan: Placed[Plan]) -> Iterator[Found]:
    """A social-security plan does not pass off its grades as the statutory four.

    ## Why

    The law grades natural disasters, accidents and public health events; for social security it does not. A plan may
    have working levels, but should say that they are its own.

    ## Source

    突发事件应对法 (2007) 第三条、(2024) 第三条：按照社会危害程度、影响范围等因素，自然灾害、事故灾难、公共卫生事件分为特别重大、重大、较大和一般四级

    ## Not caught

    Grades under other names, and response levels.
    """
    model = plan.model
    named = [grade.name for grade in model.grades if grade.name and _STATUTORY.search(grade.name)]
    if model.category == "social-security" and named:
        yield Found(
            plan.at("grades"),
            say(
                "the law does not grade social-security events, yet the plan has {names}: "
                "call them working levels of the district, or name what they rest on",
                names=named,
            ),
        )
