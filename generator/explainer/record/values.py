"""The small values that records are made of: ids, references, partial dates, text, addresses."""

import calendar
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from explainer.record.problems import short

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
MAX_ID = 64
# our own names, and those that Windows refuses
RESERVED = re.compile(r"index|site|home|other|entries|con|nul|aux|prn|(com|lpt)[1-9]")
MAX_URL, MAX_TEXT, MAX_PROSE = 2048, 2_000, 20_000
MAX_NUMBER, MAX_DIGITS = 10**15, 16  # as far as a number stays itself in the programs that read it
MAX_COVERED = 1_000  # how many numbers one event can have
MAX_LATITUDE, LEAST_DEGREES, FLATTEST, TALLEST = 85, 1, 4, 2
SCALARS = ("number", "boolean")  # YAML types 83 and true; here they are the text that was written
NUMBER_PATTERN = r"[0-9]{1,6}(-[0-9]{1,6})?"
TARGET_PATTERN = rf"{ID_PATTERN}(@[a-z0-9:._-]+)?"


@dataclass(frozen=True)
class Ref:
    """Marks a field as the id of a record of one of *kinds*; `back` names the relation from the other side.

    With `part`, the id may carry `@part`: a date of a figure, or a count of an event.
    """

    kinds: tuple[str, ...]
    back: str
    part: bool = False

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Leave a mark in the schema, for whoever knows which ids exist."""
        return {**handler(core), "x-ref": {"kinds": list(self.kinds), "part": self.part}}


@dataclass(frozen=True)
class Reads:
    """Lets a field be written in another way: *function* turns it into the usual one before it is checked.

    `others` are what the schema for editors allows beside the usual; with `item`, one item of a list alone.
    """

    function: Callable[[Any], Any]
    others: tuple[str, ...] = ()
    item: bool = False

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Run the function first."""
        return core_schema.no_info_before_validator_function(self.function, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Allow what the function reads."""
        usual = handler(core)
        if not self.item and "type" in usual and usual["type"] == "string":
            return {**usual, "type": ["string", *self.others]}
        others = [{"type": one} for one in self.others] + ([usual["items"]] if self.item else [])
        return {"anyOf": [*others, usual]}


@dataclass(frozen=True)
class ProseField:
    """Marks a field as prose: paragraphs, lists, emphasis, links and references to records."""


@dataclass(frozen=True, order=True)
class PartialDate:
    """A year, a month or a day, as precise as the source is; 0 stands for a part that is not known."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else is a ValueError."""
        match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", text)
        if not match:
            raise ValueError(text)
        year, month, day = (int(part or 0) for part in match.groups())
        date(year, month or 1, day or 1)
        if (match[2] and not month) or (match[3] and not day):
            raise ValueError(text)
        return cls(year, month, day)

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can mean: what is dated only to a month counts from its end."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """Give it back as it was written."""
        parts = [f"{self.year:04}", f"{self.month:02}" if self.month else "", f"{self.day:02}" if self.day else ""]
        return "-".join(part for part in parts if part)


def _date(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    try:
        return PartialDate.parse(str(value))
    except ValueError:
        raise PydanticCustomError("not_a_date", "not a date", {"value": str(value)}) from None


def _number(value: object) -> Decimal:
    text = str(value)
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        raise PydanticCustomError("not_a_number", "not a number", {"value": text})
    if len(re.sub(r"\D", "", text)) > MAX_DIGITS or abs(Decimal(text)) > MAX_NUMBER:
        message = f"`{short(text)}` is too long a number; {MAX_DIGITS} digits and {MAX_NUMBER:,} are the most"
        raise _refused("out-of-range", message, "round it, or give it in a larger unit, such as millions")
    return Decimal(text)


def _refused(code: str, message: str, hint: str) -> PydanticCustomError:
    """What is wrong with a value, in the words in which the editor is told."""
    return PydanticCustomError("refused", "refused", {"code": code, "message": message, "hint": hint})


def _old_id(value: str) -> str:
    if RESERVED.fullmatch(value):
        raise _refused("not-an-id", f"`{value}` can never have been an id", "take it out")
    return value


def _event_number(value: object) -> object:
    text = _written(value, MAX_PROSE).strip()
    if not re.fullmatch(NUMBER_PATTERN, text):
        hint = "write a number of up to six digits, or the first and the last of several: `11-13`"
        raise _refused("not-a-number", f"`{short(text)}` cannot stand in `number`", hint)
    first, _, last = text.partition("-")
    if last and int(first) > int(last):
        raise _refused("out-of-range", f"the first, {first}, is over the last, {last}", "exchange the two")
    if last and (covered := int(last) - int(first) + 1) > MAX_COVERED:
        message = f"`{text}` covers {covered:,} numbers; at most {MAX_COVERED:,} fit"
        raise _refused("out-of-range", message, "write the first and the last of those that this event covers")
    return text


def _box(value: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Refuse what has no room for a map, or not the shape of one on a page."""
    west, south, east, north = value
    wide, high = east - west, north - south
    if wide < LEAST_DEGREES or high < LEAST_DEGREES:
        message = f"the map is {wide:g} degrees wide and {high:g} high; at least {LEAST_DEGREES} each way can be drawn"
        raise _refused("out-of-range", message, "write `map: [west, south, east, north]`, such as `[-10, 50, -4, 54]`")
    if not wide / FLATTEST <= high <= wide * TALLEST:
        message = f"the map is {wide:g} degrees wide and {high:g} high, which is no shape for a page"
        hint = f"let it be between a quarter of its width and {TALLEST} times its width high"
        raise _refused("out-of-range", message, hint)
    return value


def _text(value: object) -> object:
    return " ".join(unicodedata.normalize("NFC", _written(value, MAX_TEXT)).split())


def _prose(value: object) -> object:
    return _written(value, MAX_PROSE)


def _written(value: object, most: int) -> str:
    """Any text that is not empty and not longer than can be shown."""
    if not isinstance(value, str):
        raise PydanticCustomError("not_text", "not text", {})
    if not value.strip():
        raise PydanticCustomError("empty", "empty", {})
    if len(value) > most:
        raise PydanticCustomError("string_too_long", "too long", {"max_length": most})
    return value


def _url(value: object) -> str:
    text = str(value)
    sound = re.fullmatch(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?([/?#][!-~]*)?", text, re.IGNORECASE)
    if not sound or len(text) > MAX_URL or re.search(r"[\"'<>\\^{}|`]", text):
        raise PydanticCustomError("not_an_address", "not an address", {"value": text})
    return text


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Id = Annotated[str, Field(pattern=f"^{ID_PATTERN}$", max_length=MAX_ID)]
Target = Annotated[str, Field(pattern=f"^{TARGET_PATTERN}$")]
OldId = Annotated[Id, AfterValidator(_old_id)]
Text = Annotated[str, Reads(_text, SCALARS)]
Prose = Annotated[str, Reads(_prose, SCALARS), ProseField()]
Url = Annotated[str, BeforeValidator(_url)]
Date = Annotated[
    PartialDate,
    PlainValidator(_date),
    PlainSerializer(str),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}){0,2}$"}),
]
Number = Annotated[
    Decimal, PlainValidator(_number), WithJsonSchema({"type": ["number", "string"], "pattern": r"^-?\d+(\.\d+)?$"})
]
Whole = Annotated[int, Field(ge=0, le=MAX_NUMBER)]
EventNumber = Annotated[
    str,
    Reads(_event_number),
    WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{NUMBER_PATTERN}$"}),
]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-MAX_LATITUDE, le=MAX_LATITUDE)]
Point = tuple[Longitude, Latitude]
Box = Annotated[tuple[Longitude, Latitude, Longitude, Latitude], AfterValidator(_box)]
OneOrMore = Reads(_one_or_more, item=True)
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
