"""The course of a response as a drawing: report, first response, levels, response, end, recovery."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from eplan.messages import Translator, say
from eplan.models.vocabulary import COLOUR_OF_LEVEL
from eplan.render.blocks import Figure
from eplan.render.book.plan_view import PlanView
from eplan.render.book.response import NO_RESPONSE, PHASE_TITLES
from eplan.render.book.wording import level_words, span_words

WIDTH, MARGIN, GAP, LINE, PADDING = 640, 1, 26, 18, 11
FONT = "Noto Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"
COLOURS = {"red": "#b3181d", "orange": "#b85c00", "yellow": "#a58500", "blue": "#1f5fa8"}
LETTERS_A_LINE = 46


@dataclass(frozen=True)
class Box:
    """A step: its title, the words under it, and the colour of its level."""

    title: str
    words: str = ""
    colour: str = ""


def flowchart(view: PlanView, translate: Translator) -> Figure | None:
    """The drawing, with the same content in words; None where the plan says nothing of a response."""
    rows = [row for row in _rows(view, translate) if row]
    if len(rows) < 2:
        return None
    said = (" / ".join(_said(box, translate) for box in row) for row in rows)
    return Figure(_drawn(rows), " → ".join(said))


def _said(box: Box, translate: Translator) -> str:
    return translate(say("{label}: ", label=box.title)) + box.words if box.words else box.title


def _rows(view: PlanView, translate: Translator) -> Iterator[tuple[Box, ...]]:
    plan = view.plan
    response = plan.response or NO_RESPONSE
    yield _report(view, translate)
    yield _actions("onset", view, translate)
    yield tuple(
        Box(
            level.name or translate(say("{level} response", level=level_words(level.level))),
            view.called(level.commander or level.decided_by),
            COLOURS[COLOUR_OF_LEVEL[level.level]],
        )
        for level in response.levels
    )
    yield _actions("during", view, translate)
    ends = translate.joiner.join(
        dict.fromkeys(view.called(level.ended_by) for level in response.levels if level.ended_by)
    )
    yield (Box(translate("End of the response"), ends),) if ends else ()
    yield _actions("after", view, translate)


def _report(view: PlanView, translate: Translator) -> tuple[Box, ...]:
    chain = view.plan.reporting.chain if view.plan.reporting else ()
    hops = (
        f"{view.called(hop.from_)} → {view.called(hop.to)}"
        + (f" {translate(span_words(hop.within))}" if hop.within else "")
        for hop in chain
    )
    return (Box(translate("Reporting"), translate("; ").join(hops)),) if chain else ()


def _actions(phase: str, view: PlanView, translate: Translator) -> tuple[Box, ...]:
    whats = tuple(action.what for action in view.plan.actions if action.phase == phase and action.what)
    return (Box(translate(PHASE_TITLES[phase]), translate("; ").join(whats)),) if whats else ()


def _drawn(rows: list[tuple[Box, ...]]) -> str:
    parts, top = [], MARGIN
    for number, row in enumerate(rows):
        if number:
            parts.append(_arrow(top - GAP, top))
        height = max(_height(box, len(row)) for box in row)
        width = (WIDTH - 2 * MARGIN - 10 * (len(row) - 1)) / len(row)
        for place, box in enumerate(row):
            parts.append(_box(box, MARGIN + place * (width + 10), top, (width, height), len(row)))
        top += height + GAP
    bottom = top - GAP + MARGIN
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{bottom}" viewBox="0 0 {WIDTH} {bottom}">'
    return head + "".join(parts) + "</svg>"


def _height(box: Box, beside: int) -> int:
    return 2 * PADDING + LINE * (len(_folded(box.title, beside)) + len(_folded(box.words, beside)))


def _box(box: Box, left: float, top: float, size: tuple[float, float], beside: int) -> str:
    width, height = size
    frame = f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="{height}" fill="#ffffff" stroke="#5a6069"/>'
    bar = f'<rect x="{left:.1f}" y="{top}" width="7" height="{height}" fill="{box.colour}"/>' if box.colour else ""
    titles, words = _folded(box.title, beside), _folded(box.words, beside)
    written = [
        _text(line, left + 16, top + PADDING + LINE * (place + 0.78), place < len(titles))
        for place, line in enumerate((*titles, *words))
    ]
    return frame + bar + "".join(written)


def _text(words: str, left: float, base: float, is_title: bool) -> str:
    weight, ink = ("600", "#1f2328") if is_title else ("400", "#3d434a")
    face = f'font-family="{FONT}" font-size="12.5" font-weight="{weight}" fill="{ink}"'
    return f'<text x="{left:.1f}" y="{base:.1f}" {face}>{escape(words)}</text>'


def _arrow(top: float, bottom: float) -> str:
    middle = WIDTH / 2
    return (
        f'<path d="M{middle} {top} V{bottom - 6}" stroke="#5a6069" fill="none"/>'
        f'<path d="M{middle - 4} {bottom - 7} L{middle} {bottom} L{middle + 4} {bottom - 7} Z" fill="#5a6069"/>'
    )


def _folded(words: str, beside: int) -> list[str]:
    """Lines that fit into one of `beside` boxes; a Chinese letter is as wide as two others."""
    room = 2 * (LETTERS_A_LINE // beside - (1 if beside > 1 else 0))
    folded, width = [""], 0
    for letter in words:
        wide = 2 if ord(letter) > 0x2E7F else 1
        if width + wide > room and letter not in "，。；、：！？）》”":
            folded.append("")
            width = 0
        folded[-1] += letter
        width += wide
    return [line for line in folded if line]
