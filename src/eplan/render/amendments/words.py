"""A change → where it is and what it is, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from eplan.changes import Comparison, Fate, RecordChange
from eplan.changes.edits import Edit, edits
from eplan.changes.fields import Change, Entry, Field, Step, how_of
from eplan.changes.matching import Name
from eplan.messages import Message, Translator, say
from eplan.models.plan import Plan
from eplan.models.quantities import Duration
from eplan.models.vocabulary import label
from eplan.render.book.wording import day_words, level_words, span_words

KINDS = {
    "Headquarters": say("Headquarters"), "CoordinationGroup": say("Coordination group"), "Unit": say("Unit"),
    "Group": say("Group of units"), "Supply": say("Supplies"), "Team": say("Team"), "Shelter": say("Shelter"),
    "Hazard": say("Hazard"), "SupplyFile": say("Supply catalogue"), "Programme": say("Programme"), "Area": say("Area"),
    "Task": say("Task"), "ProgressFile": say("Monthly reports"), "IssuedWarning": say("Issued warning"),
    "MonitoringPoint": say("Monitoring point"), "Drill": say("Drill"), "Activity": say("Activity"),
    "Shift": say("Duty shift"), "Event": say("Event"), "Scenario": say("Scenario"), "Config": say("Settings"),
}  # fmt: skip
FATES: dict[Fate, Message] = {
    "added": say("new"), "removed": say("no longer there"), "withdrawn": say("withdrawn"), "renamed": say("renamed"),
    "changed": say("changed"),
}  # fmt: skip
_LIST_OF_LEVELS = "Levels"
_ASIDE = ("accept", "note")
_SHORT = 40
_LONGEST = 160


@dataclass(frozen=True)
class Amendment:
    """One change: the way to the field, and what became of it."""

    where: str
    what: str


@dataclass(frozen=True)
class Amended:
    """A record with its changes. `fate` is empty where it only changed."""

    title: str
    fate: str
    amendments: tuple[Amendment, ...]


def amended(comparison: Comparison, translate: Translator) -> tuple[Amended, ...]:
    """All records that changed, in words."""
    return tuple(_record(record, translate) for record in comparison.records)


def _record(record: RecordChange, translate: Translator) -> Amended:
    found = tuple(Amendment(where(change.steps, translate), what(change, translate)) for change in record.changes)
    return Amended(record_title(record, translate), fate_words(record, translate), found)


def record_title(record: RecordChange, translate: Translator) -> str:
    """What a record is called; all but plans with their kind before."""
    if record.kind is Plan:
        return record.title
    kind = translate(KINDS[record.kind.__name__])
    return f"{kind} {record.title}" if record.title else kind


def fate_words(record: RecordChange, translate: Translator) -> str:
    """New, withdrawn, renamed …; nothing where a record only changed."""
    if record.fate == "changed":
        return ""
    if record.was:
        return translate(say("renamed, formerly {was}", was=record.was))
    return translate(FATES[record.fate])


def where(steps: tuple[Step, ...], translate: Translator) -> str:
    """The way to a field: 应急响应 · Ⅱ级 · 指挥长."""
    return " · ".join(filter(None, (_step(step, translate) for step in steps)))


def _step(step: Step, translate: Translator) -> str:
    match step:
        case Field(title=title):
            return "" if title == _LIST_OF_LEVELS else translate(title)
        case Entry(key=key):
            return key
        case Name(attribute="level", value=int() as level):
            return translate(level_words(level))
        case Name(attribute="colour", value=colour):
            return translate(say("{colour} warning", colour=label(colour)))
        case Name(attribute="hop", value=(sender, receiver)):
            return f"{sender} → {receiver}"
        case Name(value=value):
            return value_words(value, translate)


def what(change: Change, translate: Translator) -> str:
    """What became of a value: from “…” to “…”, added, deleted; a long text by the places that differ."""
    if change.how == "order":
        return translate("the order was changed")
    if change.how == "item":
        return _whole_item(change, translate)
    if isinstance(change.old, str) and isinstance(change.new, str) and change.how == "value":
        found = _edits(change.old, change.new)
    else:
        found = tuple(_edit(change.old, change.new, change.how == "word", translate))
    return translate("; ").join(translate(_said(edit)) for edit in found)


def _edits(old: str, new: str) -> tuple[Edit, ...]:
    if len(old) <= _SHORT and len(new) <= _SHORT:
        return (Edit(old.strip(), new.strip()),)
    return edits(old, new)


def _edit(old: Any, new: Any, is_word: bool, translate: Translator) -> Iterator[Edit]:
    """A value that is no text. Items that came and items that went are told apart."""
    before, after = (value_words(value, translate, is_word) for value in (old, new))
    if isinstance(old, tuple) and isinstance(new, tuple):
        yield Edit(before, "")
        yield Edit("", after)
    else:
        yield Edit(before, after)


def _whole_item(change: Change, translate: Translator) -> str:
    """An item that came or went, with what it says besides its name."""
    item = change.new or change.old
    named = change.steps[-1].value if isinstance(change.steps[-1], Name) else None
    said = value_words(item, translate) if not isinstance(item, BaseModel) else _summary(item, named, translate)
    if not said:
        return translate("added") if change.new else translate("deleted")
    return translate(_said(Edit("", said) if change.new else Edit(said, "")))


def _said(edit: Edit) -> Message:
    old, new = _clipped(edit.old), _clipped(edit.new)
    if edit.old and edit.new:
        return say("from “{old}” to “{new}”", old=old, new=new)
    return say("added “{new}”", new=new) if edit.new else say("deleted “{old}”", old=old)


def _clipped(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"


def value_words(value: Any, translate: Translator, is_word: bool = False) -> str:
    """A value in words; nothing for nothing."""
    match value:
        case None:
            return ""
        case bool():
            return translate("yes") if value else translate("no")
        case str():
            return translate(label(value)) if is_word else value
        case tuple():
            return translate.joiner.join(value_words(item, translate, is_word) for item in value)
        case BaseModel():
            return _summary(value, None, translate)
        case _:
            found = _message(value)
            return translate(found) if isinstance(found, Message) else found


def _message(value: Any) -> Message | str:
    """Days and spans as documents say them; amounts and numbers as they are written."""
    match value:
        case Duration():
            return span_words(value)
        case datetime():
            return value.isoformat(" ", "minutes")
        case date():
            return day_words(value)
        case dict():
            return "; ".join(f"{key} {item}" for key, item in value.items())
        case _:
            return str(value)


def _summary(record: BaseModel, named: Any, translate: Translator) -> str:
    """What a part says, without the name that stands elsewhere, and without marks such as that of an example."""
    told = (
        value_words(value, translate, how_of(info) == "word")
        for name, info in type(record).model_fields.items()
        if name not in _ASIDE
        and not isinstance(value := getattr(record, name), bool)
        and value not in (None, (), {}, named)
    )
    return " ".join(filter(None, told))
