"""What the models find in a record, in an editor's words: what is wrong, where, and what to type."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from explainer.languages import languages, purposes
from explainer.record import yaml_reader
from explainer.record.graph import nearest
from explainer.record.parts import NoAnswer
from explainer.record.problems import Place, Problem, short
from explainer.record.values import ID_PATTERN, MAX_ID, RESERVED, TARGET_PATTERN, PartialDate
from explainer.record.yaml_reader import Located


def as_id(text: str) -> str:
    """The text as an id could be."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    found = re.sub(r"[^a-z0-9]+", "-", bare.casefold()).strip("-")[:MAX_ID].strip("-")
    return found if found and not RESERVED.fullmatch(found) else f"the-{found or 'record'}"


def causes(errors: Iterable[ErrorDetails], model: type[BaseModel]) -> Iterator[ErrorDetails]:
    """The errors without those that only follow from another."""
    listed = list(errors)
    misspelt = {
        (*one["loc"][:-1], nearest(str(one["loc"][-1]), fields_at(model, one["loc"][:-1])))
        for one in listed
        if one["type"] == "extra_forbidden"
    }
    for one in listed:
        # the models count only the items that are sound, and try every form that a field may have
        counted = one["type"] == "too_short" and len(one["input"]) >= one["ctx"]["min_length"]
        other = NoAnswer.__name__ in one["loc"]
        if not (counted or other or (one["type"] == "missing" and one["loc"] in misspelt)):
            yield one


def translated(error: ErrorDetails, located: Located, model: type[BaseModel]) -> Problem:
    """One finding of the models in an editor's words, at its place."""
    kind, path, value, context = error["type"], error["loc"], error["input"], error.get("ctx", {})
    of_key = path[-1] == "[key]"  # so the models name the key of a mapping, where that is what is wrong
    place = located.find(path[:-1] if of_key else path, key=of_key or kind == "extra_forbidden")
    within = located.known(path[:-2] if of_key else path)
    name = next((str(step) for step in reversed(within) if isinstance(step, str)), "")
    alone = "a name in " if of_key else "an item of " if within and isinstance(within[-1], int) else ""
    what = f"{alone}`{name}`"
    match kind:
        case "refused":
            return Problem(place, context["code"], context["message"], context["hint"])
        case "extra_forbidden":
            return _unknown_field(place, path, model)
        case "missing" if isinstance(path[-1], str):
            return Problem(place, "missing-field", f"`{path[-1]}` is missing", _example(model, path, path[-1]))
        case "missing":
            return Problem(place, "too-few", f"`{name}` has too few items", "write all of them, in brackets")
        case "too_short":
            least = f"at least {context['min_length']} must be there"
            message = f"`{name}` has too few items; {least}" if value else f"`{name}` is an empty list; {least}"
            return Problem(place, "too-few", message, _example(model, path, name))
        case "too_long":
            message = f"`{name}` has too many items; at most {context['max_length']} fit"
            return Problem(place, "too-many", message, "take the rest out")
        case _ if isinstance(value, str) and not value.strip():
            return Problem(place, "empty-value", f"{what} is empty", "fill it in, or take the line out")
        case "tuple_type" | "model_type" | "dict_type":
            return _wrong_type(place, what, value, TYPES[kind], _form(name, value, kind, _model_at(model, path)))
        case _ if not isinstance(value, str):
            items = value if isinstance(value, list) and all(isinstance(one, str) for one in value) else ()
            shown = f": `{name}: {short(', '.join(items))}`" if items and name else ""
            return _wrong_type(place, what, value, "text", f"write it after the colon, in the same line{shown}")
        case _:
            return _wrong_text(kind, place, name, value, context)


def _wrong_text(kind: str, place: Place, name: str, value: str, context: dict[str, Any]) -> Problem:
    shown = short(value)
    match kind:
        case "not_a_date":
            return Problem(place, "not-a-date", f"`{shown}` is not a date", _date_hint(shown))
        case "not_a_number" | "int_parsing" | "int_parsing_size" | "float_parsing" | "finite_number":
            return Problem(place, "not-a-number", f"`{shown}` is not a number", _number_hint(kind, name, shown))
        case "greater_than" | "greater_than_equal" | "less_than_equal":
            bound = next(f"{BOUNDS[one]} {context[one]:,}".removesuffix(".0") for one in BOUNDS if one in context)
            return Problem(place, "out-of-range", f"`{name}` is {shown}; it must be {bound}", "check the number")
        case "not_an_address":
            return Problem(place, "not-an-address", f"`{shown}` is not an address that can be linked", _url_hint(shown))
        case "without_words":
            hint = f"the languages are: {', '.join(languages())}; another is a folder of words beside theirs"
            return Problem(place, "unknown-language", f"the generator has no words in `{shown}`", hint)
        case "string_pattern_mismatch":
            code, hint = PATTERNS[context["pattern"]]
            return Problem(place, code, f"`{shown}` cannot stand in `{name}`", hint.format(as_id(shown)))
        case "string_too_long":
            message = f"`{name}` has {len(value):,} characters; at most {context['max_length']:,} fit"
            return Problem(place, "too-long", message, "say it shorter; the rest belongs into a note or the prose")
        case "literal_error" | "bool_parsing":
            return _not_a_choice(place, name, shown, context.get("expected", "'true', 'false'"))
    raise NotImplementedError(kind)


def _unknown_field(place: Place, path: yaml_reader.Path, model: type[BaseModel]) -> Problem:
    name, fields = str(path[-1]), fields_at(model, path[:-1])
    if not re.search(r"\w", name):  # `::: id`
        hint = "a text that goes on stands as far in as its first line"
        return Problem(place, "unknown-field", f"the line that begins with `{short(name)}` has left its text", hint)
    near = nearest(name, fields)
    hint = f"did you mean `{near}`?" if near else f"the fields here are: {', '.join(fields)}"
    return Problem(place, "unknown-field", f"there is no field `{short(name)}`", hint)


def fields_at(model: type[BaseModel], path: yaml_reader.Path) -> list[str]:
    """The names that may stand where *path* leads."""
    return [one.alias or name for name, one in _model_at(model, path).model_fields.items() if name != "id"]


def needed_in(model: type[BaseModel]) -> list[str]:
    """The fields that must be there, by their names in YAML."""
    return [one.alias or name for name, one in model.model_fields.items() if one.is_required() and name != "id"]


def _model_at(model: type[BaseModel], path: yaml_reader.Path) -> type[BaseModel]:
    """The part that *path* leads to, as far as it can be followed."""
    for step in path:
        field = next((one for name, one in model.model_fields.items() if step in (name, one.alias)), None)
        if field is not None:
            model = next(iter(_models(field.annotation)), model)
    return model


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for one in get_args(annotation):
        yield from _models(one)


PATTERNS = {
    f"^{ID_PATTERN}$": ("not-an-id", "an id has small letters, digits and single hyphens: `{}`"),
    f"^{TARGET_PATTERN}$": ("not-an-id", "write an id, or an id and one part of it: `wells-dug@2025-12-02`"),
    r"^[a-z]{2,3}(-[A-Z]{2})?$": ("not-a-language", "write a language by its two letters: `en`, `es`"),
}
BOUNDS = {"gt": "more than", "ge": "at least", "le": "at most"}
TYPES = {"tuple_type": "a list", "model_type": "a group of fields", "dict_type": "a group of fields"}


def _example(model: type[BaseModel], path: yaml_reader.Path, name: str) -> str:
    """What to type for a field: its parts where it is a list of them, else what it is for."""
    model = _model_at(model, path[:-1])
    field = next((one for key, one in model.model_fields.items() if name in (key, one.alias)), None)
    listed = field is not None and get_origin(field.annotation) is tuple
    if field and listed and (part := next(_models(field.annotation), None)):
        return f"write\n{name}:\n  - " + "\n    ".join(f"{one}: …" for one in needed_in(part))
    told = (field.description if field else "") or purposes().get(f"{model.__name__}.{name}") or purposes().get(name)
    return f"write `{name}: …`{f', {told}' if told else ''}"


def _form(name: str, value: object, kind: str, model: type[BaseModel]) -> str:
    """How to write a list or fields, where something else stands."""
    if name == "answer":
        return "write `answer: none found`, or the fields `says` and `evidence` below it"
    if kind == "model_type":
        fields = ", ".join(f"`{one}: …`" for one in needed_in(model) or fields_at(model, ()))
        return f"write its fields, each in a line of its own: {fields}"
    if kind == "dict_type":
        return "write `name: value` lines below it, two spaces further in"
    if isinstance(value, dict):
        return f"put a dash and a space before the first of them: `- {short(next(iter(value), 'source'))}: …`"
    first, dash, _ = str(value).partition(" - ")
    ids = re.split(r"[,;\s]+", first)
    if not dash and all(re.fullmatch(ID_PATTERN, one) for one in ids):
        return f"write `{name}: [{short(', '.join(ids))}]`"
    return "begin each item on a line of its own with a dash and a space" + (f": `- {short(first)}`" if dash else "")


def _wrong_type(place: Place, what: str, value: object, wanted: str, hint: str) -> Problem:
    got = "text" if isinstance(value, str) else "a list" if isinstance(value, list) else "a group of fields"
    return Problem(place, "wrong-type", f"{what} is {got}, and should be {wanted}", hint)


def _date_hint(value: str) -> str:
    if re.search(r"[^\W0-9]", value) and value == re.sub(r"[^\d-]", "", value):
        return "write the year, the month and the day, in the digits 0 to 9"
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


def _number_hint(kind: str, name: str, value: str) -> str:
    found = re.findall(r"(?:^-)?\d+(?:\.\d+)?", re.sub(r"(?<=\d)[,\s'](?=\d{3})", "", value.strip()))
    if len(found) == 2 and kind.startswith("int") and name != "order":  # noqa: PLR2004  # the ends of a range
        return f"write `{name}: {{min: {found[0]}, max: {found[1].lstrip('-')}}}`"
    return f"write digits alone: `{found[0]}`" if len(found) == 1 else "write digits, such as 83 or 84.5"


def _url_hint(value: str) -> str:
    plain = re.sub("[\u201c\u201d\u2018\u2019\"'<>]", "", value.strip())
    if plain != value.strip():
        return f"take the quotation marks out: `{plain}`"
    if value.startswith("http://"):
        return f"if the site has it, write `https://{value.removeprefix('http://')}`"
    if re.search(r"\s", plain):
        return f"a space in an address is written %20: `{'%20'.join(plain.split())}`"
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/.*)?", plain):
        return f"write `https://{plain}`"
    return "an address begins with https://; copy it whole from the browser"


def _not_a_choice(place: Place, name: str, shown: str, expected: str) -> Problem:
    choices = re.findall(r"'([^']+)'", expected)
    near = nearest(shown, choices)
    listed = f"the choices are: {', '.join(choices)}"
    hint = f"did you mean `{near}`? {listed.capitalize()}" if near else listed
    return Problem(place, "not-a-choice", f"`{shown}` is not a choice for `{name}`", hint)
