from collections.abc import Iterator
from datetime import date

from eplan.document import Place
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.hazards import Hazard
from eplan.models.headquarters import Headquarters
from eplan.models.practice import Drill
from eplan.repository import Repository
from eplan.rule import Found, rule

_Reference = tuple[Place, str]
"""Where a plan is named, and its id."""
_WITHDRAWN = """\
title: 某区森林防火预案
kind: special
hazards: [forest-fire]
owner: 区林业局
edition:
  approved: {date: 2008-09-01, by: 区政府}
  issued: 2008-09-12
  filed: {date: 2008-09-20, with: 市林业局}
  withdrawn: {date: 2012-10-01, replaced-by: forest-fire}
"""


@rule(
    "L403",
    severity=Severity.WARNING,
    bad={
        **sound_folder(
            ("    plan: forest-fire\n", "    plan: old-forest-fire  # <- L403\n"),
            ("    plans: [forest-fire]\n", "    plans: [old-forest-fire]  # <- L403\n"),
        ),
        "data/plans/special/old-forest-fire.yaml": _WITHDRAWN,
    },
    good={**sound_folder(), "data/plans/special/old-forest-fire.yaml": _WITHDRAWN},
)
def withdrawn_but_referred_to(repository: Repository) -> Iterator[Found]:
    """Nothing in force leans on a withdrawn plan.

    All places that name one plan are one finding. Looked at are the plan above another, the plan that replaces
    another or runs with it, the plan of a headquarters and of a hazard, drills held or planned after the withdrawal,
    and what tasks not yet finished are to deliver.

    ## Why

    Whoever follows the reference in an emergency ends at a plan that nobody keeps any more.

    ## Source

    practice

    ## Not caught

    Titles of withdrawn plans in texts. References of plans that are themselves withdrawn.
    """
    withdrawn = {
        plan.id: plan.model.edition.withdrawn
        for plan in repository.plans
        if plan.model.edition.is_withdrawn_on(repository.as_of)
    }
    if not withdrawn:
        return
    days = {id_: record.date for id_, record in withdrawn.items() if record}
    for place, id_ in _references(repository, days):
        record = withdrawn.get(id_)
        if record:
            yield Found(
                place,
                say(
                    "the plan '{plan}' was withdrawn on {day}: name {instead} instead",
                    plan=id_,
                    day=record.date,
                    instead=record.replaced_by or say("a plan in force"),
                ),
                cause=id_,
            )


def _references(repository: Repository, days: dict[str, date]) -> Iterator[_Reference]:
    yield from _of_plans(repository)
    for headquarters in repository.of(Headquarters):
        yield from _named(headquarters.at("plan"), headquarters.model.plan)
    for hazard in repository.of(Hazard):
        yield from _named(hazard.at("plan"), hazard.model.plan)
    for drill in repository.of(Drill):
        day = drill.model.held or drill.model.planned
        later = ((index, id_) for index, id_ in enumerate(drill.model.plans) if day and day > days.get(id_, day))
        yield from ((drill.at("plans", index), id_) for index, id_ in later)
    for task in repository.tasks:
        if not task.model.is_done_on(repository.as_of):
            for index, deliverable in enumerate(task.model.deliverables):
                yield from _named(task.at("deliverables", index, "plan"), deliverable.plan)


def _of_plans(repository: Repository) -> Iterator[_Reference]:
    for plan in repository.plans:
        model = plan.model
        replacement = model.edition.withdrawn.replaced_by if model.edition.withdrawn else None
        yield from _named(plan.at("edition", "withdrawn", "replaced-by"), replacement)
        if model.edition.is_withdrawn_on(repository.as_of):
            continue
        yield from _named(plan.at("parent"), model.parent if isinstance(model.parent, str) else None)
        yield from ((plan.at("can-run-with", index), id_) for index, id_ in enumerate(model.can_run_with))


def _named(place: Place, id_: str | None) -> Iterator[_Reference]:
    if id_:
        yield place, id_
