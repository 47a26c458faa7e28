"""Which file is of which kind, and the model of each kind."""

from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eplan.models.base import Part

CONFIG = PurePosixPath("eplan.yaml")
DATA = "data"


@dataclass(frozen=True)
class Kind:
    """A kind of file: `data/<name>.yaml` or any file below `data/<name>/`."""

    name: str
    module: str
    model_name: str

    @cached_property
    def model(self) -> "type[Part]":
        model: type[Part] = getattr(import_module(f"eplan.models.{self.module}"), self.model_name)
        return model


KINDS = {
    kind.name: kind
    for kind in (
        Kind("config", "config", "Config"),
        Kind("units", "units", "UnitFile"),
        Kind("headquarters", "headquarters", "HeadquartersFile"),
        Kind("tasks", "tasks", "TaskFile"),
        Kind("progress", "progress", "ProgressFile"),
        Kind("plans", "plan", "Plan"),
        Kind("supplies", "resources", "SupplyFile"),
        Kind("teams", "resources", "TeamFile"),
        Kind("shelters", "resources", "ShelterFile"),
        Kind("hazards", "hazards", "HazardFile"),
        Kind("warnings", "hazards", "WarningFile"),
        Kind("drills", "practice", "DrillFile"),
        Kind("activities", "practice", "ActivityFile"),
        Kind("duty", "practice", "DutyFile"),
        Kind("events", "incidents", "EventFile"),
        Kind("scenarios", "incidents", "ScenarioFile"),
    )
}


@cache
def _by_stem(stem: str) -> Kind | None:
    return KINDS.get(stem) if stem != "config" else None


def kind_of(path: PurePosixPath) -> Kind | None:
    """The kind of a YAML file of the folder, or None where it belongs to no kind."""
    match path.parts:
        case (data, folder, *_, _) if data == DATA:
            return _by_stem(folder)
        case (data, _) if data == DATA and path.stem != "plans":
            return _by_stem(path.stem)
        case _:
            return KINDS["config"] if path == CONFIG else None
