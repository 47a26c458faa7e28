from collections.abc import Iterator

from eplan.finding import Severity
from eplan.law import heaviest
from eplan.messages import say
from eplan.models.incidents import Event
from eplan.repository import Placed
from eplan.rule import Found, rule

_EVENT = """\
events:
  - id: 聚集性发热
    kind: infectious-disease
    category: public-health
    level: 4
    occurred: 2012-12-10 14:20
    unit: 区卫生局
    place: 某学校
    reports:
      - {to: 区应急办, at: 2012-12-10 14:45}
      - {to: 区应急办, at: 2012-12-11 16:45, follow-up: true}
    closed: 2012-12-20
"""
_UNITS = """\
units:
  - {name: 区卫生局, kind: department, no-plan-needed: 由区级预案管理}
  - {name: 区应急办, kind: office}
"""


@rule(
    "E403",
    severity=Severity.INFO,
    bad={
        "data/events/2012.yaml": _EVENT + "    personal-data: true  # <- E403\n",
        "data/units.yaml": _UNITS,
    },
    good={"data/events/2012.yaml": _EVENT + "    personal-data: false\n", "data/units.yaml": _UNITS},
)
def personal_data_kept(event: Placed[Event]) -> Iterator[Found]:
    """Personal data that were collected for an event are destroyed when it is over.

    ## Why

    Names, telephone numbers and illnesses were given to be helped, not to be kept.

    ## Source

    突发事件应对法 (2024) 第八十四条、第八十五条：用于突发事件应对工作，应对工作结束后予以销毁; practice before 2024-11-01

    ## Not caught

    Records whose `personal-data` is not set. Data kept as evidence or for the inquiry: accept the finding until it ends.
    """
    model, today = event.model, event.on.as_of
    if model.personal_data and model.closed and model.closed < today:
        rows = event.on.requiring("personal-data", day=model.closed)
        yield Found(
            event.at("personal-data"),
            say(
                "event {id} was closed on {closed}, but its records still hold personal data: destroy them and set "
                "`personal-data: false`",
                id=model.id,
                closed=model.closed,
            ),
            basis=rows,
            severity=heaviest(rows, Severity.INFO),
        )
