"""How days, spans of time, levels, colours and moments are said in a plan."""

from collections.abc import Callable
from datetime import date

from eplan.grading import number_name
from eplan.messages import Message, Translator, say
from eplan.models.plan_action import When
from eplan.models.quantities import Bounds, Duration, MonthEnd
from eplan.models.vocabulary import COLOUR_OF_LEVEL, label
from eplan.render.blocks import Tone

ROMAN = {1: "Ⅰ", 2: "Ⅱ", 3: "Ⅲ", 4: "Ⅳ"}
_RANGE = 3
_SPANS = {
    "min": say("{count} min"),
    "h": say("{count} h"),
    "d": say("{count} days"),
    "工作日": say("{count} working days"),
    "w": say("{count} weeks"),
    "mo": say("{count} months"),
    "y": say("{count} years"),
}
_PERIODS = {
    "day": say("every day"),
    "week": say("every week"),
    "month": say("every month"),
    "quarter": say("every quarter"),
    "half-year": say("every half-year"),
    "term": say("every school term"),
    "year": say("every year"),
}
_PHASES = {
    "before": say("Before the event: prevention and preparation"),
    "onset": say("At the onset: report and first response"),
    "during": say("During the event: response"),
    "after": say("After the event: recovery"),
}
_ONCE = {"d": "day", "w": "week", "mo": "month", "y": "year"}
_MOMENTS = {
    "occurrence": say("within {span} of the event"),
    "report": say("within {span} of the report"),
    "warning": say("within {span} of the warning"),
    "activation": say("within {span} of the start of the response"),
}


def day_words(day: date) -> Message:
    """A day, or a month where only the month is known."""
    if isinstance(day, MonthEnd):
        return say("{year}-{month:02}", year=day.year, month=day.month)
    return say("{year}-{month:02}-{day:02}", year=day.year, month=day.month, day=day.day)


def span_words(span: Duration) -> Message:
    return Message(_SPANS[span.unit].text, {"count": span.amount})


def rhythm_words(rhythm: Duration | str) -> Message:
    """Every day, every two hours."""
    if isinstance(rhythm, Duration) and rhythm.amount == 1 and rhythm.unit in _ONCE:
        return _PERIODS[_ONCE[rhythm.unit]]
    if isinstance(rhythm, Duration):
        return say("every {span}", span=span_words(rhythm))
    return _PERIODS[rhythm]


def when_words(when: When, called: Callable[[str], Message | str] = str) -> Message | str:
    """When an action is done; an event is in the words of the plan. `called` says what to call another action."""
    if when.within:
        return _within(span_words(when.within), when.of, called)
    if when.every:
        return rhythm_words(when.every)
    return when.event or ""


def _within(span: Message, of: str | None, called: Callable[[str], Message | str]) -> Message:
    if of is None:
        return say("within {span}", span=span)
    if of in _MOMENTS:
        return Message(_MOMENTS[of].text, {"span": span})
    return say("within {span} of {action}", span=span, action=called(of))


def phase_title(phase: str) -> Message:
    """The heading under which the actions of a phase stand."""
    return _PHASES[phase]


def level_words(level: int) -> Message:
    return say("level {roman}", roman=ROMAN[level])


def level_tone(level: int) -> Tone:
    return COLOUR_OF_LEVEL[level]


def levels_words(levels: tuple[int, ...], translate: Translator) -> str:
    """The levels of an action: level Ⅰ, level Ⅱ; three and more in a row as a range."""
    found = sorted(levels)
    if len(found) >= _RANGE and found[-1] - found[0] == len(found) - 1:
        return translate(say("levels {first} to {last}", first=ROMAN[found[0]], last=ROMAN[found[-1]]))
    return translate.joiner.join(translate(level_words(level)) for level in found)


def colours_words(colours: tuple[str, ...], translate: Translator) -> str:
    return translate.joiner.join(translate(label(colour)) for colour in colours)


def threshold_words(name: str, bounds: Bounds) -> Message:
    """A threshold of a grade, such as deaths ≥10 <30."""
    range_words = bounds.text.replace(">=", "≥").replace("<=", "≤")
    return say("{what} {range}", what=number_name(name), range=range_words)
