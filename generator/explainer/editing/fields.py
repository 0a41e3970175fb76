"""What each field of a record is for, and what may stand in it: for hovers, prompts and new records."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from explainer.languages import purposes
from explainer.record.graph import Graph
from explainer.record.models import KINDS
from explainer.record.parts import Evidence, Observation
from explainer.record.values import ProseField, Reads, Ref

# where a field's choices are words of the site's file: (kind, field) → the field of `site.yaml`
VOCABULARIES = {
    ("events", "type"): "event_types",
    ("events", "areas"): "areas",
    ("sources", "kind"): "source_kinds",
    ("sources", "licence"): "free_licences",
    ("actors", "side"): "sides",
}


def told(model: type[BaseModel], name: str) -> str:
    """What a field is for, in a line."""
    info = named(model).get(name)
    own = info.description if info else ""
    return own or purposes().get(f"{model.__name__}.{name}") or purposes().get(name, "")


def choices(graph: Graph, kind: str, name: str) -> list[str]:
    """The words that alone may stand in a field; none where any text may."""
    if (kind, name) in VOCABULARIES:
        return sorted(getattr(graph.site, VOCABULARIES[kind, name]))
    info = named(KINDS[kind]).get(name) or named(Evidence).get(name) or named(Observation).get(name)
    found = list(marks(info)) if info else []
    kinds = {one for mark in found if isinstance(mark, Ref) and not mark.part for one in mark.kinds}
    literal = info.annotation if info and get_origin(info.annotation) is Literal else None
    return [one for one, of in graph.kinds.items() if of in kinds] or [str(one) for one in get_args(literal)]


def named(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by the names that they have in YAML."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def marks(info: FieldInfo) -> Iterator[object]:
    """All that a field's annotation is marked with, at any depth outside of other models."""
    yield from info.metadata
    yield from _marks(info.annotation)


def is_list(info: FieldInfo) -> bool:
    """Whether a field holds several values."""
    return get_origin(info.annotation) is tuple


def is_short(info: FieldInfo) -> bool:
    """Whether the parts of a list may each be written as one text: a membership as the id of the whole."""
    return is_list(info) and any(isinstance(mark, Reads) and "string" in mark.others for mark in marks(info))


def is_mapping(info: FieldInfo) -> bool:
    """Whether a field holds names of the editor's own with values."""
    return get_origin(info.annotation) is dict


def is_prose(info: FieldInfo) -> bool:
    """Whether a field holds paragraphs."""
    return any(isinstance(mark, ProseField) for mark in marks(info))


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model of the parts that a field holds, if it holds any."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for one in get_args(annotation) if (found := model_in(one))), None)


def _marks(annotation: object) -> Iterator[object]:
    yield from getattr(annotation, "__metadata__", ())
    for one in get_args(annotation):
        yield from _marks(one)
