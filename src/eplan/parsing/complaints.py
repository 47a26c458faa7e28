"""What the parsers complain about, in sentences for people who write plans, at the place that is really wrong."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import NoneType
from typing import Any

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import ScalarEvent, StreamStartEvent

from eplan.finding import Fault
from eplan.messages import say
from eplan.parsing.page import Page, Spot

_TIGHT_COLON = re.compile(r"\s*(?:- +)*[^\s:：'\"\[\]{}#]+(:)(?=[^\s/:])")
_ODD_INDENT = re.compile("[ \t]*([\u3000\u00a0\u2000-\u200b\u202f\u205f]+)")
_TIGHT_DASH = re.compile(r"\s*(-)[^\s-]")
_EARLIER_COLON = re.compile(r":\s")


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
    def opens_line(self) -> bool:
        return not self.line[: self.at[1]].strip()


def complaint(page: Page, error: MarkedYAMLError, last: Any) -> Fault:
    """The fault behind a parser's error; `last` is the event before it."""
    at = error.problem_mark or error.context_mark
    since = error.context_mark or at
    spot, start = (at.line, at.column), (since.line, since.column)
    trouble = _Trouble(page, error.context or "", error.problem or "", start, spot, last)
    explained = next(filter(None, (explain(trouble) for explain in _EXPLANATIONS)), None)
    return explained or page.fault("not-yaml", say("this is not YAML: {complaint}", complaint=trouble.problem), spot)


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
    number = trouble.start[0] if "simple key" in trouble.context else trouble.at[0]
    indent = trouble.page.line(number)[: trouble.page.indentation(number)]
    if "\t" in indent:
        start = number, indent.index("\t")
    elif trouble.sign == "\t":
        start = trouble.at
    else:
        return None
    return trouble.page.fault("tab-indentation", say("a tab stands here; indent with blanks"), start)


def _odd_blank(trouble: _Trouble) -> Fault | None:
    number = trouble.start[0] if "simple key" in trouble.context else trouble.at[0]
    if not (odd := _ODD_INDENT.match(trouble.page.line(number))):
        return None
    message = say("the line is indented with a blank that is not an ordinary one (full-width?); use ordinary blanks")
    return trouble.page.fault("not-yaml", message, (number, odd.start(1)), (number, odd.end(1)))


def _directive(trouble: _Trouble) -> Fault | None:
    if trouble.last.__class__ not in (NoneType, StreamStartEvent):
        return None
    content = (number for number, line in enumerate(trouble.page.lines) if line.strip() and not line.startswith("#"))
    number = next(content, 0)
    return directive(trouble.page, number) if trouble.page.line(number).startswith("%") else None


def _property(trouble: _Trouble) -> Fault | None:
    sign = trouble.page.character(trouble.start)
    if re.search("alias|anchor", trouble.context):
        message = say("text that starts with '{sign}' must be put in quotes", sign=sign)
        return trouble.page.fault("alias-or-anchor", message, trouble.start)
    if "tag" in trouble.context or "tag handle" in trouble.problem:
        message = say("text that starts with '{sign}' must be put in quotes", sign=sign)
        return trouble.page.fault("tag", message, trouble.start)
    return None


def _beyond_the_end(trouble: _Trouble) -> Fault | None:
    if "<document start>" not in trouble.problem and not trouble.line.startswith("..."):
        return None
    before = trouble.page.lines[: trouble.at[0] + 1]
    end = trouble.page.end_of(trouble.at[0])
    if any(line.startswith("...") for line in before):
        message = say("a line '...' ends the file, and this is not its end; delete that line")
        return trouble.page.fault("second-document", message, trouble.at, end)
    message = say("this does not belong to what stands before it; put the whole file into one mapping")
    return trouble.page.fault("not-yaml", message, trouble.at, end)


def _quoted(trouble: _Trouble) -> Fault | None:
    if not re.search(r"quoted|\bescape", trouble.context):
        return None
    if re.search("end of stream|document (indicator|separator)", trouble.problem):
        return _unclosed_quote(trouble.page, trouble.start)
    message = say("YAML does not know this escape; double the backslash, or use single quotes")
    return trouble.page.fault("not-yaml", message, trouble.at)


def _unclosed_quote(page: Page, start: Spot) -> Fault:
    message = say("the quotation mark that opens here is never closed, or closed too late")
    return page.fault("not-yaml", message, start, page.end_of(start[0]))


def _after_quote(trouble: _Trouble) -> Fault | None:
    """`"a" b`, `'it's'`, and a quotation mark that found its partner in a later line."""
    last = trouble.last
    if last.__class__ is not ScalarEvent or last.style not in ("'", '"') or last.end_mark.line != trouble.at[0]:
        return None
    if trouble.line[last.end_mark.column : trouble.at[1]].strip() or not trouble.sign:
        return None
    if last.start_mark.line < last.end_mark.line:
        return _unclosed_quote(trouble.page, (last.start_mark.line, last.start_mark.column))
    message = say("nothing may follow the closing quotation mark; put the whole text in quotes and use “ ” inside")
    return trouble.page.fault("not-yaml", message, trouble.at, trouble.page.end_of(trouble.at[0]))


def _first_sign(trouble: _Trouble) -> Fault | None:
    """Text that starts with a sign that means something to YAML: `>50`, `@x`, `%`, `,`."""
    if "block scalar" in trouble.context:
        return _block_header(trouble)
    if re.search("cannot start any token|node content", trouble.problem) and trouble.sign:
        message = say("text that starts with '{sign}' must be put in quotes", sign=trouble.sign)
        return trouble.page.fault("not-yaml", message, trouble.at, trouble.page.end_of(trouble.at[0]))
    return None


def _block_header(trouble: _Trouble) -> Fault:
    start, page = trouble.start, trouble.page
    message = say(
        "text that starts with '{sign}' must be put in quotes, or stand on the lines below the '{sign}'",
        sign=page.character(start),
    )
    return page.fault("not-yaml", message, start, page.end_of(start[0]))


def _in_brackets(trouble: _Trouble) -> Fault | None:
    page, start, at = trouble.page, trouble.start, trouble.at
    if "unexpected ':'" in trouble.problem or ("flow" in trouble.context and trouble.sign == "?"):
        message = say("inside brackets, text with '{sign}' must be put in quotes", sign=trouble.sign)
        return page.fault("not-yaml", message, at)
    if "flow" not in trouble.context:
        return None
    if (bracket := page.character(start)) not in ("[", "{"):
        return page.fault("not-yaml", say("a bracket is still open where the file ends; close it"), at)
    closing = {"[": "]", "{": "}"}[bracket]
    message = say("the bracket '{bracket}' is never closed; add '{closing}'", bracket=bracket, closing=closing)
    if not trouble.line[at[1] :].strip() or (
        start[0] < at[0] and page.indentation(at[0]) <= page.indentation(start[0])
    ):
        return page.fault("not-yaml", message, start)
    message = say("a comma or the closing '{closing}' is missing before this", closing=closing)
    return page.fault("not-yaml", message, at)


def _no_colon(trouble: _Trouble) -> Fault | None:
    """A line that is no `key: value`. Parsers notice it at the next line only."""
    if "simple key" in trouble.context:
        return _colonless(trouble.page, trouble.start[0])
    if "mapping values" not in trouble.problem:
        return None
    number, column = trouble.at
    if _EARLIER_COLON.search(trouble.line[:column]):
        message = say("a text with ': ' in it must be put in quotes")
        return trouble.page.fault("not-yaml", message, trouble.at)
    last = trouble.last
    if last.__class__ is not ScalarEvent or last.start_mark.line == number:
        return None
    if last.start_mark.column == trouble.page.indentation(last.start_mark.line):
        return _colonless(trouble.page, last.start_mark.line)
    message = say("the line above has its value already; start this line right under it")
    return trouble.page.fault("not-yaml", message, (number, trouble.page.indentation(number)), trouble.at)


def _colonless(page: Page, number: int) -> Fault:
    if dash := _TIGHT_DASH.match(page.line(number)):
        return page.fault("not-yaml", say("a blank is missing after the dash"), (number, dash.start(1)))
    message = say("this line is no 'key: value'; add the colon, or indent it to go on with the text above")
    start = number, page.indentation(number)
    return colon_mistake(page, number) or page.fault("not-yaml", message, start, page.end_of(number))


def _misplaced(trouble: _Trouble) -> Fault | None:
    page, at = trouble.page, trouble.at
    if trouble.sign == ":":
        return page.fault("bad-key", say("the key is missing before this colon; write one"), at)
    if not trouble.opens_line:
        if "sequence entries" in trouble.problem:
            message = say("a list starts on a line of its own, below its key; a '-' that is text must be put in quotes")
            return page.fault("not-yaml", message, at)
        message = say("nothing may follow here; put the whole text in quotes")
    elif "block collection" in trouble.context and at[1] == trouble.start[1]:
        message = say("this line stands in a list and must start with '- '")
    elif trouble.sign == "-" and at[1] == trouble.start[1]:
        message = say("a list item stands where a key is expected; put the list below a key of its own")
    elif "block" in trouble.context:
        message = say("the indentation fits no line above; start this line right under the one that it belongs to")
    else:
        return None
    return page.fault("not-yaml", message, at, page.end_of(at[0]))


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
