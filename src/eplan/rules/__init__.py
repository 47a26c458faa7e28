"""The rules. A module dropped into this folder is one rule; there is no other list."""

from functools import cache
from importlib import import_module
from pathlib import Path

from eplan.rule import Rule

GROUPS = "YRPLCTSMHEA"
"""YAML and schema, references, plan content, life of a plan, coverage, tasks, supplies, means, hazards, events,
acceptances: the order in which people read the catalogue."""


def _only_rule(module: str) -> Rule:
    found = vars(import_module(f"{__name__}.{module}")).values()
    (rule,) = (value for value in found if isinstance(value, Rule))
    return rule


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule by id, in the order of the catalogue."""
    modules = (file.stem for file in Path(__file__).parent.glob("[!_]*.py"))
    found = sorted(map(_only_rule, modules), key=_order)
    rules = {rule.id: rule for rule in found}
    if len(rules) != len(found):
        raise AssertionError("two rules share an id")
    return rules


def _order(rule: Rule) -> tuple[int, str]:
    return GROUPS.index(rule.group), rule.id
