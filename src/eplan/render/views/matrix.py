"""The matrix of phases and questions over plans: how many actions answer each of the twenty cells."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from eplan.models.plan import Plan
from eplan.models.plan_action import QUESTIONS, Action
from eplan.models.vocabulary import PHASES
from eplan.render.views.figures import Figure, total
from eplan.render.views.plans import PlanState, plan_state
from eplan.repository import Placed, Repository

CELLS = tuple((phase, question) for phase in PHASES for question in QUESTIONS)


@dataclass(frozen=True)
class MatrixLine:
    """One plan: for each of CELLS, the number of its actions that answer."""

    plan: str
    title: str
    state: PlanState
    answers: tuple[int, ...]
    example: bool

    @property
    def empty(self) -> int:
        return self.answers.count(0)


def matrix(repository: Repository) -> tuple[MatrixLine, ...]:
    """Every plan that is not withdrawn, in the order of its file."""
    lines = (_line(plan, repository) for plan in repository.plans)
    return tuple(line for line in lines if line.state is not PlanState.WITHDRAWN)


def _line(plan: Placed[Plan], repository: Repository) -> MatrixLine:
    state = plan_state(plan.model, repository.as_of)
    return MatrixLine(plan.id, plan.model.title, state, _answers(plan.model), plan.model.example)


def _answers(plan: Plan) -> tuple[int, ...]:
    counted = Counter(cell for action in plan.actions for cell in _answered(action))
    return tuple(counted[cell] for cell in CELLS)


def _answered(action: Action) -> Iterator[tuple[str, str]]:
    """The cells that one action answers."""
    yield from ((action.phase, question) for question in action.answered)


def answered_cells(repository: Repository) -> tuple[Figure, Figure]:
    """The cells that plans in force answer, and all cells of theirs."""
    plans = [plan for plan in repository.plans_in_force if plan.model.actions]
    filled = ((plan, len(CELLS) - _answers(plan.model).count(0)) for plan in plans)
    return total(filled), total((plan, len(CELLS)) for plan in plans)
