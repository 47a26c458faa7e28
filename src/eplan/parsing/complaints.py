"""What the parsers complain about, in sentences for people who write plans, at the place that is really wrong."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import ScalarEvent, StreamStartEvent

from eplan.finding import Fault
from eplan.messages import Message, say
from eplan.parsing.page import BLANKS, Kind, Page, Spot

_TIGHT_COLON = re.compile(r"\s*(?:- +)*[^\s:：'\"\[\]{}#]+(:)(?=[^\s/:])")
_ODD_INDENT = re.compile("[ \t]*([\u3000\u00a0\u2000-\u200b\u202f\u205f]+)")
_ODD_DASH = re.compile("[ \t]*([－–—•·])[ \u3000]*[A-Za-z]")
_TIGHT_DASH = re.compile(r"\s*(-)[^\s-]")
_EARLIER_COLON = re.compile(r":\s")
_CLOSING = {"[": "]", "{": "}"}
_UNCLOSED_QUOTE = say("the quotation mark that opens here is never closed, or closed too late")
_NOTHING_MAY_FOLLOW = say("nothing may follow here; put the whole text in quotes")
_AFTER_A_DASH = say("a list starts on a line of its own, below its key; a '-' that is text must be put in quotes")


@dataclass(frozen=True)
class _Trouble:
    """A complaint of a parser: what it was reading and since where, what it met and at which spot."""

    page: Page
    context: str
    problem: str
    start: Spot
    at: Spot
    last: Any

    @property
    def line(self) -> str:
        return self.page.line(self.at[0])

    @property
    def sign(self) -> str:
        return self.page.character(self.at)

    @property
    def guilty_line(self) -> int:
        """Parsers notice a line without a colon only when they come to the next one."""
        return self.start[0] if "simple key" in self.context else self.at[0]

    @property
    def suspects(self) -> tuple[int, ...]:
        """The guilty line, and the one before it where the parser took that for a text of its own."""
        last = self.last
        is_plain = isinstance(last, ScalarEvent) and not last.style
        return (self.guilty_line, last.start_mark.line) if is_plain else (self.guilty_line,)

    def here(self, message: Message, kind: Kind = "not-yaml") -> Fault:
        """The rest of the line is wrong, from where the parser stopped."""
        return self.page.fault(kind, message, self.at, self.page.end_of(self.at[0]))

    def since(self, message: Message, kind: Kind = "not-yaml") -> Fault:
        """What the parser was reading is wrong, from where it began to the end of that line."""
        return self.page.fault(kind, message, self.start, self.page.end_of(self.start[0]))


def complaint(page: Page, error: MarkedYAMLError, last: Any) -> Fault:
    """The fault behind a parser's error; `last` is the event before it."""
    at = error.problem_mark or error.context_mark
    since = error.context_mark or at
    spot, start = (at.line, at.column), (since.line, since.column)
    trouble = _Trouble(page, error.context or "", error.problem or "", start, spot, last)
    explained = next(filter(None, (explain(trouble) for explain in _EXPLANATIONS)), None)
    return explained or trouble.here(say("this is not YAML: {complaint}", complaint=trouble.problem))


def colon_mistake(page: Page, number: int) -> Fault | None:
    """The colon of a line that was meant to part a key from its value and does not."""
    text = page.line(number)
    if (column := text.find("：")) >= 0:
        message = say("a full-width colon '：' does not end a key; write ': ', an ordinary colon and a blank")
        return page.fault("not-yaml", message, (number, column))
    if tight := _TIGHT_COLON.match(text):
        return page.fault("not-yaml", say("a blank is missing after the colon"), (number, tight.start(1)))
    return None


def directive(page: Page, number: int) -> Fault:
    """The fault of a line such as `%YAML 1.1`."""
    message = say("a line that starts with '%' gives orders to YAML programs and is not allowed; delete it")
    return page.fault("yaml-directive", message, (number, 0), page.end_of(number))


def _tab(trouble: _Trouble) -> Fault | None:
    number = trouble.guilty_line
    indent = trouble.page.line(number)[: trouble.page.indentation(number)]
    if "\t" in indent:
        start = number, indent.index("\t")
    elif trouble.sign == "\t":
        start = trouble.at
    else:
        return None
    return trouble.page.fault("tab-indentation", say("a tab stands here; indent with blanks"), start)


def _odd_blank(trouble: _Trouble) -> Fault | None:
    blank = say("the line is indented with a blank that is not an ordinary one (full-width?); use ordinary blanks")
    dash = say("this dash does not start an entry of a list; write '- ', an ordinary hyphen and a blank")
    for number in trouble.suspects:
        for pattern, message in ((_ODD_INDENT, blank), (_ODD_DASH, dash)):
            if odd := pattern.match(trouble.page.line(number)):
                return trouble.page.fault("not-yaml", message, (number, odd.start(1)), (number, odd.end(1)))
    return None


def _directive(trouble: _Trouble) -> Fault | None:
    page = trouble.page
    if re.search("directive|incompatible", trouble.context + trouble.problem):
        return directive(page, trouble.at[0])
    if trouble.last.__class__ is not StreamStartEvent:
        return None
    content = (number for number, line in enumerate(page.lines) if line.strip(BLANKS) and not line.startswith("#"))
    number = next(content, 0)
    return directive(page, number) if page.line(number).startswith("%") else None


def _property(trouble: _Trouble) -> Fault | None:
    message = say("text that starts with '{sign}' must be put in quotes", sign=trouble.page.character(trouble.start))
    if re.search("alias|anchor", trouble.context):
        return trouble.since(message, "alias-or-anchor")
    if "tag" in trouble.context or "tag handle" in trouble.problem:
        return trouble.since(message, "tag")
    return None


def _beyond_the_end(trouble: _Trouble) -> Fault | None:
    if "<document start>" not in trouble.problem and not trouble.line.startswith("..."):
        return None
    page = trouble.page
    ends = (number for number in range(trouble.at[0], -1, -1) if page.line(number).startswith("..."))
    if (number := next(ends, None)) is not None:
        message = say("a line '...' ends the file, and this is not its end; delete that line")
        return page.fault("second-document", message, (number, 0), page.end_of(number))
    return trouble.here(say("this does not belong to what stands before it; put the whole file into one mapping"))


def _quoted(trouble: _Trouble) -> Fault | None:
    if "quoted" not in trouble.context:
        return None
    if re.search("end of stream|document (indicator|separator)", trouble.problem):
        return trouble.since(_UNCLOSED_QUOTE)
    return trouble.here(say("YAML does not know this escape; double the backslash, or use single quotes"))


def _after_quote(trouble: _Trouble) -> Fault | None:
    """`"a" b`, `'it's'`, and a quotation mark that found its partner in a later line."""
    last, page = trouble.last, trouble.page
    if last.__class__ is not ScalarEvent or last.style not in ("'", '"') or last.end_mark.line != trouble.at[0]:
        return None
    if trouble.line[last.end_mark.column : trouble.at[1]].strip(BLANKS) or not trouble.sign:
        return None
    if (first := last.start_mark.line) < last.end_mark.line:
        return page.fault("not-yaml", _UNCLOSED_QUOTE, (first, last.start_mark.column), page.end_of(first))
    message = say("nothing may follow the closing quotation mark; put the whole text in quotes and use “ ” inside")
    return trouble.here(message)


def _first_sign(trouble: _Trouble) -> Fault | None:
    """Text that starts with a sign that means something to YAML: `>50`, `@x`, `%`, `,`."""
    if "block scalar" in trouble.context:
        sign = trouble.page.character(trouble.start)
        return trouble.since(
            say("text that starts with '{sign}' must be put in quotes, or stand on the lines below it", sign=sign)
        )
    if re.search("cannot start any token|node content", trouble.problem) and trouble.sign:
        return trouble.here(say("text that starts with '{sign}' must be put in quotes", sign=trouble.sign))
    return None


def _in_brackets(trouble: _Trouble) -> Fault | None:
    page, sign, bracket = trouble.page, trouble.sign, trouble.page.character(trouble.start)
    if "unexpected ':'" in trouble.problem or ("flow" in trouble.context and sign == "?"):
        return trouble.here(say("inside brackets, text with '{sign}' must be put in quotes", sign=sign))
    if "flow" not in trouble.context:
        return None
    if bracket not in _CLOSING:
        return trouble.here(say("a bracket is still open where the file ends; close it"))
    closing = _CLOSING[bracket]
    if _is_left_open(trouble):
        message = say("the bracket '{bracket}' is never closed; add '{closing}'", bracket=bracket, closing=closing)
        return page.fault("not-yaml", message, trouble.start)
    message = say("a comma or the closing '{closing}' is missing before this", closing=closing)
    return page.fault("not-yaml", message, trouble.at)


def _is_left_open(trouble: _Trouble) -> bool:
    """Whether the brackets ran into a line that has nothing to do with them, or into the end of the file."""
    first, number = trouble.start[0], trouble.at[0]
    page = trouble.page
    return not trouble.line[trouble.at[1] :].strip(BLANKS) or (
        first < number and page.indentation(number) <= page.indentation(first)
    )


def _no_colon(trouble: _Trouble) -> Fault | None:
    """A line that is no `key: value`."""
    if "simple key" in trouble.context:
        return _colonless(trouble.page, trouble.guilty_line)
    if "mapping values" not in trouble.problem:
        return None
    number, column = trouble.at
    if _EARLIER_COLON.search(trouble.line[:column]):
        return trouble.page.fault("not-yaml", say("a text with ': ' in it must be put in quotes"), trouble.at)
    last = trouble.last
    if last.__class__ is not ScalarEvent or last.start_mark.line == number:
        return None
    if last.start_mark.column == trouble.page.indentation(last.start_mark.line):
        return _colonless(trouble.page, last.start_mark.line)
    message = say("the line above has its value already; start this line right under it")
    here = trouble.page.fault("not-yaml", message, (number, trouble.page.indentation(number)), trouble.at)
    return _missed_colon(trouble.page, last.start_mark.line) or here


def _missed_colon(page: Page, number: int) -> Fault | None:
    """The wrong colon of a line that has no right one."""
    return None if _EARLIER_COLON.search(page.line(number) + " ") else colon_mistake(page, number)


def _colonless(page: Page, number: int) -> Fault:
    if dash := _TIGHT_DASH.match(page.line(number)):
        return page.fault("not-yaml", say("a blank is missing after the dash"), (number, dash.start(1)))
    message = say("this line is no 'key: value'; add the colon, or indent it to go on with the text above")
    start = number, page.indentation(number)
    return colon_mistake(page, number) or page.fault("not-yaml", message, start, page.end_of(number))


def _misplaced(trouble: _Trouble) -> Fault | None:
    at, sign = trouble.at, trouble.sign
    if sign == ":":
        return trouble.here(say("the key is missing before this colon; write one"), "bad-key")
    if trouble.line[: at[1]].strip(BLANKS):
        return trouble.here(_AFTER_A_DASH if "sequence entries" in trouble.problem else _NOTHING_MAY_FOLLOW)
    if "block collection" in trouble.context and at[1] == trouble.start[1]:
        return trouble.here(say("this line stands in a list and must start with '- '"))
    if sign == "-" and at[1] == trouble.start[1]:
        return trouble.here(say("a list item stands where a key is expected; put the list below a key of its own"))
    if "block" in trouble.context:
        message = say("the indentation fits no line above; start this line right under the one that it belongs to")
        return _missed_colon(trouble.page, at[0] - 1) or trouble.here(message)
    return None


_EXPLANATIONS: tuple[Callable[[_Trouble], Fault | None], ...] = (
    _tab,
    _odd_blank,
    _directive,
    _property,
    _beyond_the_end,
    _quoted,
    _after_quote,
    _first_sign,
    _in_brackets,
    _no_colon,
    _misplaced,
)
