"""The careful second reading of a file: where every part stands, and everything that is not plain YAML."""

import re
from pathlib import PurePosixPath
from typing import Any, NoReturn

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import AliasEvent, MappingStartEvent, NodeEvent, ScalarEvent, SequenceEndEvent, StreamEndEvent

from eplan.document import Mark
from eplan.finding import Fault
from eplan.messages import Message, say
from eplan.parsing.characters import bad_characters, forbidden, misread
from eplan.parsing.complaints import colon_mistake, complaint, directive
from eplan.parsing.events import MAX_NODES, NextEvent, Refused, consume
from eplan.parsing.page import BLANKS, Kind, Page, Spot
from eplan.parsing.scalars import NULLS

MAX_DEPTH = 32
MAX_FAULTS = 20
_NOTHING = say("the file holds nothing; fill it in or delete it")
_PROPERTY = re.compile(r"[&!][^\s,\[\]{}]*")


def inspect(path: PurePosixPath, source: bytes) -> tuple[Fault, ...]:
    """Everything that keeps the file from being plain YAML, as far as it can be read."""
    if fault := misread(path, source):
        return (fault,)
    text = source.decode("utf-8-sig")
    page = Page.of(path, text)
    return tuple(bad_characters(page, MAX_FAULTS)) if forbidden(text) else _faults(page, source)


def marking(source: bytes) -> Mark:
    """The tree of marks of a sound file."""
    return consume(source, Survey(Page.of(PurePosixPath(), source.decode("utf-8-sig"))).read)


def _faults(page: Page, source: bytes) -> tuple[Fault, ...]:
    survey = Survey(page)
    try:
        consume(source, survey.read)
    except Refused:
        pass
    except MarkedYAMLError as error:
        survey.faults.append(complaint(page, error, survey.last))
    except Exception:  # whatever a parser does with hostile bytes: the other files are still to be checked
        survey.faults.append(page.fault("not-yaml", say("the file cannot be read as YAML"), (0, 0)))
    return tuple(survey.faults[:MAX_FAULTS])


class Survey:
    """One reading of a file's events. Faults that do not keep it from going on are collected in `faults`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[Fault] = []
        self.last: Any = None
        self._left = MAX_NODES

    def read(self, next_event: NextEvent) -> Mark:
        """The marks of the only document of the file."""
        self._next_event, self.faults, self._left = next_event, [], MAX_NODES
        self._pull()
        beginning = self._pull()
        if beginning.__class__ is StreamEndEvent:
            self._refuse("empty-file", _NOTHING, (0, 0))
        if beginning.version or beginning.tags:
            last = beginning.end_mark.line
            lines = (line for line in range(last) if self.page.line(line).startswith("%"))
            self.faults.append(directive(self.page, next(lines, last)))
        root = self._pull()
        mark = self._node(root, 1)
        self._pull()
        if (more := self._pull()).__class__ is not StreamEndEvent:
            self._refuse(
                "second-document",
                say("a second document starts here; a file holds only one: delete this line or make another file"),
                *_spots(more),
            )
        if root.__class__ is ScalarEvent and not root.style:
            self._lone_text(root)
        return mark

    def _pull(self) -> Any:
        self.last = event = self._next_event()
        self._left -= isinstance(event, NodeEvent)
        if self._left < 0:
            message = say("the file has more than {limit} entries; split it", limit=MAX_NODES)
            self._refuse("too-many-nodes", message, *_spots(event))
        return event

    def _blame(self, kind: Kind, message: Message, start: Spot, end: Spot | None = None) -> None:
        self.faults.append(self.page.fault(kind, message, start, end))
        if len(self.faults) == MAX_FAULTS:
            raise Refused

    def _refuse(self, kind: Kind, message: Message, start: Spot, end: Spot | None = None) -> NoReturn:
        self._blame(kind, message, start, end)
        raise Refused

    def _lone_text(self, event: Any) -> None:
        """A file that is one piece of text was often meant to be more."""
        first, last = event.start_mark.line, event.end_mark.line
        lines = range(first, min(last, first + MAX_FAULTS) + 1)
        if event.value in NULLS:
            self._blame("empty-file", _NOTHING, *_spots(event))
        elif fault := next(filter(None, (colon_mistake(self.page, line) for line in lines)), None):
            self.faults.append(fault)

    def _node(self, event: Any, depth: int, empty: Spot | None = None) -> Mark:
        """The mark of a value; `empty` is where it stands if nothing is written."""
        if event.__class__ is AliasEvent:
            self._alias(event)
            return _mark(*_spots(event))
        self._properties(event)
        if event.__class__ is ScalarEvent:
            return self._scalar(event, empty)
        if depth > MAX_DEPTH:
            message = say(
                "lists and mappings stand more than {limit} deep in each other here; make them flatter", limit=MAX_DEPTH
            )
            self._refuse("too-deep", message, *_spots(event))
        return (self._mapping if event.__class__ is MappingStartEvent else self._sequence)(event, depth)

    def _scalar(self, event: Any, empty: Spot | None) -> Mark:
        start, end = _spots(event)
        match event.style:
            case "'":
                pass
            case '"':
                if code := forbidden(event.value):
                    message = say("an escape in this text stands for the character {code}; delete it", code=code)
                    self._blame("bad-character", message, start, end)
            case "|" | ">":
                end = self._end_of_block(start, end)
            case _ if not event.value:
                start = end = empty or end
        return _mark(start, end)

    def _end_of_block(self, start: Spot, end: Spot) -> Spot:
        """The parsers end a block of text behind the blank lines that follow it."""
        last = end[0] if end[1] else end[0] - 1
        while last > start[0] and not self.page.line(last).strip(BLANKS):
            last -= 1
        return self.page.end_of(last)

    def _sequence(self, beginning: Any, depth: int) -> Mark:
        items: list[Mark] = []
        while (event := self._pull()).__class__ is not SequenceEndEvent:
            items.append(self._node(event, depth + 1))
        return self._collection(beginning, event, tuple(items), items[-1] if items else None)

    def _mapping(self, beginning: Any, depth: int) -> Mark:
        entries: dict[str, tuple[Mark, Mark]] = {}
        twice: list[tuple[str, Mark]] = []
        last: Mark | None = None
        while isinstance(event := self._pull(), NodeEvent):
            key = self._node(event, depth + 1)
            name = self._name(event, key)
            last = self._value(event, key, depth, beginning.flow_style)
            if name in entries:
                twice.append((name, key))
                self._repeated(twice, entries)
            elif name is not None:
                entries[name] = key, last
        return self._collection(beginning, event, entries, last)

    def _value(self, key: Any, mark: Mark, depth: int, flow: bool) -> Mark:
        event = self._pull()
        if event.__class__ is AliasEvent and _is_merge(key):
            return _mark(*_spots(event))
        if flow and _is_empty(event) and (colon := _colon_inside(key)) > 0:
            start = mark.line, mark.column + colon
            self._blame("not-yaml", say("a blank is missing after the colon"), start)
        return self._node(event, depth + 1, mark[2:4])

    def _repeated(self, twice: list[tuple[str, Mark]], entries: dict[str, tuple[Mark, Mark]]) -> None:
        """Keys of a mapping that stand twice are one fault: often the line with '- ' between two records was lost."""
        key, mark = twice[0]
        first = entries[key][0].line + 1
        if len(twice) == 1:
            message = say(
                "this key stands twice: '{key}' is already on line {line}; delete one of them", key=key, line=first
            )
            self._blame("duplicate-key", message, mark[:2], mark[2:4])
            return
        message = say(
            "from here on {count} keys stand twice, as on line {line} and below: a line that starts a new entry "
            "with '- ' is missing here, or delete one of the two",
            count=len(twice),
            line=first,
        )
        fault = self.page.fault("duplicate-key", message, mark[:2], mark[2:4])
        self.faults = [fault if fault.position == told.position else told for told in self.faults]

    def _name(self, event: Any, mark: Mark) -> str | None:
        """The key's text if it can stand in a mapping."""
        if event.__class__ is AliasEvent:
            return None
        if fault := _wrong_key(event):
            self._blame(*fault, mark[:2], mark[2:4])
            return None
        name: str = event.value
        return name

    def _collection(self, beginning: Any, end: Any, children: Any, last: Mark | None) -> Mark:
        """In block style the parsers end a collection where the next thing begins."""
        start, behind = _spots(beginning)[0], _spots(end)[1]
        return _mark(start, behind if beginning.flow_style or last is None else last[2:4], children)

    def _alias(self, event: Any) -> None:
        start, end = _spots(event)
        text = self.page.line(start[0])[start[1] : end[1]]
        message = say("'{alias}' repeats a value from elsewhere; write the value out, or put it in quotes", alias=text)
        self._blame("alias-or-anchor", message, start, end)

    def _properties(self, event: Any) -> None:
        if event.anchor:
            start, end, text = self._property(event, "&")
            message = say("'{anchor}' gives a value a name for reuse; delete it, or put it in quotes", anchor=text)
            self._blame("alias-or-anchor", message, start, end)
        if event.ctag:
            start, end, text = self._property(event, "!")
            message = say("'{tag}' forces a type upon a value; delete it, or put it in quotes", tag=text)
            self._blame("tag", message, start, end)

    def _property(self, event: Any, sign: str) -> tuple[Spot, Spot, str]:
        """Where the anchor or tag of a node stands, and how it is written."""
        line, column = _spots(event)[0]
        while line <= event.end_mark.line:
            for match in _PROPERTY.finditer(self.page.line(line), column):
                if match[0].startswith(sign):
                    return (line, match.start()), (line, match.end()), match[0]
            line, column = line + 1, 0
        return *_spots(event), sign


def _wrong_key(event: Any) -> tuple[Kind, Message] | None:
    if event.__class__ is not ScalarEvent:
        return "bad-key", say("a list or mapping cannot be a key; if the brackets belong to the text, put it in quotes")
    if _is_merge(event):
        return "merge-key", say("'<<' takes keys over from elsewhere; write the keys out")
    if not event.style and event.value in NULLS:
        return "bad-key", say("a key must be text, and this one is empty; write a key, in quotes if it is meant so")
    return None


def _is_merge(key: Any) -> bool:
    return key.__class__ is ScalarEvent and not key.style and key.value == "<<"


def _colon_inside(key: Any) -> int:
    """Where in an unquoted key a colon stands: `{id:3}`."""
    return -1 if key.__class__ is not ScalarEvent or key.style else key.value.find(":")


def _is_empty(event: Any) -> bool:
    return event.__class__ is ScalarEvent and not event.style and not event.value


def _spots(event: Any) -> tuple[Spot, Spot]:
    start, end = event.start_mark, event.end_mark
    return (start.line, start.column), (end.line, end.column)


def _mark(start: Spot, end: Spot, children: Any = None) -> Mark:
    return Mark(*start, *end, children)
