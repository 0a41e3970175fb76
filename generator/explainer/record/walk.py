"""Every value in a record, at any depth, with its path as in YAML."""

import types
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from explainer.record.models import Event, Figure
from explainer.record.parts import Evidence

Path = tuple[str | int, ...]


def values(model: BaseModel, *marks: type) -> Iterator[tuple[Path, Any, Any]]:
    """Every value in *model* whose field is marked with one of *marks*: its path as in YAML, its mark, itself."""
    for name, (key, field_marks) in _fields(type(model)).items():
        mark = next((mark for mark in field_marks if isinstance(mark, marks)), None)
        yield from _within(getattr(model, name), (key,), mark, marks)


def values_of_type(model: BaseModel, kind: type) -> Iterator[tuple[Path, Any]]:
    """Every value of one type in *model*, at any depth, with its path as in YAML."""
    for name, (key, _) in _fields(type(model)).items():
        for path, value in _flat(getattr(model, name), (key,)):
            if isinstance(value, kind):
                yield path, value
            if isinstance(value, BaseModel):
                yield from ((path + inner, part) for inner, part in values_of_type(value, kind))


def all_evidence(model: BaseModel) -> Iterator[tuple[Path, Evidence]]:
    """Every piece of evidence anywhere in a record, with its path."""
    yield from values_of_type(model, Evidence)


def named_parts(record: BaseModel) -> dict[str, Path]:
    """What may stand behind the @ of a record's id, and where it stands: `DATE`, `DATE:COUNTER`, a count's name."""
    if isinstance(record, Event):
        return {name: ("counts", name) for name in record.counts}
    observations = record.observations if isinstance(record, Figure) else ()
    return {
        name: ("observations", index)
        for index, seen in enumerate(observations)
        for name in (str(seen.as_of), f"{seen.as_of}:{seen.counter}")
    }


def _flat(value: object, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _flat(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _flat(item, (*path, key))
    else:
        yield path, value


def _within(value: object, path: Path, mark: object, marks: tuple[type, ...]) -> Iterator[tuple[Path, Any, Any]]:
    for inner, leaf in _flat(value, path):
        if isinstance(leaf, BaseModel):
            yield from ((inner + rest, own_mark, part) for rest, own_mark, part in values(leaf, *marks))
        elif mark is not None and leaf is not None:
            yield inner, mark, leaf


@cache
def _fields(model: type[BaseModel]) -> Mapping[str, tuple[str, tuple[object, ...]]]:
    """By field: its key in YAML, and all that its annotation is marked with."""
    return types.MappingProxyType(
        {
            name: (info.alias or name, (*info.metadata, *_marks(info.annotation)))
            for name, info in model.model_fields.items()
        }
    )


def _marks(annotation: object) -> tuple[object, ...]:
    own = tuple(getattr(annotation, "__metadata__", ()))
    inner = (getattr(annotation, "__origin__", None),) if own else get_args(annotation)
    return own + tuple(mark for part in inner for mark in _marks(part) if part is not None)
