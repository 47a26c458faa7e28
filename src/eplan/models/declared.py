"""What the models say about a part of the data: which keys it may have, what it is for, which words it may hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


@dataclass(frozen=True)
class Declared:
    """The types that a part of the data may have, and the field it belongs to."""

    types: tuple[Any, ...] = ()
    field: FieldInfo | None = None

    @property
    def fields(self) -> dict[str, FieldInfo]:
        """The fields of the records that may stand here, by their keys in the file."""
        models = (kind for kind in self.types if isinstance(kind, type) and issubclass(kind, BaseModel))
        return {str(field.alias): field for model in models for field in model.model_fields.values()}

    @property
    def words(self) -> tuple[str, ...]:
        """The words and numbers of a closed list."""
        lists = (kind for kind in self.types if get_origin(kind) is Literal)
        return tuple(str(word) for words in lists for word in get_args(words))

    def inside(self, part: str | int) -> "Declared":
        """What is declared for an entry or an item of this; nothing where there can be none."""
        if part in self.fields:
            field = self.fields[str(part)]
            return Declared(tuple(_branches(field.annotation)), field)
        collection, which = (tuple, 0) if isinstance(part, int) else (dict, 1)
        held = (get_args(kind)[which] for kind in self.types if get_origin(kind) is collection)
        return Declared(tuple(branch for kind in held for branch in _branches(kind)), self.field)


def declared(model: type[BaseModel], loc: Iterable[str | int]) -> Declared:
    """What is declared at `loc` of a file of this model."""
    here = Declared((model,))
    for part in loc:
        here = here.inside(part)
    return here


def _branches(annotation: Any) -> Iterator[Any]:
    """The types of which a value must have one."""
    match get_origin(annotation):
        case origin if origin is Annotated:
            yield from _branches(get_args(annotation)[0])
        case origin if origin in (Union, UnionType):
            for branch in get_args(annotation):
                yield from _branches(branch)
        case _:
            yield annotation
