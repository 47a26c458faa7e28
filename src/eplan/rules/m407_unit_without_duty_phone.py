from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.units import Unit
from eplan.repository import Repository
from eplan.rule import Found, rule

_ON_CALL = (
    "office", "department", "fire", "public-institution", "development-zone", "street", "township", "community",
    "village", "school", "kindergarten", "hospital", "care-home", "hazardous-chemicals", "mine", "smelter", "rail",
    "lifeline", "scenic-area",
)  # fmt: skip


@rule(
    "M407",
    severity=Severity.INFO,
    bad={
        "eplan.yaml": "district: {name: 某区}\n",
        "data/units.yaml": """\
units:
  - {name: 炳草岗街道, kind: street, duty-phone: "0812-0000002"}
  - {name: 大渡口街道, kind: street}  # <- M407
  - {name: 弄弄坪街道, kind: street, contacts: [{post: 弄弄坪街道值班员, phone: "0812-0000003", verified: 2012-12-01}]}
""",
    },
    good={
        "data/units.yaml": """\
units:
  - {name: 炳草岗街道, kind: street, duty-phone: "0812-0000002"}
""",
    },
)
def unit_without_duty_phone(repository: Repository) -> Iterator[Found]:
    """Every unit of the duty network can be called at any hour.

    Offices, departments, streets, townships, communities, villages, schools, hospitals and dangerous or vital works
    have a `duty-phone`, or a post for duty (值班) with a number. Units without one are one finding. Asked of a whole
    district's folder, which is one with an `eplan.yaml`.

    ## Why

    District, street and community are one network of duty only as long as each can ring the next.

    ## Source

    practice：区、街道、社区三级值班网络

    ## Not caught

    The government itself, whose emergency office answers for it; party bodies; units outside the district.
    """
    if repository.config_place is None:
        return
    without = [unit for unit in repository.units if unit.model.kind in _ON_CALL and not _has_number(unit.model)]
    for unit in without:
        yield Found(
            unit.at("name"),
            say(
                "{count} units have no duty telephone, {name} among them: write their `duty-phone`",
                count=len(without),
                name=unit.model.name,
            ),
            cause="phone",
        )


def _has_number(unit: Unit) -> bool:
    return unit.duty_phone is not None or any("值班" in contact.post and contact.phone for contact in unit.contacts)
