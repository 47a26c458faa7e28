"""The list of amendments as text for the terminal and as Markdown for pull requests."""

from collections.abc import Callable, Iterator

from eplan.changes import Comparison
from eplan.messages import Translator, say
from eplan.render.amendments.words import Amended, amended
from eplan.render.hidden import visible
from eplan.render.markdown import escaped, in_line

FORMATS = ("text", "md")


def listing_as(form: str, comparison: Comparison, translate: Translator, title: str = "") -> str:
    """All changes, one a line under their record; then a line that counts."""
    records = amended(comparison, translate)
    lines = [line for record in records for line in _LINES[form](record, translate)]
    heading = [f"## {in_line(title)}", ""] if form == "md" and title else []
    end = [_flat(line) if form == "text" else str(escaped(line)) for line in _ends(comparison, translate)]
    return "\n".join((*heading, *lines, *(("\n\n" if form == "md" else "\n").join(end),))) + "\n"


def _as_text(record: Amended, translate: Translator) -> Iterator[str]:
    yield _flat(
        translate(say("{title} ({fate})", title=record.title, fate=record.fate)) if record.fate else record.title
    )
    for amendment in record.amendments:
        yield "  " + _flat(translate(say("{label}: ", label=amendment.where)) + amendment.what)


def _as_markdown(record: Amended, translate: Translator) -> Iterator[str]:
    fate = f" ({in_line(record.fate)})" if record.fate else ""
    yield f"**{in_line(record.title)}**{fate}"
    yield ""
    for item in record.amendments:
        yield f"- {in_line(translate(say('{label}: ', label=item.where)) + item.what)}"
    if record.amendments:
        yield ""


_LINES: dict[str, Callable[[Amended, Translator], Iterator[str]]] = {"text": _as_text, "md": _as_markdown}


def _ends(comparison: Comparison, translate: Translator) -> Iterator[str]:
    count = sum(max(len(record.changes), 1) for record in comparison.records)
    if comparison.records:
        yield translate(say("Changes: {count}. Records: {records}.", count=count, records=len(comparison.records)))
    else:
        yield translate("Nothing has changed.")
    if comparison.unread:
        files = tuple(map(str, comparison.unread))
        yield translate(say("Not compared, because they could not be read: {files}", files=files))


def _flat(words: str) -> str:
    return " ".join(visible(words).split())
