import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from eplan.document import Place
from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.models.quantities import earliest
from eplan.repository import Placed
from eplan.rule import Found, rule

_HISTORY = '  history: [{version: "1", issued: 2009-06-01}, {version: "2", issued: 2011-03-01}]\n'
_Entry = tuple[Place, str | None, date | None]
"""An edition: where it stands, its version, its day of issue."""


@rule(
    "L503",
    severity=Severity.WARNING,
    bad=sound_folder(
        ('  version: "1"\n', '  version: "2"  # <- L503\n'),
        ("  issued: 2012-09-12\n", "  issued: 2012-09-12\n" + _HISTORY),
    ),
    good=sound_folder(
        ('  version: "1"\n', '  version: "3"\n'),
        ("  issued: 2012-09-12\n", "  issued: 2012-09-12\n" + _HISTORY),
    ),
)
def history_not_increasing(plan: Placed[Plan]) -> Iterator[Found]:
    """Versions and days of issue increase from one edition to the next, up to the edition in the file.

    ## Why

    Two editions with one version cannot be told apart on a printed page.

    ## Source

    practice

    ## Not caught

    Versions that are not numbers, such as 2012年修订版. Editions without a version or day.
    """
    for (_, version, issued), (place, next_version, next_issued) in pairwise(_editions(plan)):
        older, newer = _number(version), _number(next_version)
        if older and newer and newer <= older:
            yield Found(
                Place(place.document, (*place.loc, "version")),
                say(
                    "version {version} follows version {before}: number the editions upwards",
                    version=next_version,
                    before=version,
                ),
            )
        if issued and next_issued and next_issued <= earliest(issued):
            yield Found(
                Place(place.document, (*place.loc, "issued")),
                say(
                    "issued on {issued}, but the edition before it on {before}: put the editions in order, oldest first",
                    issued=next_issued,
                    before=issued,
                ),
            )


def _editions(plan: Placed[Plan]) -> Iterator[_Entry]:
    edition = plan.model.edition
    for index, past in enumerate(edition.history):
        yield plan.at("edition", "history", index), past.version, past.issued
    yield plan.at("edition"), edition.version, edition.issued


def _number(version: str | None) -> tuple[int, ...]:
    """`1.10` as (1, 10); nothing where it is not made of numbers."""
    found = re.fullmatch(r"[vV第]?(\d+(?:\.\d+)*)[版]?", version or "")
    return tuple(map(int, found[1].split("."))) if found else ()
