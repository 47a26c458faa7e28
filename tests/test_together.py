"""Which plans run together, what hangs together, what lies near what."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eplan.clusters import clusters
from eplan.distance import Circle, Spot, inside, metres
from eplan.document import Place
from eplan.models.plan import Plan
from eplan.repository import Placed, Repository
from eplan.together import double_booked, running_together
from tests.conftest import check_files

PLAN = "title: {0}\nkind: special\nowner: 区应急办\nhazards: [{1}]\ncommand: {{commander: 区长}}\n"


def folder(**more: str) -> Repository:
    files = {
        "data/plans/quake.yaml": PLAN.format("地震", "earthquake") + "can-run-with: [gas, unknown]\n",
        "data/plans/gas.yaml": PLAN.format("燃气", "gas-supply"),
        "data/plans/slide.yaml": PLAN.format("滑坡", "geological-disaster") + "can-run-with: [quake]\n",
        "data/plans/fire.yaml": PLAN.format("火灾", "fire"),
        "data/plans/town.yaml": PLAN.format("镇", "fire, flood"),
        **more,
    }
    return check_files(files, date(2012, 12, 31), []).repository


def test_plans_that_say_so_run_together_both_ways_and_further() -> None:
    (group,) = running_together(folder())
    assert group.ids == {"quake", "gas", "slide"}


def test_a_scenario_adds_only_what_is_not_said_already() -> None:
    scenario = "scenarios:\n  - {{id: {0}, title: {0}, plans: [{1}]}}\n"
    groups = running_together(
        folder(**{
            "data/scenarios/1.yaml": scenario.format("甲", "quake, slide"),
            "data/scenarios/2.yaml": scenario.format("乙", "fire, town"),
            "data/scenarios/3.yaml": scenario.format("丙", "town, fire"),
            "data/scenarios/4.yaml": scenario.format("丁", "fire, unknown"),
        })
    )  # fmt: skip
    assert [sorted(group.ids) for group in groups] == [["gas", "quake", "slide"], ["fire", "town"]]


def test_a_withdrawn_plan_runs_with_nobody() -> None:
    gas = PLAN.format("燃气", "gas-supply") + "edition: {withdrawn: {date: 2012-06-30}}\n"
    slide = PLAN.format("滑坡", "geological-disaster")
    assert running_together(folder(**{"data/plans/gas.yaml": gas, "data/plans/slide.yaml": slide})) == ()


def test_plans_that_share_a_hazard_do_not_compete() -> None:
    town = PLAN.format("镇", "fire, flood") + "can-run-with: [fire]\n"
    linked, local = running_together(folder(**{"data/plans/town.yaml": town}))
    booked = [[booking.name for booking in double_booked(group, _commander)] for group in (linked, local)]
    assert booked == [["区长"], []]


def _commander(plan: Placed[Plan]) -> Iterator[tuple[str, Place]]:
    yield "区长", plan.at("command", "commander")


def test_links_are_passed_on_whichever_way_they_point() -> None:
    assert [set(group) for group in clusters({"a": ["b"], "c": ["b"], "d": [], "e": ["e"]})] == [
        {"a", "b", "c"}, {"d"}, {"e"},
    ]  # fmt: skip


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(st.integers(0, 20), st.lists(st.integers(0, 20), max_size=4), max_size=20))
def test_everything_stands_in_one_cluster_with_its_neighbours(links: dict[int, list[int]]) -> None:
    cluster_of: dict[int, int] = {}
    for number, group in enumerate(clusters(links)):
        for member in group:
            assert member not in cluster_of
            cluster_of[member] = number
    assert set(cluster_of) == set(links) | {other for others in links.values() for other in others}
    assert all(cluster_of[one] == cluster_of[other] for one, others in links.items() for other in others)


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ((26.0, 101.0), (27.0, 101.0), 111_195),
        ((0.0, 0.0), (0.0, 180.0), 20_015_087),
        ((26.5926, 101.7079), (26.5932, 101.7074), 83),
        ((26.5, 101.7), (26.5, 101.7), 0),
    ],
)
def test_distances(one: tuple[float, float], other: tuple[float, float], wanted: int) -> None:
    assert round(metres(*one, *other)) == wanted


NUMBERS = st.floats(26.4, 26.7), st.floats(101.6, 101.9)


@settings(deadline=None, max_examples=50)
@given(
    st.lists(st.builds(Spot, *NUMBERS, st.text()), max_size=8),
    st.lists(st.builds(Circle, *NUMBERS, st.floats(0, 20_000), st.text()), max_size=8),
)
def test_no_circle_is_overlooked(spots: list[Spot], circles: list[Circle]) -> None:
    plainly = {
        (spot, circle) for spot in spots for circle in circles if metres(*spot[:2], *circle[:2]) <= circle.radius
    }
    assert {(spot, circle) for spot, circle, _ in inside(spots, circles)} == plainly
