"""A view as plain data: the very figures of the printed report, each with the ids of the records behind it."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import singledispatch
from typing import Any

from eplan.finding import Finding
from eplan.messages import Message, Translator
from eplan.models.quantities import Quantity
from eplan.models.tasks import Area, Programme
from eplan.render.views.figures import Figure
from eplan.render.views.indicators import Indicator
from eplan.render.views.matrix import CELLS, MatrixLine


def as_json(view: Any, translate: Translator) -> str:
    """The view as JSON text."""
    return json.dumps({"version": 1, **plain(view, translate)}, ensure_ascii=False, indent=1) + "\n"


@singledispatch
def plain(value: Any, translate: Translator) -> Any:
    """Dataclasses become mappings with dashes in their keys; messages become text of the reader's language."""
    if not is_dataclass(value):
        return value
    return {item.name.replace("_", "-"): plain(getattr(value, item.name), translate) for item in fields(value)}


@plain.register
def _(value: Figure, _translate: Translator) -> Any:
    number = int(value.value) if value.value == int(value.value) else value.value
    return {"value": number, "records": list(value.sources), "example": value.example}


@plain.register
def _(value: Indicator, translate: Translator) -> Any:
    words = {key: translate(getattr(value, key)) for key in ("name", "description", "method")}
    counts = {"part": plain(value.part, translate), "whole": plain(value.whole, translate)}
    course = [{"period": point.period, "value": point.value} for point in value.course]
    return {"id": value.id, **words, "value": value.value, "change": value.change, **counts, "course": course}


@plain.register
def _(value: MatrixLine, translate: Translator) -> Any:
    answers: dict[str, dict[str, int]] = {}
    for (phase, question), count in zip(CELLS, value.answers, strict=True):
        answers.setdefault(phase, {})[question] = count
    state = plain(value.state, translate)
    return {"plan": value.plan, "title": value.title, "state": state, "example": value.example, "answers": answers}


@plain.register
def _(value: Quantity, _translate: Translator) -> Any:
    return str(value)


@plain.register
def _(value: Finding, translate: Translator) -> Any:
    place = value.position
    return {"rule": value.rule, "path": str(place.path), "line": place.line, "message": translate(value.message)}


@plain.register
def _(value: Message, translate: Translator) -> Any:
    return translate(value)


@plain.register
def _(value: Area, _translate: Translator) -> Any:
    return {"id": value.id, "title": value.title}


@plain.register
def _(value: Programme, translate: Translator) -> Any:
    return {
        "title": value.title,
        "document": value.document,
        "issued": plain(value.issued, translate),
        "phases": [
            {"title": phase.title, "from": phase.from_.isoformat(), "to": phase.to.isoformat()}
            for phase in value.phases
        ],
    }


@plain.register
def _(value: Enum, _translate: Translator) -> Any:
    return value.value


@plain.register
def _(value: date, _translate: Translator) -> Any:
    return value.isoformat()


@plain.register(tuple)
@plain.register(list)
def _(value: Any, translate: Translator) -> Any:
    return [plain(item, translate) for item in value]
