from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.models.resources import Supply
from eplan.repository import Placed
from eplan.rule import Found, rule


@rule(
    "S109",
    severity=Severity.INFO,
    bad={
        "data/supplies/区经信局.yaml": """\
unit: 区经信局
supplies:
  - {id: 发电机, name: 发电机, quantity: 6台, counted: 2012-11-30, store: 经信局仓库}  # <- S109
  - {id: 应急照明灯, name: 应急照明灯, quantity: 40盏, counted: 2012-11-30, keeper: 区经信局值班员}  # <- S109
""",
        "data/units.yaml": "units:\n  - {name: 区经信局, kind: department}\n",
    },
    good={
        "data/supplies/区经信局.yaml": """\
unit: 区经信局
supplies:
  - {id: 发电机, name: 发电机, quantity: 6台, counted: 2012-11-30, store: 经信局仓库, keeper: 区经信局值班员}
""",
        "data/units.yaml": "units:\n  - {name: 区经信局, kind: department}\n",
    },
)
def store_or_keeper_missing(supply: Placed[Supply]) -> Iterator[Found]:
    """Every item in stock says where it lies and who keeps it.

    What a catalogue leaves out is one finding with all its places.

    ## Why

    At night somebody has to find the door and the key.

    ## Source

    practice：应急资源清单 (name, quantity, store, keeper, telephone)

    ## Not caught

    What lies elsewhere by agreement or as production capacity.
    """
    item = supply.model
    if item.reserve == "stock" and (item.store is None or item.keeper is None):
        yield Found(
            supply.at(),
            say("{item} does not say where it lies or who keeps it: write both (`store`, `keeper`)", item=supply.id),
            cause=f"unkept:{supply.document.path}",
        )
