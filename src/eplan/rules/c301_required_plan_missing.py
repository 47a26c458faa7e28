from collections.abc import Iterator

from eplan.coverage import Slot, is_open, slots
from eplan.document import Place
from eplan.finding import Severity
from eplan.law import severity_of
from eplan.messages import say
from eplan.repository import Repository
from eplan.rule import Found, rule

_NOT_NEEDED = """\
district: {name: 某区}
no-plan-needed:
  slot-overall-2007: 由市统一编制
  slot-relief: 由市统一编制
  slot-meteorological: 由市统一编制
  slot-geological: 全区为平原
  slot-earthquake: 由市统一编制
  slot-drought: 由市统一编制
  slot-work-safety-2002: 由市统一编制
  slot-chemicals: 区内无危险化学品单位
  slot-fire-2008: 由市统一编制
  slot-gas-supply: 区内未通燃气
  slot-food-2009: 由市统一编制
  slot-infectious: 由市统一编制
  slot-animal: 由市统一编制
"""
_UNITS = """\
units:
  - {name: 某区政府, kind: government}
"""


@rule(
    "C301",
    severity=Severity.ERROR,
    bad={
        "eplan.yaml": _NOT_NEEDED.replace("district: {name: 某区}", "district: {name: 某区}  # <- C301").replace(
            "  slot-earthquake: 由市统一编制\n", "  slot-earthquakes: 由市统一编制  # <- C301\n"
        ),
        "data/units.yaml": _UNITS,
    },
    good={"eplan.yaml": _NOT_NEEDED, "data/units.yaml": _UNITS},
)
def required_plan_missing(repository: Repository) -> Iterator[Found]:
    """The district has every plan that statutes ask of its government by name.

    A plan fills a slot by one of its `hazards`, or, where it names none, by a word of its title; it must be in force,
    and hold in the whole district. Each slot is a finding of its own. A slot that is not needed here is named with the
    reason under `no-plan-needed` in eplan.yaml.

    ## Why

    These plans are what the level above asks for first, and what is missing when it is needed.

    ## Source

    突发事件应对法 (2007) 第十七条、(2024) 第二十六条, and the laws and regulations for single hazards, each between its own days

    ## Not caught

    Folders whose units name no government. Plans asked for only in certain circumstances (C302), and those of towns and
    streets (C202).
    """
    governments = [unit for unit in repository.units if unit.model.kind == "government"]
    if repository.config_place is None or not governments:
        return
    for slot in slots(repository.on.requiring("required-plan", "government")):
        if is_open(slot, repository):
            yield _found(slot, repository.config_place)
    yield from _unknown_slots(repository, repository.config_place)


def _found(slot: Slot, place: Place) -> Found:
    message = say(
        "no plan in force for {names} ({slot}): write it, or say under `no-plan-needed` why the district needs none",
        names=slot.name,
        slot=slot.rows[0].id,
    )
    return Found(place, message, slot.rows[0].id, slot.rows, max(map(severity_of, slot.rows)))


def _unknown_slots(repository: Repository, place: Place) -> Iterator[Found]:
    """Reasons for slots that no law knows: they excuse nothing."""
    law = repository.on.law
    known = {row.id for row in law.requirements if row.about in ("required-plan", "conditional-plan")}
    for slot in repository.on.config.no_plan_needed:
        if slot not in known:
            message = say("no law asks for a plan called '{slot}': write the name that the finding gives", slot=slot)
            yield Found(Place(place.document, ("no-plan-needed", slot)), message, slot, severity=Severity.WARNING)
