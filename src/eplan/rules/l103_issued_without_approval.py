from collections.abc import Iterator

from eplan.examples import NAME, sound_folder
from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.obligations import binding
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "L103",
    severity=Severity.WARNING,
    bad=sound_folder(
        ("  approved: {date: 2012-09-01, by: 区政府, signed-by: 分管林业副区长}\n", ""),
        ("  issued: 2012-09-12\n", "  issued: 2012-09-12  # <- L103\n"),
        only=(NAME,),
    ),
    good=sound_folder(),
)
def issued_without_approval(repository: Repository) -> Iterator[Found]:
    """An issued plan says who approved it, and when.

    Asked of the plans that some law in force on the day of issue wants approved or signed by the head; of any other plan it
    is a hint.

    ## Why

    The approval is what makes a draft binding, and the first thing that an inspection asks for.

    ## Source

    森林防火条例 第十六条、地质灾害防治条例 第二十五条、危险化学品安全管理条例 第六十九条 (special plans); 国办发〔2013〕101号; 国办发〔2024〕5号 第二十五条; practice elsewhere

    ## Not caught

    Whether the body that approved was the right one. Plans that are not issued yet, and withdrawn ones.
    """
    for plan in repository.plans_in_force:
        edition = plan.model.edition
        if edition.approved:
            continue
        questions = ("plan-approval", "head-signature")
        rows = tuple(
            row for about in questions for row in binding(plan, repository, about, edition.issued or plan.on.as_of)
        )
        yield Found(
            plan.at("edition", "issued"),
            say("the plan is issued, but nobody is written to have approved it: fill in `approved`"),
            basis=rows,
            severity=heaviest(rows, Severity.INFO),
        )
