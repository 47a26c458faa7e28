from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "R202",
    severity=Severity.INFO,
    bad={
        "data/units.yaml": """\
units:
  - {name: 区国土资源分局, kind: department, aliases: [区国土分局]}
""",
        "data/hazards.yaml": """\
hazards:
  - id: 滑坡1
    kind: geological-disaster
    place: 北街后山
    unit: 区国土分局  # <- R202
""",
    },
    good={
        "data/units.yaml": """\
units:
  - {name: 区国土资源分局, kind: department, aliases: [区国土分局]}
  - {name: 区应急办, kind: office, parent: 区国土资源分局}
""",
    },
)
def alias_used(repository: Repository) -> Iterator[Found]:
    """A unit is called by its name, not by an alias or its full name.

    The alias works all the same; figures and handbooks show the name. All uses of one alias are one finding. Where
    a file keeps the words of a document, the alias may stay.

    ## Why

    Two names for one unit are read as two units, and a search for one misses the other.

    ## Source

    practice
    """
    for placed, reference in repository.aliased:
        name = repository.canonical(reference.name)
        message = say("'{alias}' is another name of {name}: write {name}", alias=reference.name, name=name)
        yield Found(placed.at(*reference.loc), message, cause=reference.name)
