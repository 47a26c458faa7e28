from collections.abc import Iterator

from eplan.examples import sound_folder
from eplan.filing import body_of, fits
from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.law import Requirement
from eplan.models.plan import Plan
from eplan.obligations import binding
from eplan.repository import Placed, Repository
from eplan.rule import Found, rule


@rule(
    "L203",
    severity=Severity.WARNING,
    bad=sound_folder(
        (
            "  filed: {date: 2012-09-20, with: 市林业局, copies: [市应急办]}\n",
            "  filed: {date: 2012-09-20, with: 区应急办, copies: [市应急办]}  # <- L203\n",
        ),
    ),
    good=sound_folder(),
)
def filed_with_wrong_body(repository: Repository) -> Iterator[Found]:
    """A plan is filed with the body that the law names for its kind and hazard.

    The law in force on the day of issue counts. Who only got a copy counts too; an emergency office takes in what goes to
    its government (径送应急管理部门).

    ## Why

    A plan filed at the wrong door is not filed.

    ## Source

    国办发〔2024〕5号 第二十六条（一）至（六）; 森林防火条例 第十六条; 传染病防治法 (2004) 第二十条; 防震减灾法 第四十六条; 危险化学品安全管理条例 第七十条; and other laws on one kind of hazard

    ## Not caught

    Which department above is the right one (only whether it is a department of the level above), and copies that are
    missing. Bodies whose name does not show their level. Joint plans filed with one of the bodies named. Withdrawn
    plans.
    """
    for plan in repository.standing_plans:
        edition = plan.model.edition
        if edition.filed is None or edition.issued is None or edition.filed.with_ is None:
            continue
        rows = binding(plan, repository, "plan-filing-addressee", edition.issued)
        missing = {row.id: words for row in rows if (words := _missing(plan, repository, row))}
        if missing:
            yield Found(
                plan.at("edition", "filed", "with"),
                say(
                    "filed with {body}, but the law names: {wanted}: file it there too",
                    body=edition.filed.with_,
                    wanted=[*dict.fromkeys(word for words in missing.values() for word in words)],
                ),
                basis=tuple(row for row in rows if row.id in missing),
                severity=heaviest((row for row in rows if row.id in missing), Severity.WARNING),
            )


def _missing(plan: Placed[Plan], repository: Repository, row: Requirement) -> list[str]:
    """The addressees of one requirement that the plan did not reach."""
    filed = plan.model.edition.filed
    names = (filed.with_, *filed.copies) if filed else ()
    bodies = [body_of(name, plan, repository) for name in names if name]
    missing = [word for word in row.includes if not any(fits(word, body) for body in bodies)]
    return [] if plan.model.kind == "joint" and len(missing) < len(row.includes) else missing
