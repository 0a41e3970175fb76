"""The folder `content/` as records: every file read, what is wrong with one told in an editor's words."""

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator import positions
from generator.graph import SITE, Loaded, nearest
from generator.models.records import KINDS, NoAnswer, Record
from generator.models.site import Site
from generator.models.values import ID_PATTERN, MAX_ID, TARGET_PATTERN, PartialDate
from generator.positions import Located
from generator.problems import Place, Problem, short

MAX_BYTES = 1024 * 1024
RESERVED = re.compile(r"index|site|con|nul|aux|prn|(com|lpt)[1-9]")  # our own names, and those that Windows refuses
CODES = (
    "bad-id",
    "empty-value",
    "missing-field",
    "missing-site",
    "misplaced-file",
    "not-a-choice",
    "not-a-date",
    "not-a-language",
    "not-a-number",
    "not-an-address",
    "not-an-id",
    "not-regular-file",
    "not-utf-8",
    "out-of-range",
    "too-few",
    "too-large",
    "too-long",
    "too-many",
    "unknown-field",
    "unknown-folder",
    "wrong-type",
    "yaml-name",
    *positions.CODES,
)


def load(content: Path) -> tuple[list[Loaded], list[Problem]]:
    """Every record of the folder, and every problem; paths in places begin with the folder's own name."""
    loaded: list[Loaded] = []
    problems: list[Problem] = []
    for path in sorted(_files(content)):
        record, wrong = _record(path, path.relative_to(content), content.absolute().name)
        loaded += [record] if record else []
        problems += wrong
    if not os.path.lexists(content / "site.yaml"):
        hint = "write it: what the site is called, its question and its short answer"
        place = Place(f"{content.absolute().name}/site.yaml")
        problems.append(Problem(place, "missing-site", "there is no `site.yaml`", hint))
    return loaded, list(dict.fromkeys(problems))


def validated(kind: str, stem: str, located: Located) -> tuple[Loaded | None, list[Problem]]:
    """A file's values as a record of its kind, or all that the models find wrong with them."""
    model: type[BaseModel] = Site if kind == SITE else KINDS[kind]
    problems: list[Problem] = []
    if kind != SITE and "id" in located.value:
        message = "there is no field `id`; a record's id is the name of its file"
        problems = [Problem(located.find(("id",), key=True), "unknown-field", message, "take the line out")]
    values: dict[str, Any] = located.value if kind == SITE else {**located.value, "id": stem}
    try:
        record = model.model_validate(values)
    except ValidationError as error:
        causes = _causes(error.errors(), model)
        return None, problems + [_translated(one, located, model) for one in causes]
    if not isinstance(record, Record | Site):
        raise TypeError(kind)
    return None if problems else Loaded(kind, record, located), problems


def is_id(text: str) -> bool:
    """Whether a record can have this id, and its file this name."""
    return bool(re.fullmatch(ID_PATTERN, text)) and len(text) <= MAX_ID and not RESERVED.fullmatch(text)


def _files(content: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(content, onerror=_raise):
        folders[:] = [one for one in folders if not one.startswith(".")]
        yield from (Path(folder) / one for one in [*files, *folders] if _counts(Path(folder) / one))


def _raise(error: OSError) -> NoReturn:
    """A folder that cannot be read must not look like one without records."""
    raise error


def _counts(path: Path) -> bool:
    """A file of the record, or a folder that is a link and so is refused; hidden files are the system's."""
    return not path.name.startswith(".") and (path.is_symlink() or not path.is_dir())


def _record(path: Path, inside: Path, root: str) -> tuple[Loaded | None, list[Problem]]:
    file = f"{root}/{short(inside.as_posix())}"
    kind = SITE if inside.as_posix() == "site.yaml" else inside.parts[0]
    if problem := _unreadable(path, file) or _misplaced(kind, inside, file) or _misnamed(kind, inside, file):
        return None, [problem]
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        place = Place(file, raw.count(b"\n", 0, error.start) + 1)
        hint = "save it again with the encoding UTF-8"
        return None, [Problem(place, "not-utf-8", "the file is not saved as UTF-8", hint)]
    located, problems = positions.parse(text, file)
    return validated(kind, path.stem, located) if located else (None, problems)


def _unreadable(path: Path, file: str) -> Problem | None:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        what = "a link" if stat.S_ISLNK(status.st_mode) else "no ordinary file"
        return Problem(Place(file), "not-regular-file", f"`{short(path.name)}` is {what}", "put the file itself here")
    if status.st_size > MAX_BYTES:
        message = f"the file has {status.st_size:,} bytes; at most {MAX_BYTES:,} are read"
        return Problem(Place(file), "too-large", message, "one record is a page at most; split it")
    return None


def _misplaced(kind: str, inside: Path, file: str) -> Problem | None:
    if kind == SITE or (kind in KINDS and len(inside.parts) > 1):
        return None
    if len(inside.parts) == 1:
        near = nearest(inside.name, ["site.yaml"])
        hint = f"did you mean `{near}`?" if near else f"move it into one of {', '.join(KINDS)}, or out of here"
        return Problem(
            Place(file), "misplaced-file", f"`{short(inside.name)}` lies beside the folders of records", hint
        )
    near = nearest(kind, KINDS)
    hint = f"did you mean `{near}`?" if near else f"the folders are: {', '.join(KINDS)}"
    folder = Place(file.removesuffix(short(inside.as_posix())) + short(kind))
    return Problem(folder, "unknown-folder", f"there is no kind of record called `{short(kind)}`", hint)


def _misnamed(kind: str, inside: Path, file: str) -> Problem | None:
    stem = inside.stem
    if inside.suffix != ".yaml":
        typo = inside.suffix.lower() in (".yml", ".yaml")
        hint = f"name it `{short(stem)}.yaml`" if typo else "a record's file ends in .yaml; move this one out"
        return Problem(Place(file), "yaml-name", f"`{short(inside.name)}` is not read", hint)
    if kind == SITE or is_id(stem):
        return None
    hint = f"use small letters, digits and single hyphens, at most {MAX_ID}: `{_as_id(stem)}.yaml`"
    return Problem(Place(file), "bad-id", f"`{short(stem)}` cannot be an id", hint)


def _as_id(text: str) -> str:
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    found = re.sub(r"[^a-z0-9]+", "-", bare.casefold()).strip("-")[:MAX_ID].strip("-")
    return found if found and not RESERVED.fullmatch(found) else f"the-{found or 'record'}"


def _causes(errors: Iterable[ErrorDetails], model: type[BaseModel]) -> Iterator[ErrorDetails]:
    """The errors without those that only follow from another."""
    listed = list(errors)
    misspelt = {
        (*one["loc"][:-1], nearest(str(one["loc"][-1]), _fields_at(model, one["loc"][:-1])))
        for one in listed
        if one["type"] == "extra_forbidden"
    }
    for one in listed:
        # the models count only the items that are sound, and try every form that a field may have
        counted = one["type"] == "too_short" and len(one["input"]) >= one["ctx"]["min_length"]
        other = NoAnswer.__name__ in one["loc"]
        if not (counted or other or (one["type"] == "missing" and one["loc"] in misspelt)):
            yield one


def _translated(error: ErrorDetails, located: Located, model: type[BaseModel]) -> Problem:
    """One finding of the models in an editor's words, at its place."""
    kind, path, value, context = error["type"], error["loc"], error["input"], error.get("ctx", {})
    of_key = path[-1] == "[key]"  # so the models name the key of a mapping, where that is what is wrong
    place = located.find(path[:-1] if of_key else path, key=of_key or kind == "extra_forbidden")
    within = located.known(path[:-2] if of_key else path)
    name = next((str(step) for step in reversed(within) if isinstance(step, str)), "")
    alone = "a name in " if of_key else "an item of " if within and isinstance(within[-1], int) else ""
    what = f"{alone}`{name}`"
    match kind:
        case "extra_forbidden":
            return _unknown_field(place, path, model)
        case "missing" if isinstance(path[-1], str):
            return Problem(place, "missing-field", f"`{path[-1]}` is missing", _example(path[-1]))
        case "missing":
            return Problem(place, "too-few", f"`{name}` has too few items", "write all of them, in brackets")
        case "too_short":
            message = f"`{name}` has too few items; at least {context['min_length']} must be there"
            return Problem(place, "too-few", message, EXAMPLES.get(name, "begin each with a dash and a space"))
        case "too_long":
            message = f"`{name}` has too many items; at most {context['max_length']} fit"
            return Problem(place, "too-many", message, "take the rest out")
        case _ if isinstance(value, str) and not value.strip():
            return Problem(place, "empty-value", f"{what} is empty", "fill it in, or take the line out")
        case "tuple_type" | "model_type" | "dict_type":
            return _wrong_type(place, what, value, TYPES[kind], _form(name, value, kind, _fields_at(model, path)))
        case _ if not isinstance(value, str):
            return _wrong_type(place, what, value, "text", "write it after the colon, in the same line")
        case _:
            return _wrong_text(kind, place, name, value, context)


def _wrong_text(kind: str, place: Place, name: str, value: str, context: dict[str, Any]) -> Problem:
    shown = short(value)
    match kind:
        case "not_a_date":
            return Problem(place, "not-a-date", f"`{shown}` is not a date", _date_hint(shown))
        case "not_a_number" | "int_parsing" | "int_parsing_size" | "float_parsing" | "finite_number":
            return Problem(place, "not-a-number", f"`{shown}` is not a number", _number_hint(shown))
        case "greater_than" | "greater_than_equal":
            bound = f"more than {context['gt']:g}" if "gt" in context else f"at least {context['ge']}"
            return Problem(place, "out-of-range", f"`{name}` is {shown}; it must be {bound}", "check the number")
        case "not_an_address":
            return Problem(place, "not-an-address", f"`{shown}` is not an address that can be linked", _url_hint(shown))
        case "string_pattern_mismatch":
            code, hint = PATTERNS[context["pattern"]]
            return Problem(place, code, f"`{shown}` cannot stand in `{name}`", hint.format(_as_id(shown)))
        case "string_too_long":
            message = f"`{name}` has {len(value)} characters; at most {context['max_length']} fit"
            return Problem(place, "too-long", message, "say it shorter; the rest belongs into a note or the prose")
        case "literal_error" | "bool_parsing":
            return _not_a_choice(place, name, shown, context.get("expected", "'true', 'false'"))
    raise NotImplementedError(kind)


def _unknown_field(place: Place, path: positions.Path, model: type[BaseModel]) -> Problem:
    name, fields = str(path[-1]), _fields_at(model, path[:-1])
    near = nearest(name, fields)
    hint = f"did you mean `{near}`?" if near else f"the fields here are: {', '.join(fields)}"
    return Problem(place, "unknown-field", f"there is no field `{short(name)}`", hint)


def _fields_at(model: type[BaseModel], path: positions.Path) -> list[str]:
    """The names that may stand where *path* leads: those of the part it leads to, as far as it can be followed."""
    for step in path:
        field = next((one for name, one in model.model_fields.items() if step in (name, one.alias)), None)
        if field is not None:
            model = next(iter(_models(field.annotation)), model)
    return [one.alias or name for name, one in model.model_fields.items() if name != "id"]


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for one in get_args(annotation):
        yield from _models(one)


EXAMPLES = {
    "evidence": "write\nevidence:\n  - source: the id of a source\n    excerpt: the exact words that prove it",
    "as_of": "write `as_of: 2025-12-02`, or as much of the date as is known",
    "language": "write `language: en`, or the two letters of the language that it is in",
    "source": "write `source: ` and the id of a source, which is the name of its file in content/sources/",
    "excerpt": "write `excerpt: ` and the exact words that prove it",
}
PATTERNS = {
    f"^{ID_PATTERN}$": ("not-an-id", "an id has small letters, digits and single hyphens: `{}`"),
    f"^{TARGET_PATTERN}$": ("not-an-id", "write an id, or an id and one part of it: `wells-dug@2025-12-02`"),
    r"^[a-z]{2,3}(-[A-Z]{2})?$": ("not-a-language", "write a language by its two letters: `en`, `es`"),
    r"^\d+(-\d+)?$": ("not-a-number", "write a number, or the first and the last of several: `11-13`"),
}
TYPES = {"tuple_type": "a list", "model_type": "fields", "dict_type": "fields"}


def _example(name: str) -> str:
    return EXAMPLES.get(name, f"add a line `{name}: …`")


def _form(name: str, value: object, kind: str, fields: list[str]) -> str:
    """How to write a list or fields, where something else stands."""
    if name == "answer":
        return "write `answer: none found`, or the fields `says` and `evidence` below it"
    if kind == "model_type":
        return f"write its fields below it, two spaces further in: {', '.join(fields)}"
    if kind == "dict_type":
        return "write `name: value` lines below it, two spaces further in"
    if isinstance(value, str) and re.fullmatch(ID_PATTERN, value):
        return f"write `{name}: [{short(value)}]`"
    return "begin each item on a line of its own with a dash and a space"


def _wrong_type(place: Place, what: str, value: object, wanted: str, hint: str) -> Problem:
    got = "text" if isinstance(value, str) else "a list" if isinstance(value, list) else "fields"
    return Problem(place, "wrong-type", f"{what} is {got}, and should be {wanted}", hint)


def _date_hint(value: str) -> str:
    match = re.fullmatch(r"(\d{1,4})[-./ ]+(\d{1,4})(?:[-./ ]+(\d{1,4}))?", value)
    if not match:
        return "write YYYY-MM-DD, or YYYY-MM, or YYYY: as much as is known"
    numbers = [one.zfill(2) for one in match.groups() if one]
    orders = [numbers] if len(numbers[0]) == len("YYYY") else [numbers[::-1], [numbers[-1], *numbers[:-1]]]
    dates = list(dict.fromkeys("-".join(order) for order in orders if _is_date("-".join(order))))
    if not dates:
        return "there is no such day; write YYYY-MM-DD, or YYYY-MM, or YYYY: as much as is known"
    return f"write the year, the month and the day: {' or '.join(f'`{one}`' for one in dates)}"


def _is_date(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except ValueError:
        return False
    return True


def _number_hint(value: str) -> str:
    bare = re.sub(r"[,\s'](?=\d{3})", "", value.strip())
    sound = re.fullmatch(r"-?\d+(\.\d+)?", bare)
    return f"write digits alone: `{bare}`" if sound else "write digits, such as 83 or 84.5"


def _url_hint(value: str) -> str:
    plain = re.sub("[\u201c\u201d\u2018\u2019\"'<>]", "", value.strip())
    if plain != value.strip():
        return f"take the quotation marks out: `{plain}`"
    if value.startswith("http://"):
        return f"if the site has it, write `https://{value.removeprefix('http://')}`"
    return "an address begins with https:// and has no spaces"


def _not_a_choice(place: Place, name: str, shown: str, expected: str) -> Problem:
    choices = re.findall(r"'([^']+)'", expected)
    near = nearest(shown, choices)
    listed = f"the choices are: {', '.join(choices)}"
    hint = f"did you mean `{near}`? {listed.capitalize()}" if near else listed
    return Problem(place, "not-a-choice", f"`{shown}` is not a choice for `{name}`", hint)
