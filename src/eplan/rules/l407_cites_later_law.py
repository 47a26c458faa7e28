from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.finding import Severity
from eplan.messages import say
from eplan.models.plan import Plan
from eplan.models.quantities import earliest
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "L407",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "basis: [{title: 森林防火条例, issued: 2008-12-01}]",
            "basis: [{title: 某省森林防火条例, issued: 2013-05-30}]  # <- L407",
        ),
    ),
    good=sound_folder(),
)
def cites_later_law(plan: Placed[Plan]) -> Iterator[Found]:
    """A plan does not rest on an instrument that was issued after it.

    ## Why

    One of the two dates is wrong: that of the citation, or that of the plan, which was changed without a new edition.

    ## Source

    practice

    ## Not caught

    Citations without a date.
    """
    issued = plan.model.edition.issued
    for index, citation in enumerate(plan.model.basis if issued else ()):
        if issued and citation.issued and earliest(citation.issued) > issued:
            yield Found(
                plan.at("basis", index, "issued"),
                say(
                    "《{title}》 is of {cited}, but the plan was issued on {issued}: correct the date, or issue a new edition",
                    title=citation.title,
                    cited=citation.issued,
                    issued=issued,
                ),
            )
