"""Document → model. What pydantic complains of becomes a fault in plain words at the field's own place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from eplan.document import Document, Loc
from eplan.finding import Fault
from eplan.messages import Message, say
from eplan.models.base import Part

KINDS = ("unknown-key", "missing-field", "wrong-type", "not-allowed", "unquoted-text", "malformed", "out-of-range")
"""The kinds of fault that this stage finds; each is a Y rule of the same name."""

Complaint = tuple[str, Message]
ModelT = TypeVar("ModelT", bound=Part)


@dataclass(frozen=True)
class _Problem:
    """One of pydantic's complaints, with the part of the data it is about."""

    kind: str
    loc: Loc
    value: Any
    context: Mapping[str, Any]
    model: type[Part]

    @property
    def field(self) -> str:
        return next((str(part) for part in reversed(self.loc) if isinstance(part, str) and not _is_tag(part)), "")


def build(document: Document, model: type[ModelT]) -> ModelT | tuple[Fault, ...]:
    """The model made of a document, or everything that is wrong with it."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        return tuple(_faults(document, model, error))


def _faults(document: Document, model: type[Part], error: ValidationError) -> Iterator[Fault]:
    seen = set()
    for detail in error.errors(include_url=False):
        loc = tuple(detail["loc"])
        problem = _Problem(detail["type"], loc, detail["input"], detail.get("ctx", {}), model)
        kind, message = _complaint(problem)
        place = _place(problem)
        if place not in seen:
            seen.add(place)
            yield Fault(kind, document.locate(place), message, cause=_cause(kind, problem))


def _cause(kind: str, problem: _Problem) -> str:
    """The same missing or unknown key down a table is one cause; a wrong value is a cause of its own."""
    if kind in ("missing-field", "unknown-key"):
        return "/".join(part for part in problem.loc if isinstance(part, str))
    return ""


def _place(problem: _Problem) -> Loc:
    return tuple(part for part in problem.loc if not _is_tag(part))


def _is_tag(part: str | int) -> bool:
    return isinstance(part, str) and (part.startswith("(") or part == "[key]")


def _complaint(problem: _Problem) -> Complaint:
    complain = _COMPLAINTS.get(problem.kind, _unforeseen)
    complaint: Complaint = complain(problem)
    return complaint


def _unforeseen(problem: _Problem) -> Complaint:
    return _wrong_type(problem, say("something else"))


def _unknown_key(problem: _Problem) -> Complaint:
    key = str(problem.loc[-1])
    allowed = _keys(problem)
    near = get_close_matches(key, allowed, n=1, cutoff=0.6)
    if near:
        return "unknown-key", say("unknown key '{key}': did you mean '{near}'?", key=key, near=near[0])
    return "unknown-key", say("unknown key '{key}'; allowed here: {allowed}", key=key, allowed=allowed)


def _missing(problem: _Problem) -> Complaint:
    return "missing-field", say("'{key}' is missing: {what}", key=problem.loc[-1], what=_described(problem))


def _described(problem: _Problem) -> Message:
    info = _field_of(problem.model, _place(problem))
    return say("word:field") if info is None else Message(info.description or "")


def _wrong_type(problem: _Problem, wanted: Message) -> Complaint:
    if _looks_unquoted(problem):
        return "unquoted-text", say(
            "'{field}' is text: put it in quotes, \"{value}\"", field=problem.field, value=_shown(problem.value)
        )
    return "wrong-type", say(
        "'{field}' should be {wanted}, not {given}", field=problem.field, wanted=wanted, given=_given(problem.value)
    )


def _looks_unquoted(problem: _Problem) -> bool:
    return problem.kind in ("string_type", "string_sub_type") and isinstance(problem.value, int | float | bool)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(getattr(value, "text", value))


def _given(value: Any) -> Message:
    match value:
        case None:
            return say("nothing")
        case dict():
            return say("a mapping")
        case tuple():
            return say("a list")
        case bool():
            return say("{value} (true or false)", value=_shown(value))
        case int() | float():
            return say("the number {value}", value=_shown(value))
        case _:
            return say("the text '{value}'", value=_short(str(value)))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _not_allowed(problem: _Problem) -> Complaint:
    allowed = _allowed_values(problem)
    given = _shown(problem.value) if not isinstance(problem.value, dict | tuple) else ""
    near = get_close_matches(given, allowed, n=1, cutoff=0.6)
    values = {"field": problem.field, "given": _given(problem.value), "allowed": allowed}
    if near:
        return "not-allowed", say(
            "'{field}' cannot be {given}: did you mean '{near}'? Allowed: {allowed}", near=near[0], **values
        )
    return "not-allowed", say("'{field}' cannot be {given}; allowed: {allowed}", **values)


def _allowed_values(problem: _Problem) -> tuple[str, ...]:
    info = _field_of(problem.model, _place(problem))
    values = tuple(_literals(info.annotation)) if info is not None else ()
    return values or tuple(part.strip(" '") for part in str(problem.context.get("expected", "")).split(","))


def _literals(annotation: Any) -> Iterator[str]:
    for part in get_args(annotation):
        if isinstance(part, str | int):
            yield str(part)
        else:
            yield from _literals(part)


def _malformed(wanted: Message) -> Any:
    def complain(problem: _Problem) -> Complaint:
        return "malformed", say(
            "'{field}' should be {wanted}, not {given}", field=problem.field, wanted=wanted, given=_given(problem.value)
        )

    return complain


def _impossible(problem: _Problem) -> Complaint:
    return "malformed", say("'{field}': there is no {given}", field=problem.field, given=_given(problem.value))


def _out_of_range(problem: _Problem) -> Complaint:
    bounds = (("ge", ">="), ("gt", ">"), ("le", "<="), ("lt", "<"))
    limit = " ".join(f"{sign} {problem.context[name]:g}" for name, sign in bounds if name in problem.context)
    return "out-of-range", say(
        "'{field}' should be {limit}, not {given}", field=problem.field, limit=limit, given=_given(problem.value)
    )


def _bad_text(problem: _Problem) -> Complaint:
    if not str(problem.value).strip():
        return "malformed", say("'{field}' is empty: write it or leave the key out", field=problem.field)
    example = _EXAMPLES.get(problem.field)
    if example:
        return _malformed(say("of the form {example}", example=example))(problem)  # type: ignore[no-any-return]
    return "malformed", say(
        "'{field}' should be one line without blanks around it, not {given}",
        field=problem.field,
        given=_given(problem.value),
    )


_EXAMPLES = {"phone": '"0812-0000000"', "duty-phone": '"0812-0000000"', "from": '"08:00"', "to": '"20:00"'}
_COMPLAINTS = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "literal_error": _not_allowed,
    "string_type": lambda problem: _wrong_type(problem, say("text")),
    "bool_type": lambda problem: _wrong_type(problem, say("true or false")),
    "int_type": lambda problem: _wrong_type(problem, say("a whole number")),
    "int_from_float": lambda problem: _wrong_type(problem, say("a whole number")),
    "float_type": lambda problem: _wrong_type(problem, say("a number")),
    "tuple_type": lambda problem: _wrong_type(problem, say("a list")),
    "dict_type": lambda problem: _wrong_type(problem, say("a mapping")),
    "model_type": lambda problem: _wrong_type(problem, say("a mapping")),
    "model_attributes_type": lambda problem: _wrong_type(problem, say("a mapping")),
    "string_too_short": _bad_text,
    "string_pattern_mismatch": _bad_text,
    "greater_than_equal": _out_of_range,
    "greater_than": _out_of_range,
    "less_than_equal": _out_of_range,
    "less_than": _out_of_range,
    "day_form": _malformed(say("a date such as 2012-06-30 or 2012-06")),
    "day_value": _impossible,
    "moment_form": _malformed(say("a time such as 2012-06-30 14:05")),
    "moment_value": _impossible,
    "duration_form": _malformed(say("a span of time such as 30min, 1h, 20工作日, 3y")),
    "quantity_form": _malformed(say("a number with its unit such as 20台")),
    "bounds_form": _malformed(say("a range such as '>=10 <30'")),
    "rhythm_form": _malformed(say("a period such as month, or an interval such as 3y")),
}


def _field_of(model: type[Part], loc: Iterable[str | int]) -> Any:
    """The declaration of the field that `loc` leads to, or None."""
    here: Any = model
    found = None
    for part in loc:
        if isinstance(part, int) or here is None:
            continue
        fields = {info.alias: info for info in here.model_fields.values()}
        found = fields.get(part, found if not fields else None)
        here = next(_models_in(found.annotation), None) if found is not None else None
    return found


def _models_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation  # type: ignore[misc]  # every model of ours is a Part
    for part in get_args(annotation):
        yield from _models_in(part)


def _keys(problem: _Problem) -> tuple[str, ...]:
    here: Any = problem.model
    for part in _place(problem)[:-1]:
        if isinstance(part, int):
            continue
        info = next((info for info in here.model_fields.values() if info.alias == part), None)
        here = next(_models_in(info.annotation), here) if info is not None else here
    return tuple(str(info.alias) for info in here.model_fields.values())
