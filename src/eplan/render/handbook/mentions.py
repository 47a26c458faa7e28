"""Sentences in the free text of a plan that name a unit: recovery, support, mechanisms, further sections."""

import re
from collections.abc import Iterator

from eplan.messages import Message, say
from eplan.models.plan import Plan
from eplan.render.book.plan_view import PlanView
from eplan.render.handbook.roles import Role

SUPPORT: dict[str, Message] = {
    "communication": say("Communication"),
    "transport": say("Transport"),
    "medical": say("Medical care"),
    "security": say("Public order"),
    "funds": say("Money"),
    "technology": say("Technical support"),
    "cooperation": say("Cooperation"),
}
_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]*")


def mentions(view: PlanView, unit: str) -> Iterator[Role]:
    """The sentences that name the unit by its name or an alias, under the heading of their part; a text stands once."""
    names = (unit, *(alias for alias, name in view.names.items() if name == unit))
    for title, texts in _texts(view.plan):
        found = [sentence for words in texts for sentence in _naming(names, words)]
        if found:
            yield Role(title, "\n\n".join(found))


def _naming(names: tuple[str, ...], words: str) -> Iterator[str]:
    sentences = (found.strip() for found in _SENTENCE.findall(words))
    return (sentence for sentence in sentences if any(name in sentence for name in names))


def _texts(plan: Plan) -> Iterator[tuple[Message, tuple[str, ...]]]:
    for part in plan.mechanisms:
        yield say("Mechanism: {name}", name=part.name), (part.text,)
    if plan.command:
        yield say("Site command"), (plan.command.site or "",)
        yield say("Expert group"), _several(plan.command.experts)
    for key, title in SUPPORT.items():
        yield title, (getattr(plan.support, key, None) or "",)
    yield say("Recovery"), _several(plan.recovery)
    for section in plan.sections:
        yield say("Section: {title}", title=section.title), (section.text,)


def _several(words: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else words or ()
