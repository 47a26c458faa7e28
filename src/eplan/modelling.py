"""Document → model. What pydantic complains of becomes a fault in plain words at the field's own place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar
from unicodedata import normalize

from pydantic import ValidationError

from eplan.document import Document, Loc
from eplan.finding import Fault
from eplan.messages import Message, say
from eplan.models.base import CLOCK_PATTERN, NAME_PATTERN, PHONE_PATTERN, Part
from eplan.models.declared import Declared, declared

KINDS = (
    "unknown-key",
    "missing-field",
    "wrong-type",
    "not-allowed",
    "unquoted-text",
    "malformed",
    "out-of-range",
)
"""The kinds of fault that this stage finds; each is a Y rule of the same name."""

ModelT = TypeVar("ModelT", bound=Part)
_KEY = "[key]"
_BRANCHES = (_KEY, "(text)", "(list)", "(mapping)", "(switch)")
"""What pydantic puts between the keys and indexes of a place."""
_EXTRA = "extra_forbidden"
_LONGEST = 40
_MANY = 50
"""More allowed words than anybody reads."""


@dataclass(frozen=True)
class _Problem:
    """One of pydantic's complaints, with the part of the document it is about."""

    kind: str
    parts: Loc
    value: Any
    context: Mapping[str, Any]
    document: Document
    model: type[Part]

    @property
    def loc(self) -> Loc:
        """The keys and indexes alone, without the branches of unions."""
        return tuple(part for part in self.parts if part not in _BRANCHES)

    @property
    def declared(self) -> Declared:
        return declared(self.model, self.loc)

    @property
    def path(self) -> str:
        """The keys that lead here: the same for every item of a list."""
        return "/".join((self.model.__name__, *(part for part in self.loc if isinstance(part, str))))

    @property
    def subject(self) -> Message:
        """What is wrong, in words."""
        key = next((part for part in reversed(self.loc) if isinstance(part, str)), None)
        if key is None:
            return say("the whole file") if not self.loc else say("an item of the list")
        if self.parts[-1] == _KEY:
            return say("the key '{key}'", key=key)
        return say("an item of '{key}'", key=key) if isinstance(self.loc[-1], int) else say("'{key}'", key=key)

    @property
    def given(self) -> Message | str:
        """The value, in words."""
        match self.value:
            case None:
                return say("nothing")
            case dict():
                return say("a mapping")
            case tuple():
                return say("a list")
            case bool():
                return self.written
            case int() | float():
                return say("the number {value}", value=self.written)
            case text:
                return say("the text '{text}'", text=_short(str(text)))

    @property
    def written(self) -> str:
        """The value as it stands in the file, so that 1.10 does not become 1.1."""
        return _short(self.document.written(self.loc))

    def fault(self, kind: str, message: Message, cause: str = "") -> Fault:
        return Fault(kind, self.document.locate(self.loc), message, cause)


Complain = Callable[[_Problem], Fault]


def build(document: Document, model: type[ModelT]) -> ModelT | tuple[Fault, ...]:
    """The model made of a document, or everything that is wrong with it."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        return tuple(_faults(document, model, error))


def _faults(document: Document, model: type[Part], error: ValidationError) -> Iterator[Fault]:
    problems = [
        _Problem(detail["type"], detail["loc"], detail["input"], detail.get("ctx", {}), document, model)
        for detail in error.errors(include_url=False)
    ]
    mistyped = {(*problem.loc[:-1], _nearest_key(problem)) for problem in problems if problem.kind == _EXTRA}
    for problem in problems:
        if problem.value is None and problem.kind != _EXTRA:
            yield _empty(problem)
        elif problem.kind != "missing" or problem.loc not in mistyped:
            yield _COMPLAINTS.get(problem.kind, _unforeseen)(problem)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _unknown_key(problem: _Problem) -> Fault:
    """The same key down a table is one cause."""
    *around, key = problem.loc
    here = declared(problem.model, around)
    if "：" in str(key):
        message = say("a full-width colon '：' does not end a key; write ': ', an ordinary colon and a blank")
    elif near := _nearest_key(problem):
        message = say("unknown key '{key}': did you mean '{near}'?", key=key, near=near)
    elif home := next((name for name, field in here.fields.items() if key in here.inside(name).fields), None):
        message = say("'{key}' belongs under '{home}': move it there", key=key, home=home)
    elif any(key in declared(problem.model, around[:end]).fields for end in range(len(around))):
        message = say("'{key}' does not belong here: indent it less, to where its record begins", key=key)
    else:
        message = say("unknown key '{key}'; allowed here: {allowed}", key=key, allowed=tuple(here.fields))
    return problem.fault("unknown-key", message, problem.path)


def _nearest_key(problem: _Problem) -> str | None:
    *around, key = problem.loc
    near = get_close_matches(str(key).partition("：")[0], declared(problem.model, around).fields, n=1, cutoff=0.6)
    return near[0] if near else None


def _missing(problem: _Problem) -> Fault:
    """The same key down a table is one cause."""
    message = say("'{key}' is missing: {what}", key=problem.loc[-1], what=_purpose(problem))
    return problem.fault("missing-field", message, problem.path)


def _empty(problem: _Problem) -> Fault:
    """`key:` with nothing behind it, where nothing is not allowed."""
    field = problem.declared.field
    if field is not None and field.is_required():
        message = say("{subject} is empty: {what}", subject=problem.subject, what=_purpose(problem))
        return problem.fault("missing-field", message)
    return problem.fault("wrong-type", say("{subject} is empty: write it or delete it", subject=problem.subject))


def _purpose(problem: _Problem) -> Message:
    field = problem.declared.field
    return Message(field.description or "") if field is not None else say("nothing is said about it")


def _should_be(kind: str, wanted: Message) -> Complain:
    def complain(problem: _Problem) -> Fault:
        words = {"subject": problem.subject, "wanted": wanted, "given": problem.given}
        return problem.fault(kind, say("{subject} should be {wanted}, not {given}", **words))

    return complain


_unforeseen = _should_be("malformed", say("something else"))


def _not_text(problem: _Problem) -> Fault:
    """An unquoted code or telephone number; the same field down a table is one cause."""
    if isinstance(problem.value, float) and "e" in problem.written.lower():
        words = {"subject": problem.subject, "value": problem.written}
        message = say(
            "{subject}: a spreadsheet has shortened the number to {value}; write all its digits in quotes", **words
        )
        return problem.fault("unquoted-text", message, f"{problem.document.path} {problem.path}")
    if isinstance(problem.value, int | float):
        words = {"subject": problem.subject, "value": problem.written}
        message = say('{subject} is text: put it in quotes, "{value}"', **words)
        return problem.fault("unquoted-text", message, f"{problem.document.path} {problem.path}")
    return _should_be("wrong-type", say("text"))(problem)


def _not_number(wanted: Message) -> Complain:
    def complain(problem: _Problem) -> Fault:
        if isinstance(problem.value, str) and problem.value.isdecimal():
            words = {"subject": problem.subject, "value": _short(normalize("NFKC", problem.value))}
            return problem.fault("wrong-type", say("{subject} is a number: write {value} without quotes", **words))
        return _should_be("wrong-type", wanted)(problem)

    return complain


def _not_list(problem: _Problem) -> Fault:
    if isinstance(problem.value, dict | tuple):
        return _should_be("wrong-type", say("a list"))(problem)
    message = say("{subject} should be a list: write [{value}]", subject=problem.subject, value=problem.written)
    return problem.fault("wrong-type", message)


def _no_branch(problem: _Problem) -> Fault:
    """A union tells its branches apart by shape, and the value has none of these shapes."""
    if isinstance(problem.value, bool):
        return _not_text(problem)
    shapes = {"(text)": say("text"), "(list)": say("a list"), "(mapping)": say("a mapping")}
    wanted = [words for shape, words in shapes.items() if shape in problem.context["expected_tags"]]
    return _should_be("wrong-type", say("{one} or {other}", one=wanted[0], other=wanted[-1]))(problem)


def _not_allowed(problem: _Problem) -> Fault:
    """The same wrong word down a table is one cause."""
    words = problem.declared.words
    if isinstance(problem.value, str) and problem.value in words:
        return _not_number(say("a number"))(problem)
    values = {"subject": problem.subject, "given": problem.given, "allowed": words}
    near = get_close_matches(str(problem.value), words, n=1, cutoff=0.6)
    if near and len(words) > _MANY:
        message = say("{subject} cannot be {given}: did you mean '{near}'?", near=near[0], **values)
    elif near:
        message = say("{subject} cannot be {given}: did you mean '{near}'? Allowed: {allowed}", near=near[0], **values)
    else:
        message = say("{subject} cannot be {given}; allowed: {allowed}", **values)
    return problem.fault("not-allowed", message, f"{problem.path} {problem.value}")


def _too_small(problem: _Problem) -> Fault:
    return _should_be("out-of-range", say("at least {limit}", limit=f"{problem.context['ge']:g}"))(problem)


def _too_large(problem: _Problem) -> Fault:
    return _should_be("out-of-range", say("at most {limit}", limit=f"{problem.context['le']:g}"))(problem)


def _bad_text(problem: _Problem) -> Fault:
    if not str(problem.value).strip():
        return problem.fault("malformed", say("{subject} is empty: write it or delete it", subject=problem.subject))
    return _should_be("malformed", _PATTERNS[problem.context["pattern"]])(problem)


def _impossible(problem: _Problem) -> Fault:
    message = say("{subject}: there is no such day or time as {given}", subject=problem.subject, given=problem.written)
    return problem.fault("malformed", message)


_PATTERNS = {
    CLOCK_PATTERN: say('a time such as "08:00"'),
    NAME_PATTERN: say("one line without blanks around it"),
    PHONE_PATTERN: say('a telephone number such as "0812-0000000"'),
}
_COMPLAINTS: dict[str, Complain] = {
    _EXTRA: _unknown_key,
    "missing": _missing,
    "literal_error": _not_allowed,
    "union_tag_invalid": _no_branch,
    "string_type": _not_text,
    "bool_type": _should_be("wrong-type", say("true or false")),
    "int_type": _not_number(say("a whole number")),
    "int_from_float": _not_number(say("a whole number")),
    "float_type": _not_number(say("a number")),
    "tuple_type": _not_list,
    "dict_type": _should_be("wrong-type", say("a mapping")),
    "model_type": _should_be("wrong-type", say("a mapping")),
    "string_too_short": _bad_text,
    "string_pattern_mismatch": _bad_text,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "day_form": _should_be("malformed", say("a date such as 2012-06-30 or 2012-06")),
    "day_value": _impossible,
    "moment_form": _should_be("malformed", say("a time such as 2012-06-30 14:05")),
    "moment_value": _impossible,
    "duration_form": _should_be("malformed", say("a span of time such as 30min, 1h, 20工作日, 3y")),
    "quantity_form": _should_be("malformed", say("a number with its unit such as 20台")),
    "bounds_form": _should_be("malformed", say("a range such as '>=10 <30'")),
    "interval_form": _should_be("malformed", say("an interval such as 6mo or 3y")),
    "rhythm_form": _should_be("malformed", say("a period such as month, or an interval such as 3y")),
}
