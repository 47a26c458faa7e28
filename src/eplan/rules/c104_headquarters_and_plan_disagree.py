from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.headquarters import Headquarters
from eplan.models.vocabulary import label
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule


@rule(
    "C104",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("    hazards: [forest-fire]\n    commander", "    hazards: [flood]  # <- C104\n    commander"),
        (
            "    plan: forest-fire\n",
            "    plan: forest-fire\n  - {name: 区应急委员会, office: 区应急办, plan: forest-fire}  # <- C104\n",
        ),
    ),
    good=sound_folder(),
)
def headquarters_and_plan_disagree(repository: Repository) -> Iterator[Found]:
    """A headquarters and its plan name each other and are for the same hazards.

    ## Why

    Two bodies that both hold the plan for theirs give two orders; a hazard that the headquarters does not command is
    commanded by nobody.

    ## Source

    practice

    ## Not caught

    A headquarters that several plans name: one may have more than one plan.
    """
    for headquarters in repository.of(Headquarters):
        plan = repository.plan_by_id.get(headquarters.model.plan or "")
        if plan is None or plan.model.edition.is_withdrawn_on(repository.as_of):
            continue
        other = plan.model.command.headquarters if plan.model.command else None
        if other in repository.headquarters_by_name and other != headquarters.model.name:
            yield Found(
                headquarters.at("plan"),
                say(
                    "{headquarters} names the plan '{plan}', which names {other} as its headquarters: correct"
                    " one of them",
                    headquarters=headquarters.model.name,
                    plan=plan.id,
                    other=other,
                ),
            )
        else:
            yield from _other_hazards(headquarters, tuple(plan.model.hazards), plan.id)


def _other_hazards(headquarters: Placed[Headquarters], planned: tuple[str, ...], plan: str) -> Iterator[Found]:
    outside = [label(hazard) for hazard in planned if hazard not in headquarters.model.hazards]
    if headquarters.model.hazards and outside:
        yield Found(
            headquarters.at("hazards"),
            say(
                "the plan '{plan}' is also for {hazards}, which {headquarters} does not command: add it "
                "to its `hazards`, or take it out of the plan",
                plan=plan,
                hazards=outside,
                headquarters=headquarters.model.name,
            ),
        )
