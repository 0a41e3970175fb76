"""A record's file in house order: keys as the models have them, prose wrapped, comments kept, no value changed."""

import io
import re
import sys
import textwrap
from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import LiteralScalarString
from yaml import CLoader, ScalarToken, scan

from explainer.editing.fields import is_prose, model_in, named
from explainer.record import prose

WIDTH = 100
GROWING = ("evidence", "observations")  # near the end, where one more is added
BELONGING = ("background", "accuses", "answer", "answers", "derived")
_BLOCK = re.compile(r"\n[ \t]*\n+")
_OWN_LINE = re.compile(r"[ \t]*#")


class _AllText(VersionedResolver):
    """Takes every scalar as the text that was written, as `positions` does."""

    @property
    def versioned_resolver(self) -> Mapping[str, Any]:
        """No scalar means anything else than itself."""
        return {}


def tidy(text: str, model: type[BaseModel]) -> str:
    """The same record in house order. A file with comments on lines of their own keeps its order: they belong there."""
    yaml = YAML()
    yaml.Resolver = _AllText
    yaml.preserve_quotes = True
    yaml.width = sys.maxsize
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(_tidied(yaml.load(text), model, 0, moving=not _has_own_line(text)), out)
    return out.getvalue()


def _has_own_line(text: str) -> bool:
    """Whether a comment has a line of its own; a `#` within a text is none."""
    scalars = [one for one in scan(text, Loader=CLoader) if isinstance(one, ScalarToken)]
    within = {line for one in scalars for line in range(one.start_mark.line + 1, one.end_mark.line)}
    return any(_OWN_LINE.match(line) for at, line in enumerate(text.split("\n")) if at not in within)


def house_order(model: type[BaseModel]) -> list[str]:
    """The keys of a record in house order: what it says, what it belongs to, its evidence, what is said of it."""
    own = [name for name in model.__annotations__ if name in model.model_fields]
    inherited = [name for name in model.model_fields if name not in own]
    names = [name for name in own if name not in GROWING] + [name for name in inherited if name in BELONGING]
    names += [name for name in own if name in GROWING]
    names += [name for name in reversed(inherited) if name not in names]
    return [model.model_fields[name].alias or name for name in names]


def _tidied(value: Any, annotation: Any, depth: int, *, moving: bool) -> Any:
    if isinstance(value, CommentedSeq):
        for index, one in enumerate(value):
            value[index] = _tidied(one, annotation, depth + 1, moving=moving)
    elif isinstance(value, CommentedMap) and get_origin(annotation) is dict:
        for name, one in value.items():
            value[name] = _tidied(one, get_args(annotation)[1], depth + 1, moving=moving)
    elif isinstance(value, CommentedMap) and (model := model_in(annotation)):
        fields = named(model)
        for name in [one for one in value if one in fields]:
            value[name] = _field(value[name], fields[name], depth + 1, moving=moving)
        for name in [one for one in house_order(model) if moving and one in value]:
            value.move_to_end(name)
    return value


def _field(value: Any, info: FieldInfo, depth: int, *, moving: bool) -> Any:
    return _wrapped(value, depth) if is_prose(info) else _tidied(value, info.annotation, depth, moving=moving)


def _wrapped(value: Any, depth: int) -> Any:
    """A literal block with its paragraphs wrapped; what is written otherwise, or would then say else, stays."""
    if not isinstance(value, LiteralScalarString):
        return value
    blocks = [block(one, WIDTH - 2 * depth) for one in _BLOCK.split(value.strip("\n"))]
    wrapped = LiteralScalarString("\n\n".join(blocks) + "\n")
    if hasattr(value, "comment"):  # what follows the block until the next key
        wrapped.comment = value.comment
    return wrapped if _said(wrapped) == _said(value) else value


def _said(text: str) -> str:
    """What prose says, wherever its lines break."""
    return re.sub(r"offset=\d+", "", repr(prose.read(text).blocks))


def block(text: str, width: int) -> str:
    """A paragraph in lines of a width; a list or a block set in is left as it is."""
    if re.match(r"\s*([-*]\s|\d+\.\s)", text) or re.search(r"^\s*:::", text, re.MULTILINE):
        return "\n".join(line.rstrip() for line in text.splitlines())
    return "\n".join(textwrap.wrap(" ".join(text.split()), width, break_long_words=False, break_on_hyphens=False))


def scalar(value: str) -> str:
    """A text as YAML has it: plain where that reads back as the same text, else in quotation marks."""
    value = re.sub(r"[\t\r\n]", " ", value)
    plain = re.fullmatch(r"[^\s:#&*!|>'\"%@`{}\[\],?-](?:[^:#\n]|:(?=\S)|(?<=\S)#)*(?<![\s:])|\w", value)
    apostrophes = value.replace("'", "''")
    return value if plain else f"'{apostrophes}'" if '"' in value or "\\" in value else f'"{value}"'
