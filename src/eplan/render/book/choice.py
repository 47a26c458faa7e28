"""Which plans a book is made of: by category, kind, unit and name; each may be said several times."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from eplan.messages import Message, Refusal, say
from eplan.models.plan import Plan
from eplan.models.vocabulary import CATEGORIES, PLAN_KINDS, label
from eplan.render.book.plan_view import is_under
from eplan.repository import Placed, Repository


@dataclass(frozen=True)
class Choice:
    """What was asked for; nothing stands for everything, a unit for the plans that it and those below it keep."""

    categories: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.categories or self.kinds or self.units or self.plans)

    def takes(self, plan: Placed[Plan], repository: Repository) -> bool:
        """Whether a plan is wanted: it must fit one of the words of every option that was given."""
        model = plan.model
        owner = repository.canonical(model.owner)
        return (
            (not self.categories or model.category in self.categories)
            and (not self.kinds or model.kind in self.kinds)
            and (not self.plans or plan.id in self.plans)
            and (not self.units or any(is_under(owner, unit, repository) for unit in self.units))
        )

    def words(self, repository: Repository) -> tuple[Message | str, ...]:
        """The choice in words, for the cover."""
        found = filter(None, map(repository.plan_by_id.get, self.plans))
        titles = (plan.model.title for plan in found)
        return (*map(label, self.categories), *map(label, self.kinds), *self.units, *titles)

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """The choice as pairs of option and word."""
        given = (("category", self.categories), ("kind", self.kinds), ("unit", self.units), ("plan", self.plans))
        return tuple((option, word) for option, words in given for word in words)

    @classmethod
    def of(cls, options: Iterable[tuple[str, str]]) -> "Choice":
        """The choice from its options."""
        said = [(option, word) for option, word in options]
        words = (
            tuple(word for option, word in said if option == name) for name in ("category", "kind", "unit", "plan")
        )
        return cls(*words)

    @property
    def file_words(self) -> tuple[str, ...]:
        """The choice in a file's name."""
        return (*self.categories, *self.kinds, *self.units, *self.plans)


EVERYTHING = Choice()


def known(choice: Choice, repository: Repository) -> Choice:
    """The choice with units called by their own names; a word that nothing is called by is refused."""
    _all_in(choice.categories, CATEGORIES, "--category")
    _all_in(choice.kinds, PLAN_KINDS, "--kind")
    _all_in(choice.units, repository.unit_by_name, "--unit")
    _all_in(choice.plans, repository.plan_by_id, "--plan")
    units = tuple(map(repository.canonical, choice.units))
    return Choice(choice.categories, choice.kinds, units, choice.plans)


def _all_in(words: tuple[str, ...], allowed: Iterable[str], option: str) -> None:
    names = [name for name in allowed if name]
    for word in words:
        if word not in names:
            near = get_close_matches(word, names, n=3, cutoff=0.4) or names[:8]
            raise Refusal(say("{option} knows no '{word}'; did you mean {near}?", option=option, word=word, near=near))
