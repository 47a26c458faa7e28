"""What plans need and what the stores hold: the arithmetic, on examples and as properties."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eplan.models.plan import Plan
from eplan.models.resources import Supply
from eplan.needs import fit_for_use, plan_needs, stock
from tests.conftest import check_files

DAY = date(2012, 12, 31)


def plan(*actions: dict[str, Any], **fields: Any) -> Plan:
    numbered = tuple({"id": f"a{n}", "phase": "during", **action} for n, action in enumerate(actions))
    return Plan.model_validate({"title": "预案", "kind": "special", "owner": "区应急办", "actions": numbered, **fields})


def using(amount: str, item: str = "编织袋", **fields: Any) -> dict[str, Any]:
    return {"with": {"supplies": {item: amount}}, **fields}


def needed(model: Plan, consumed: bool) -> dict[str, str]:
    return {need.item: str(need.quantity) for need in plan_needs(model, lambda _: consumed)}


def test_what_support_says_is_the_need() -> None:
    model = plan(using("300条"), using("20把", "铁锹"), support={"supplies": {"编织袋": "100条"}})
    assert needed(model, consumed=True) == {"编织袋": "100条", "铁锹": "20把"}


@pytest.mark.parametrize(("consumed", "need"), [(True, "300条"), (False, "200条")])
def test_what_is_consumed_adds_up_and_a_tool_serves_again(consumed: bool, need: str) -> None:
    assert needed(plan(using("100条"), using("200条")), consumed) == {"编织袋": need}


def test_the_hungriest_level_counts() -> None:
    levels = {"levels": tuple({"level": level} for level in (1, 2, 3))}
    model = plan(
        using("100条", response=(1, 2)),
        using("50条", response=(2, 3)),
        using("10条", warning=("red",)),
        response=levels,
    )
    (need,) = plan_needs(model, lambda _: True)
    assert (str(need.quantity), need.level) == ("150条", 2)
    assert need.loc == ("actions", 0, "with", "supplies", "编织袋")


def test_amounts_in_different_units_are_different_needs() -> None:
    model = plan(using("2部", "对讲机"), using("3台", "对讲机"))
    assert [str(need.quantity) for need in plan_needs(model, lambda _: True)] == ["2部", "3台"]


def test_stock_is_what_all_stores_hold_fit_for_use() -> None:
    files = {
        "data/supplies/甲.yaml": """\
unit: 甲
supplies:
  - id: 药品-甲
    name: 药品
    quantity: 100份
    lots: [{quantity: 30份, expires: 2012-12-30}, {quantity: 70份, expires: 2012-12-31}]
  - {id: 吊车, name: 吊车, quantity: 4台, reserve: agreement, agreement-until: 2012-12-30}
""",
        "data/supplies/乙.yaml": "unit: 乙\nsupplies:\n  - {id: 药品-乙, name: 药品, quantity: 50份}\n",
    }
    held = stock(check_files(files, DAY, []).repository)
    assert [held(name) for name in ("药品", "药品-甲", "药品-乙", "吊车", "没有")] == [
        {"份": 120}, {"份": 70}, {"份": 50}, {"台": 0}, {},
    ]  # fmt: skip


LEVELS = st.lists(st.sampled_from((1, 2, 3, 4)), unique=True, max_size=4).map(tuple)
AMOUNTS = st.integers(0, 500)
USES = st.lists(st.tuples(AMOUNTS, LEVELS), min_size=1, max_size=12)


def plan_of(uses: list[tuple[int, tuple[int, ...]]]) -> Plan:
    return plan(*(using(f"{amount}条", response=levels) for amount, levels in uses))


def need_of(uses: list[tuple[int, tuple[int, ...]]], consumed: bool) -> float:
    (need,) = plan_needs(plan_of(uses), lambda _: consumed)
    return need.quantity.amount


@settings(deadline=None, max_examples=50)
@given(USES, st.booleans())
def test_need_lies_between_the_largest_use_and_the_sum(uses: list[tuple[int, tuple[int, ...]]], consumed: bool) -> None:
    amounts = [amount for amount, _ in uses]
    assert max(amounts) <= need_of(uses, consumed) <= (sum(amounts) if consumed else max(amounts))


@settings(deadline=None, max_examples=50)
@given(USES, st.booleans(), st.randoms())
def test_the_order_of_actions_does_not_matter(
    uses: list[tuple[int, tuple[int, ...]]], consumed: bool, dice: Any
) -> None:
    mixed = list(uses)
    dice.shuffle(mixed)
    assert need_of(mixed, consumed) == need_of(uses, consumed)


@settings(deadline=None, max_examples=50)
@given(USES, st.tuples(AMOUNTS, LEVELS), st.booleans())
def test_one_more_action_never_lowers_the_need(
    uses: list[tuple[int, tuple[int, ...]]], more: tuple[int, tuple[int, ...]], consumed: bool
) -> None:
    assert need_of([*uses, more], consumed) >= need_of(uses, consumed)


LOTS = st.lists(st.tuples(AMOUNTS, st.dates(date(2012, 1, 1), date(2013, 12, 31))), max_size=6)


@settings(deadline=None, max_examples=50)
@given(AMOUNTS, LOTS, st.dates(date(2012, 1, 1), date(2013, 12, 31)))
def test_stock_is_never_negative_and_only_falls_with_time(amount: int, lots: list[tuple[int, date]], day: date) -> None:
    parts = tuple({"quantity": f"{part}份", "expires": expires} for part, expires in lots)
    item = Supply.model_validate({"id": "药品", "name": "药品", "quantity": f"{amount}份", "lots": parts})
    later = fit_for_use(item, date(2014, 1, 1))
    assert 0 <= later <= fit_for_use(item, day) <= amount
