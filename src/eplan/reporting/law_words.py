"""What a requirement demands, in words."""

from collections.abc import Callable, Iterator, Mapping

from eplan.contents import name_of
from eplan.messages import Message, Translator, say
from eplan.models.base import Part
from eplan.models.hazards import IssuedWarning
from eplan.models.incidents import EventResponse, EventReview
from eplan.models.law import Requirement
from eplan.models.practice import DrillEvaluation
from eplan.models.vocabulary import label
from eplan.obligations import spoken

_STEPS: Mapping[str, Message] = {
    "occurrence-unit": say("from the people on the spot to the head of the unit"),
    "unit-county": say("from the head of the unit to the county's authority in charge"),
    "authority-county": say("from an authority to the government of its own level"),
    "authority-hop": say("from an authority to the one a level up, and to its own government"),
    "county-city": say("from the county government to the city government"),
    "city-province": say("from the city government to the province government"),
    "county-province": say("from the county to the province"),
    "province-authority": say("from the province's institute to the province's authority"),
    "province-state": say("from the province to the State Council and its departments"),
    "local-state": say("from where it happened to the State Council, all steps together"),
    "institution-health": say("from a hospital, monitoring body or unit to the county health authority"),
    "health-county": say("from the county health authority to the county government"),
    "school-authority": say("from the school to the education authority"),
}
_THRESHOLDS: Mapping[str, Message] = {
    "deaths": say("deaths"),
    "serious-injuries": say("serious injuries"),
    "loss-yuan": say("direct loss in yuan"),
    "burnt-hectares": say("burnt hectares"),
    "radius-m": say("distance in metres"),
}
_KEYS: Mapping[str, type[Part]] = {
    "warning-fields": IssuedWarning,
    "activation-fields": EventResponse,
    "drill-evaluation": DrillEvaluation,
    "event-review": EventReview,
}
_PARTS = frozenset(("plan-content", "plan-annexes", "revision-approval"))
_WORDS = frozenset(("required-measures", "warning-levels", "plan-revision"))
_NAMES: Mapping[str, Callable[[tuple[str, ...]], Message]] = {
    "plan-filing-addressee": lambda names: say("copies to {names}", names=names),
    "required-plan": lambda names: say("a plan whose title says {names}", names=names),
    "conditional-plan": lambda names: say("a plan whose title says {names}", names=names),
    "plan-content": lambda names: say("of plans whose title says {names}", names=names),
    "plan-publication": lambda names: say("of plans whose title says {names}", names=names),
}


def demand(row: Requirement, translate: Translator) -> str:
    """What a requirement asks for: its numbers, then what must be there."""
    parts = tuple(filter(None, map(translate, (*_numbers(row), *_contents(row)))))
    return translate.joiner.join(parts) or translate(say("required, without a number"))


def narrowing(row: Requirement, translate: Translator) -> str:
    """The hazards, categories and levels that a requirement is about; empty where it is about all."""
    words = [label(word) for word in (*row.hazards, *row.categories)]
    return translate.joiner.join(map(translate, (*words, *_levels(row))))


def _levels(row: Requirement) -> Iterator[Message]:
    if row.levels:
        yield say("levels {levels}", levels=row.levels)


def _numbers(row: Requirement) -> Iterator[Message]:
    if row.hop:
        yield _STEPS[row.hop]
    if row.at_most:
        yield say("at most {amount}", amount=spoken(row.at_most))
    elif row.about == "event-report":
        yield say("at once")
    if row.at_least and row.about != "required-measures":
        yield say("at least {amount}", amount=str(row.at_least))
    if row.every:
        rhythm = spoken(row.every)
        yield rhythm if isinstance(row.every, str) else say("every {rhythm}", rhythm=rhythm)
    for key, bounds in row.thresholds.items():
        yield say("{key} {range}", key=_THRESHOLDS.get(key, key), range=_range(str(bounds)))


def _range(text: str) -> str:
    return text.replace(">=", "≥").replace("<=", "≤")


def _contents(row: Requirement) -> Iterator[Message]:
    items = [*_included(row)]
    if row.at_least and row.about == "required-measures":
        yield say("{amount} or more of {items}", amount=str(row.at_least), items=items)
    elif items:
        yield say("{items}", items=items)
    if row.names:
        told = _NAMES.get(row.about)
        yield told(row.names) if told else say("{items}", items=row.names)


def _included(row: Requirement) -> Iterator[Message | str]:
    if row.includes and row.about in ("plan-drill", "unit-drill"):
        yield say("with plans of the kind {kinds}", kinds=[label(word) for word in row.includes])
        return
    for word in row.includes:
        if row.about in _PARTS:
            yield name_of(word)
        elif row.about in _WORDS:
            yield label(word)
        else:
            yield _field_title(_KEYS[row.about], word) if row.about in _KEYS else word


def _field_title(part: type[Part], key: str) -> Message | str:
    titles = (info.title for info in part.model_fields.values() if info.alias == key)
    title = next(titles, None)
    return Message(title) if title else key
