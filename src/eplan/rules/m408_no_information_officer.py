from collections.abc import Iterator

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.units import Unit
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "M408",
    severity=Severity.WARNING,
    bad={
        "eplan.yaml": "district: {name: 某区}\n",
        "data/units.yaml": """\
units:
  - {name: 湖光社区, kind: community, contacts: [{post: 湖光社区灾害信息员}]}
  - {name: 马兰山社区, kind: community, contacts: [{post: 马兰山社区主任}]}  # <- M408
""",
    },
    good={
        "data/units.yaml": """\
units:
  - {name: 湖光社区, kind: community, contacts: [{post: 湖光社区灾害信息员}]}
""",
    },
)
def no_information_officer(repository: Repository) -> Iterator[Found]:
    """Every community and every village has somebody who reports what happens.

    A post whose name says so (信息员, 信息报告员) among the unit's contacts. Communities without one are one finding.
    Asked of a whole district's folder, which is one with an `eplan.yaml`.

    ## Why

    The first report comes from the one who lives there, if it is somebody's task.

    ## Source

    突发事件应对法 (2007) 第三十八条、(2024) 第六十条：在居民委员会、村民委员会建立专职或者兼职信息报告员制度

    ## Not caught

    Enterprises and institutions, for which the law only says 有关单位.
    """
    if repository.config_place is None:
        return
    without = [unit for unit in repository.units if _lives_there(unit.model) and not _has_officer(unit.model)]
    rows = repository.on.requiring("information-officer", "community", "village")
    for unit in without if rows else ():
        yield Found(
            unit.at("name"),
            say(
                "{count} communities and villages have no information officer, {name} among them: appoint one as a post (信息员)",
                count=len(without),
                name=unit.model.name,
            ),
            cause="officer",
            basis=rows,
            severity=heaviest(rows, Severity.WARNING),
        )


def _lives_there(unit: Unit) -> bool:
    return unit.kind in ("community", "village")


def _has_officer(unit: Unit) -> bool:
    return any("信息员" in contact.post or "报告员" in contact.post for contact in unit.contacts)
