"""With whom a plan is filed: whether a body is what the law calls 上一级人民政府, 本级人民政府 and so on."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from eplan.models.plan import Plan
from eplan.repository import Placed, Repository

_UPPER = {"county": re.compile("市|省|州|自治区"), "city": re.compile("省|自治区"), "province": re.compile("国")}
_GOVERNMENT = re.compile("政府|应急")
"""Plans for a government go straight to its emergency office (径送应急管理部门)."""
_TOWNSHIP = re.compile("[乡镇街]|街道|办事处")
_OWN_GOVERNMENT = ("government", "office")
_NOT_AUTHORITIES = frozenset(("community", "village", "school", "kindergarten", "enterprise", "street", "township"))


@dataclass(frozen=True)
class Body:
    """A body that a plan was filed with. `kind` is None where the folder does not know it."""

    name: str
    kind: str | None
    is_upper: bool
    is_of_government: bool
    is_parent_of_owner: bool
    is_quake_authority: bool | None

    @property
    def is_own_government(self) -> bool:
        return not self.is_upper and self.is_of_government

    @property
    def is_township(self) -> bool:
        named = self.kind is None and _TOWNSHIP.search(self.name) is not None
        return named or self.is_parent_of_owner or self.kind in ("street", "township")

    def is_above(self, words: str) -> bool:
        """An authority of the level above whose name holds one of the words."""
        return self.is_upper and re.search(words, self.name) is not None


WORDS: Mapping[str, Callable[[Body], bool]] = {
    "上一级人民政府": lambda body: body.is_upper and body.is_of_government,
    "上一级应急管理部门": lambda body: body.is_above("应急"),
    "上一级牵头部门": lambda body: body.is_upper and "政府" not in body.name,
    "上一级主管部门": lambda body: body.is_upper and "政府" not in body.name,
    "上一级林业主管部门": lambda body: body.is_above("林"),
    "上一级兽医主管部门": lambda body: body.is_above("兽|牧|农"),
    "设区的市级安全生产监督管理部门": lambda body: body.is_above("安监|安全生产|应急"),
    "本级人民政府": lambda body: body.is_own_government,
    "当地人民政府": lambda body: body.is_of_government,
    "乡镇人民政府（街道办事处）": lambda body: body.is_township,
    "县级地震工作部门": lambda body: body.is_quake_authority is not False,
    "负有安全生产监督管理职责的部门": lambda body: body.kind not in _NOT_AUTHORITIES,
}
"""What the law calls a body, and how one is known to be it."""


def fits(word: str, body: Body) -> bool:
    """Whether a body is what the law calls `word`; what cannot be told counts as right."""
    test = WORDS.get(word)
    return test is None or test(body)


def body_of(name: str, plan: Placed[Plan], repository: Repository) -> Body:
    """What is known of a body that a plan was filed with."""
    unit = repository.unit_by_name.get(name)
    owner = repository.unit_by_name.get(plan.model.owner)
    kind = unit.model.kind if unit else None
    parent = repository.canonical(owner.model.parent or "") if owner else ""
    return Body(
        name,
        kind,
        _is_upper(name, kind, repository),
        kind in _OWN_GOVERNMENT or (kind in (None, "external") and _GOVERNMENT.search(name) is not None),
        repository.canonical(name) == parent,
        _is_quake_authority(name, repository),
    )


def _is_upper(name: str, kind: str | None, repository: Repository) -> bool:
    """A body outside the folder's own units whose name says a higher level."""
    district = repository.on.config.district
    own = kind not in (None, "external") or name.startswith(district.name)
    return not own and _UPPER[district.level].search(name) is not None


def _is_quake_authority(name: str, repository: Repository) -> bool | None:
    """The folder's own earthquake plan shows who does this work in the district; None where it holds none."""
    if "地震" in name or "震减灾" in name:
        return True
    owners = {
        repository.canonical(plan.model.owner)
        for plan in repository.plans
        if plan.model.kind == "special" and "earthquake" in plan.model.hazards
    }
    return repository.canonical(name) in owners if owners else None
