from collections.abc import Iterator

from eplan.document import Loc
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.models.vocabulary import label
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "M207",
    severity=Severity.WARNING,
    bad={
        "data/plans/special/earthquake.yaml": """\
title: 某区地震应急预案
kind: special
hazards: [earthquake]
owner: 区应急办
actions:
  - id: a1
    phase: during
    what: 转移群众
    with: {shelters: [礼堂避难场所]}  # <- M207
support:
  shelters: [体育场避难场所, 礼堂避难场所]  # <- M207
""",
        "data/shelters.yaml": """\
shelters:
  - {id: 体育场避难场所, name: 体育场避难场所, unit: 区应急办}
  - {id: 礼堂避难场所, name: 礼堂避难场所, unit: 区应急办, indoor: true, unsafe-for: [earthquake]}
""",
        "data/units.yaml": "units:\n  - {name: 区应急办, kind: office}\n",
    },
    good=sound_folder(),
)
def unsafe_shelter_named(repository: Repository) -> Iterator[Found]:
    """No plan sends people to a shelter that must not be used for its hazard.

    A plan for several hazards may name a shelter that is unsafe for one of them, if it names another one that is not.

    ## Why

    The hall that was never tested for earthquakes is full of people when the aftershock comes.

    ## Source

    突发事件应对法 (2007) 第四十四条、(2024) 第六十七条：转移至安全地带并予以妥善安置; that each plan is compared: practice

    ## Not caught

    Shelters that do not say for what they are unsafe.
    """
    unsafe = {name: shelter.model.unsafe_for for name, shelter in repository.shelter_by_id.items()}
    if not any(unsafe.values()):
        return
    for plan in repository.standing_plans:
        named = tuple(_shelters(plan.model))
        for loc, name in named:
            forbidden = [kind for kind in plan.model.hazards if kind in unsafe.get(name, ())]
            others = [unsafe.get(other, ()) for _, other in named]
            bad = [kind for kind in forbidden if all(kind in kinds for kinds in others)]
            if forbidden and (bad or len(forbidden) == len(plan.model.hazards)):
                yield Found(
                    plan.at(*loc),
                    say(
                        "{shelter} must not be used for {hazards}: name another shelter",
                        shelter=name,
                        hazards=[label(kind) for kind in bad or forbidden],
                    ),
                    cause=f"{plan.id}:{name}",
                )


def _shelters(plan: Plan) -> Iterator[tuple[Loc, str]]:
    """The shelters that a plan names, with where it does."""
    for index, action in enumerate(plan.actions):
        for position, name in enumerate(action.with_.shelters if action.with_ else ()):
            yield ("actions", index, "with", "shelters", position), name
    for position, name in enumerate(plan.support.shelters if plan.support else ()):
        yield ("support", "shelters", position), name
