"""Who stands under whom, as a drawing: the body above, the headquarters, its office, its groups."""

from collections.abc import Iterator

from eplan.messages import Translator, say
from eplan.models.headquarters import Headquarters
from eplan.models.plan import Command
from eplan.render.blocks import Figure
from eplan.render.book.flowchart import said
from eplan.render.book.plan_view import PlanView
from eplan.render.charts.boxes import Box, boxes


def command_chart(own: Command, seats: Headquarters, view: PlanView, translate: Translator) -> Figure | None:
    """The drawing, with the same content in words; None where there are no groups to show."""
    steps = [step for step in _steps(own, seats, view, translate) if step]
    if len(steps) < 2 or len(own.groups) < 2:
        return None
    title = translate("Command")
    return Figure(boxes(title, steps, arrows=False), " ↓ ".join(said(step, translate) for step in steps))


def _steps(own: Command, seats: Headquarters, view: PlanView, translate: Translator) -> Iterator[tuple[Box, ...]]:
    yield (Box(seats.parent),) if seats.parent else ()
    yield _headquarters(own, seats, view, translate)
    office = view.called(own.office or seats.office)
    yield (Box(translate("Office"), office),) if office else ()
    yield tuple(Box(group.name, _lead(group.lead, view, translate)) for group in own.groups)


def _headquarters(own: Command, seats: Headquarters, view: PlanView, translate: Translator) -> tuple[Box, ...]:
    commander = view.called(own.commander or seats.commander)
    deputies = translate.joiner.join(view.called(name) for name in own.deputies or seats.deputies)
    words = (
        translate(say("{label}: ", label=title)) + name
        for title, name in ((say("Commander"), commander), (say("Deputy commanders"), deputies))
        if name
    )
    name = view.headquarters.name if view.headquarters else translate("Headquarters")
    return (Box(name, "\n".join(words)),) if commander or view.headquarters else ()


def _lead(lead: str | None, view: PlanView, translate: Translator) -> str:
    return translate(say("{label}: ", label=say("Lead"))) + view.called(lead) if lead else ""
