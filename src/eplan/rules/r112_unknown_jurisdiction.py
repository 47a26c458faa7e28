from collections.abc import Iterator

from eplan.document import Place
from eplan.finding import Severity
from eplan.messages import say
from eplan.repository import Repository
from eplan.rule import Found, rule

_UNITS = "units:\n  - {name: 区应急办, kind: office, duty-phone: '0812-0000001'}\n"


@rule(
    "R112",
    severity=Severity.WARNING,
    bad={
        "eplan.yaml": "district: {name: 某区}\njurisdictions: [四川, 攀枝花市]  # <- R112\n",
        "data/units.yaml": _UNITS,
    },
    good={
        "eplan.yaml": "district: {name: 某区}\njurisdictions: [四川省, 攀枝花市]\n",
        "data/units.yaml": _UNITS,
    },
)
def unknown_jurisdiction(repository: Repository) -> Iterator[Found]:
    """The provinces and cities of eplan.yaml are called by the names under which their law is kept.

    ## Why

    Under 四川 instead of 四川省 the law of the province does not count, and nobody is told.

    ## Source

    practice

    ## Not caught

    Places whose local law eplan does not have: `eplan law` lists those that it has.
    """
    if repository.config_place is None:
        return
    places = sorted({row.jurisdiction for row in repository.on.law.instruments if row.jurisdiction})
    for index, name in enumerate(repository.on.config.jurisdictions):
        meant = next((place for place in places if place.startswith(name)), name)
        if meant != name:
            yield Found(
                Place(repository.config_place.document, ("jurisdictions", index)),
                say("no local law is kept under '{name}': did you mean '{place}'?", name=name, place=meant),
            )
