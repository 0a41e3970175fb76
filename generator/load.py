"""The folder `content/` as records: every file read, what is wrong with one told in an editor's words."""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator import positions
from generator.graph import SITE, Loaded, nearest
from generator.models.records import KINDS, Record
from generator.models.site import Site
from generator.models.values import ID_PATTERN, MAX_ID
from generator.positions import Located
from generator.problems import Place, Problem

MAX_BYTES = 1024 * 1024
RESERVED = ("index", "site", "con", "nul", "aux", "prn")
CODES = (
    "bad-character",
    "bad-id",
    "empty-value",
    "missing-field",
    "missing-site",
    "not-a-choice",
    "not-a-date",
    "not-a-number",
    "not-an-address",
    "not-an-id",
    "not-regular-file",
    "not-utf-8",
    "too-few",
    "too-large",
    "too-long",
    "unknown-field",
    "unknown-folder",
    "wrong-type",
    "yaml-name",
    *positions.CODES,
)
# what turns text around, hides in it, or has no meaning in it; a line break and a tab are seen to elsewhere
_HIDDEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\U000e0000-\U000e007f]")


def load(content: Path) -> tuple[list[Loaded], list[Problem]]:
    """Every record of the folder, and every problem; paths in places begin with the folder's own name."""
    loaded: list[Loaded] = []
    problems: list[Problem] = []
    for path in sorted(_files(content)):
        record, wrong = _record(content, path)
        loaded += [record] if record else []
        problems += wrong
    if not any(one.kind == SITE for one in loaded) and not (content / "site.yaml").exists():
        hint = "write it: what the site is called, its question and its short answer"
        problems.append(Problem(Place(f"{content.name}/site.yaml"), "missing-site", "there is no `site.yaml`", hint))
    return loaded, problems


def translated(error: ErrorDetails, located: Located, model: type[BaseModel]) -> Problem:
    """One finding of the models in an editor's words, at its place."""
    place = located.find(error["loc"])
    name = next((str(step) for step in reversed(error["loc"]) if isinstance(step, str)), "the value")
    value = error.get("input")
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return Problem(place, "missing-field", f"`{name}` is missing", hint=_example(name))
        case "extra_forbidden":
            return _unknown_field(error, located, model)
        case "empty":
            return Problem(place, "empty-value", f"`{name}` is empty", hint="fill it in, or take the line out")
        case "not_a_date":
            return Problem(place, "not-a-date", f"`{value}` is not a date", hint=_date_hint(str(value)))
        case "not_a_number" | "int_parsing" | "int_type" | "float_parsing" | "float_type" | "int_from_float":
            return Problem(place, "not-a-number", f"`{value}` is not a number", hint=_number_hint(str(value)))
        case "not_an_address":
            return Problem(place, "not-an-address", f"`{value}` is not an address that can be linked", hint=_url_hint(str(value)))
        case "string_pattern_mismatch":
            return Problem(place, "not-an-id", f"`{value}` cannot stand in `{name}`", hint=_pattern_hint(name, str(value)))
        case "string_too_long":
            message = f"`{name}` has {len(str(value))} characters; at most {context['max_length']} fit"
            return Problem(place, "too-long", message, hint="say it shorter; what does not fit belongs into a note or the prose")
        case "literal_error" | "bool_parsing" | "bool_type":
            return _not_a_choice(place, name, value, context)
        case "too_short" | "too_long" | "missing_argument":
            return _too_few(place, name, context)
        case "greater_than" | "greater_than_equal":
            return Problem(place, "not-a-number", f"`{name}` is {value}; it cannot be less than nothing", hint="check the number")
        case _:
            return _wrong_type(place, name, value, error["type"])


def _files(content: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(content):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        yield from (Path(folder) / one for one in [*files, *folders] if _counts(Path(folder) / one))


def _counts(path: Path) -> bool:
    """A file of the record, or a folder that is a link and so is refused; hidden files are the system's."""
    return not path.name.startswith(".") and (path.is_symlink() or not path.is_dir())


def _record(content: Path, path: Path) -> tuple[Loaded | None, list[Problem]]:
    inside = path.relative_to(content)
    file = f"{content.name}/{inside.as_posix()}"
    kind = SITE if inside.as_posix() == "site.yaml" else inside.parts[0]
    problem = _misplaced(kind, file, inside) or _unreadable(path, file)
    if problem:
        return None, [problem]
    text, problem = _text(path, file)
    if problem:
        return None, [problem]
    located, problems = positions.parse(text, file)
    if located is None:
        return None, problems
    return _validated(kind, path.stem, located)


def _misplaced(kind: str, file: str, inside: Path) -> Problem | None:
    place = Place(file)
    if kind != SITE and (len(inside.parts) == 1 or kind not in KINDS):
        near = nearest(kind, KINDS) if len(inside.parts) > 1 else ""
        hint = f"did you mean the folder `{near}`?" if near else f"move it into one of {', '.join(KINDS)}"
        return Problem(place, "unknown-folder", f"nothing is read from here: {_where(inside)}", hint)
    if inside.suffix != ".yaml":
        return Problem(place, "yaml-name", f"`{inside.name}` is not read", "a record's file ends in .yaml; name it so, or move it out")
    stem = inside.stem
    if kind != SITE and (not re.fullmatch(ID_PATTERN, stem) or len(stem) > MAX_ID or stem in RESERVED):
        hint = f"use small letters, digits and single hyphens, at most {MAX_ID}: `{_as_id(stem)}.yaml`"
        return Problem(place, "bad-id", f"`{stem}` cannot be an id", hint)
    return None


def _where(inside: Path) -> str:
    if len(inside.parts) == 1:
        return f"`{inside.name}` lies beside the folders"
    return f"there is no kind of record called `{inside.parts[0]}`"


def _as_id(stem: str) -> str:
    bare = "".join(one for one in unicodedata.normalize("NFKD", stem) if not unicodedata.combining(one))
    found = re.sub(r"[^a-z0-9]+", "-", bare.casefold()).strip("-")[:MAX_ID].strip("-")
    return found if found and found not in RESERVED else f"the-{found or 'record'}"


def _unreadable(path: Path, file: str) -> Problem | None:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        what = "a link" if path.is_symlink() else "no ordinary file"
        return Problem(Place(file), "not-regular-file", f"`{path.name}` is {what}", "put the file itself here")
    if status.st_size > MAX_BYTES:
        message = f"the file has {status.st_size:,} bytes; at most {MAX_BYTES:,} are read"
        return Problem(Place(file), "too-large", message, "one record is a page at most; split it")
    return None


def _text(path: Path, file: str) -> tuple[str, Problem | None]:
    raw = path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", Problem(Place(file, line), "not-utf-8", "the file is not saved as UTF-8", "save it again with the encoding UTF-8")
    if found := _HIDDEN.search(text):
        line, column = text[: found.start()].count("\n") + 1, found.start() - text.rfind("\n", 0, found.start())
        name = unicodedata.name(found[0], f"U+{ord(found[0]):04X}").lower()
        return "", Problem(Place(file, line, column), "bad-character", f"a hidden character stands here: {name}", "delete it and type the text again")
    return text, None


def _validated(kind: str, stem: str, located: Located) -> tuple[Loaded | None, list[Problem]]:
    model: type[BaseModel] = Site if kind == SITE else KINDS[kind]
    if kind != SITE and "id" in located.value:
        message = "there is no field `id`; a record's id is the name of its file"
        return None, [Problem(located.find(("id",), key=True), "unknown-field", message, "take the line out")]
    values: dict[str, Any] = located.value if kind == SITE else {**located.value, "id": stem}
    try:
        record = model.model_validate(values)
    except ValidationError as error:
        return None, [translated(one, located, model) for one in error.errors()]
    if not isinstance(record, Record | Site):
        raise TypeError(kind)
    return Loaded(kind, record, located), []


def _unknown_field(error: ErrorDetails, located: Located, model: type[BaseModel]) -> Problem:
    name = str(error["loc"][-1])
    fields = _fields_at(model, error["loc"][:-1])
    near = nearest(name, fields)
    hint = f"did you mean `{near}`?" if near else f"the fields here are: {', '.join(fields)}"
    return Problem(located.find(error["loc"], key=True), "unknown-field", f"there is no field `{name}`", hint)


def _fields_at(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """The names that may stand where *path* leads: those of the part it leads to, as far as it can be followed."""
    for step in path:
        field = next((one for name, one in model.model_fields.items() if step in (name, one.alias)), None)
        if field is not None:
            model = next(iter(_models(field.annotation)), model)
    return [one.alias or name for name, one in model.model_fields.items() if name != "id"]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for one in get_args(annotation):
        yield from _models(one)


EXAMPLES = {
    "evidence": "evidence:\n  - source: the-id-of-a-source\n    excerpt: the exact words that prove it",
    "as_of": "as_of: 2025-12-02, or as much of the date as is known",
    "language": "language: en",
    "source": "source: the id of a source, which is the name of its file in content/sources/",
    "excerpt": "excerpt: the exact words that prove it",
}


def _example(name: str) -> str:
    return f"write `{EXAMPLES[name]}`" if name in EXAMPLES else f"add a line `{name}: …`"


def _date_hint(value: str) -> str:
    if match := re.fullmatch(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})", value.strip()):
        return f"write year, month, day: `{match[3]}-{int(match[2]):02}-{int(match[1]):02}`, if the day is {int(match[1])}"
    if match := re.fullmatch(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?", value.strip()):
        day = f"-{int(match[3]):02}" if match[3] else ""
        return f"write it with two digits each, if it is a real day: `{match[1]}-{int(match[2]):02}{day}`"
    return "write YYYY-MM-DD, or YYYY-MM, or YYYY: as much as is known"


def _number_hint(value: str) -> str:
    bare = re.sub(r"[,\s\u00a0'](?=\d{3})", "", value.strip())
    return f"write digits alone: `{bare}`" if re.fullmatch(r"-?\d+(\.\d+)?", bare) else "write digits, such as 83 or 84.5"


def _url_hint(value: str) -> str:
    plain = re.sub("[\u201c\u201d\u2018\u2019\"'<>]", "", value.strip())
    if plain != value.strip():
        return f"take the quotation marks out: `{plain}`"
    if value.startswith("http://"):
        return f"if the site has it, write `https://{value.removeprefix('http://')}`"
    return "an address begins with https:// and has no spaces"


def _pattern_hint(name: str, value: str) -> str:
    if name == "number":
        return "write a number, or the first and the last of several: `11-13`"
    if name in ("language", "translations"):
        return "write a language by its two letters: `en`, `es`"
    return f"an id has small letters, digits and single hyphens: `{_as_id(value)}`"


def _not_a_choice(place: Place, name: str, value: object, context: dict[str, Any]) -> Problem:
    choices = re.findall(r"'([^']+)'", str(context.get("expected", ""))) or ["true", "false"]
    near = nearest(str(value), choices)
    listed = ", ".join(choices)
    hint = f"did you mean `{near}`? The choices are: {listed}" if near else f"the choices are: {listed}"
    return Problem(place, "not-a-choice", f"`{value}` is not a choice for `{name}`", hint)


def _too_few(place: Place, name: str, context: dict[str, Any]) -> Problem:
    least = context.get("min_length", 1)
    return Problem(place, "too-few", f"`{name}` needs at least {least}", hint=_example(name))


TYPES = {
    "list": "a list: begin each item on a line of its own with a dash and a space",
    "tuple": "a list: begin each item on a line of its own with a dash and a space",
    "dict": "fields: write `name: value` lines, indented below it",
    "model": "fields: write `name: value` lines, indented below it",
    "dataclass": "fields: write `name: value` lines, indented below it",
    "string": "text: write it on the same line after the colon",
    "not_text": "text: write it on the same line after the colon, in quotation marks if it has a colon",
}


def _wrong_type(place: Place, name: str, value: object, kind: str) -> Problem:
    wanted = next((words for start, words in TYPES.items() if kind.startswith(start)), "")
    got = {str: "text", list: "a list", dict: "fields"}.get(type(value), "something else")
    if not wanted:
        message = f"no words for what the models call {kind!r}"
        raise NotImplementedError(message)
    return Problem(place, "wrong-type", f"`{name}` is {got}, and should be {wanted.split(':')[0]}", hint=wanted.partition(": ")[2])
