"""A record's file in house order: keys as the models have them, prose wrapped, comments kept, no value changed."""

import io
import re
import textwrap
from typing import Any, get_args

from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import LiteralScalarString

from generator.models.values import ProseField

WIDTH = 100
GROWING = ("evidence", "observations")  # near the end, where one more is added
BELONGING = ("background", "accuses", "answer", "derived")
_BLOCK = re.compile(r"\n[ \t]*\n+")


def tidy(text: str, model: type[BaseModel]) -> str:
    """The same record in house order. A map with comments in it keeps its order: they belong to their lines."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    record = yaml.load(text)
    out = io.StringIO()
    yaml.dump(_ordered(record, model, 0), out)
    return out.getvalue()


def house_order(model: type[BaseModel]) -> list[str]:
    """The keys of a record in house order: what it says, what it belongs to, its evidence, what is said of it."""
    own = [name for name in model.__annotations__ if name in model.model_fields]
    inherited = [name for name in model.model_fields if name not in own]
    names = [name for name in own if name not in GROWING] + [name for name in inherited if name in BELONGING]
    names += [name for name in own if name in GROWING]
    names += [name for name in reversed(inherited) if name not in names]
    return [model.model_fields[name].alias or name for name in names]


def _ordered(value: Any, model: type[BaseModel] | None, depth: int) -> Any:
    if isinstance(value, CommentedSeq):
        for index, one in enumerate(value):
            value[index] = _ordered(one, model, depth + 1)
        return value
    if not isinstance(value, CommentedMap) or model is None:
        return value
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    for name, one in value.items():
        if name in fields:
            is_prose = any(isinstance(mark, ProseField) for mark in _marks(fields[name]))
            value[name] = (
                _wrapped(one, depth + 1) if is_prose else _ordered(one, _model(fields[name].annotation), depth + 1)
            )
    if not value.ca.items and not value.ca.comment:
        for name in [one for one in house_order(model) if one in value]:
            value.move_to_end(name)
    return value


def _marks(info: Any) -> tuple[Any, ...]:
    return (*info.metadata, *(mark for one in get_args(info.annotation) for mark in getattr(one, "__metadata__", ())))


def _model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for one in get_args(annotation) if (found := _model(one))), None)


def _wrapped(value: Any, depth: int) -> Any:
    """A literal block with its paragraphs wrapped; what is short or written otherwise is left as it is."""
    if not isinstance(value, LiteralScalarString):
        return value
    blocks = [_block(one, WIDTH - 2 * depth) for one in _BLOCK.split(value.strip("\n"))]
    return LiteralScalarString("\n\n".join(blocks) + "\n")


def _block(block: str, width: int) -> str:
    if re.match(r"\s*([-*]\s|\d+\.\s|:::)", block):
        return "\n".join(line.rstrip() for line in block.splitlines())
    return "\n".join(textwrap.wrap(" ".join(block.split()), width, break_long_words=False, break_on_hyphens=False))


def scalar(value: str) -> str:
    """A text as YAML has it: plain where that reads back as the same text, else in quotation marks."""
    plain = re.fullmatch(r"[^\s:#&*!|>'\"%@`{}\[\],?-](?:[^:#\n]|:(?=\S)|(?<=\S)#)*(?<![\s:])|\w", value)
    quoted = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return value if plain else f'"{quoted}"'
