"""The small values that records are made of: ids, references, partial dates, text, addresses."""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
MAX_ID = 64
MAX_URL = 2048
TARGET_PATTERN = rf"{ID_PATTERN}(@[a-z0-9:._-]+)?"


@dataclass(frozen=True)
class Ref:
    """Marks a field as the id of a record of one of *kinds*; `back` names the relation from the other side.

    With `part`, the id may carry `@part`: a date of a figure, or a count of an event.
    """

    kinds: tuple[str, ...]
    back: str
    part: bool = False


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
        match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", text)
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
    try:
        if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
            raise InvalidOperation
        return Decimal(text)
    except InvalidOperation:
        raise PydanticCustomError("not_a_number", "not a number", {"value": text}) from None


def _text(value: object) -> object:
    if not isinstance(value, str):
        raise PydanticCustomError("not_text", "not text", {})
    if not value.strip():
        raise PydanticCustomError("empty", "empty", {})
    return " ".join(unicodedata.normalize("NFC", value).split())


def _prose(value: object) -> object:
    if not isinstance(value, str):
        raise PydanticCustomError("not_text", "not text", {})
    if not value.strip():
        raise PydanticCustomError("empty", "empty", {})
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
Text = Annotated[str, BeforeValidator(_text)]
Prose = Annotated[str, BeforeValidator(_prose), ProseField()]
Url = Annotated[str, BeforeValidator(_url)]
Date = Annotated[
    PartialDate,
    PlainValidator(_date),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}(-\d{2}){0,2}$"}),
]
Number = Annotated[
    Decimal, PlainValidator(_number), WithJsonSchema({"type": ["number", "string"], "pattern": r"^-?\d+(\.\d+)?$"})
]
OneOrMore = BeforeValidator(_one_or_more)
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
