"""One entry of a YAML file put in place: text spliced at the marks, read again and compared before it is used."""

import json
import re
from collections.abc import Mapping
from typing import Any

from eplan.document import Document, Loc, Mark
from eplan.messages import Refusal, say
from eplan.parsing import parse

_PLAIN = re.compile(r"[A-Za-z0-9\u3400-\u9fff〔〕（）][\w.〔〕（）-]*")
_SPECIAL = re.compile(r"[-+.~nNtTfF\d].*", re.DOTALL)
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_BREAK = re.compile(r"\r\n|\r|\n")


def put(document: Document, loc: Loc, value: Any) -> bytes:
    """The file with `value` at `loc`; a mapping is put entry by entry, so that what stands beside it stays.

    Whatever cannot be done safely is refused, and so is an outcome that does not read as it was meant.
    """
    if isinstance(value, Mapping) and isinstance(_at(document.data, loc), dict):
        for key, part in value.items():
            document = _read(document, put(document, (*loc, key), part))
        return document.source
    text = _Text(document.source)
    edited = _replaced(text, document, loc, value) if _holds(document.data, loc) else _added(text, document, loc, value)
    again = _read(document, edited)
    if again.data != _with(document.data, loc, value):
        raise _unsafe(document, loc)
    return edited


class _Text:
    """A file's text by lines, with the marks' lines and columns."""

    def __init__(self, source: bytes) -> None:
        self.has_mark = source.startswith(b"\xef\xbb\xbf")
        self.text = source.decode("utf-8-sig")
        self.starts = [0, *(found.end() for found in _BREAK.finditer(self.text))]
        found = _BREAK.search(self.text)
        self.newline = found[0] if found else "\n"

    def offset(self, line: int, column: int) -> int:
        return self.starts[line] + column if line < len(self.starts) else len(self.text)

    def spliced(self, start: int, end: int, words: str) -> bytes:
        whole = self.text[:start] + words + self.text[end:]
        return (b"\xef\xbb\xbf" if self.has_mark else b"") + whole.encode()


def _replaced(text: _Text, document: Document, loc: Loc, value: Any) -> bytes:
    """Another value where there is one; only values that stand on one line are replaced."""
    mark = _mark(document, loc)
    if mark.line != mark.end_line or (mark.children is not None and _char(text, mark) not in "[{"):
        raise _unsafe(document, loc)
    start, end = text.offset(mark.line, mark.column), text.offset(mark.end_line, mark.end_column)
    return text.spliced(start, end, (" " if start == end else "") + written(value))


def _added(text: _Text, document: Document, loc: Loc, value: Any) -> bytes:
    """A new entry behind the last one of its mapping."""
    *around, key = loc
    mapping = _mark(document, tuple(around)) if around else document.marks
    if not isinstance(mapping.children, dict):
        raise _unsafe(document, loc)
    entry = f"{written(str(key))}: {written(value)}"
    if _char(text, mapping) == "{":
        end = text.offset(mapping.end_line, mapping.end_column) - 1
        inside = text.text[text.offset(mapping.line, mapping.column) + 1 : end]
        before = end - (len(inside) - len(inside.rstrip()))
        return text.spliced(before, before, f", {entry}" if inside.strip() else entry)
    indent = " " * next(iter(mapping.children.values()))[0].column
    line = _last_line(text, mapping) + 1
    start = text.offset(line, 0)
    lead = text.newline if line >= len(text.starts) else ""
    return text.spliced(start, start, f"{lead}{indent}{entry}{text.newline if not lead else ''}")


def _last_line(text: _Text, mark: Mark) -> int:
    """The last line that holds anything of a value; a mark may end beyond blank lines and comments."""
    children = mark.children
    if isinstance(children, dict) and children and _char(text, mark) != "{":
        return _last_line(text, list(children.values())[-1][1])
    if isinstance(children, tuple) and children and _char(text, mark) != "[":
        return _last_line(text, children[-1])
    line = mark.end_line if mark.end_column or mark.end_line == mark.line else mark.end_line - 1
    while line > mark.line and not _line(text, line).strip():
        line -= 1
    return line


def _line(text: _Text, line: int) -> str:
    return text.text[text.offset(line, 0) : text.offset(line + 1, 0)]


def _char(text: _Text, mark: Mark) -> str:
    place = text.offset(mark.line, mark.column)
    return text.text[place : place + 1]


def written(value: Any) -> str:
    """A value on one line; quotes only where plain text would be read as something else."""
    match value:
        case str():
            is_plain = _PLAIN.fullmatch(value) and (_DAY.fullmatch(value) or not _SPECIAL.fullmatch(value))
            return value if is_plain else json.dumps(value, ensure_ascii=False)
        case Mapping():
            return "{" + ", ".join(f"{written(str(key))}: {written(part)}" for key, part in value.items()) + "}"
        case bool() | int() | float() | None:
            return json.dumps(value)
        case _:
            return "[" + ", ".join(map(written, value)) + "]"


def _mark(document: Document, loc: Loc) -> Mark:
    mark = document.marks
    for part in loc:
        children: Any = mark.children
        mark = children[part][1] if isinstance(children, dict) else children[part]
    return mark


def _at(data: Any, loc: Loc) -> Any:
    for part in loc:
        match data:
            case dict() if part in data:
                data = data[part]
            case tuple() if isinstance(part, int) and part < len(data):
                data = data[part]
            case _:
                return None
    return data


def _holds(data: Any, loc: Loc) -> bool:
    around = _at(data, loc[:-1])
    return isinstance(around, dict) and loc[-1] in around


def _with(data: Any, loc: Loc, value: Any) -> Any:
    """The data as they are meant to be afterwards."""
    if not loc:
        return _read_value(value)
    key, *rest = loc
    if isinstance(data, tuple):
        return tuple(_with(item, tuple(rest), value) if place == key else item for place, item in enumerate(data))
    around = data if isinstance(data, dict) else {}
    return {**around, key: _with(around.get(key), tuple(rest), value)}


def _read_value(value: Any) -> Any:
    """A value as the parser gives it."""
    match value:
        case Mapping():
            return {key: _read_value(part) for key, part in value.items()}
        case list() | tuple():
            return tuple(map(_read_value, value))
        case _:
            return value


def _read(document: Document, source: bytes) -> Document:
    again = parse(document.path, source)
    if not isinstance(again, Document):
        raise _unsafe(document, ())
    return again


def _unsafe(document: Document, loc: Loc) -> Refusal:
    return Refusal(
        say(
            "{file} cannot be changed safely at '{place}': write it by hand",
            file=str(document.path),
            place=document.name_of(loc) or "-",
        )
    )
