"""The one file that is not a record: what the site is called, what it shows first, and its vocabularies."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from explainer.languages import languages
from explainer.record.parts import Section, StrictModel
from explainer.record.values import Box, Date, Id, Language, OneOrMore, Point, Prose, Reads, Ref, Text, Url

MAX_RADIUS_KM = 2_000


def _with_words(language: str) -> str:
    if language not in languages():
        raise PydanticCustomError("without_words", "without words", {})
    return language


class EventType(StrictModel):
    """A kind of event; `shape` is its mark on the timeline."""

    label: Text
    plural: Text | None = None
    shape: Literal["circle", "square", "triangle", "diamond", "cross", "arrow", "page"] = "square"


class CountName(StrictModel):
    """A count that events carry."""

    label: Text
    unit: Text


class Area(StrictModel):
    """A stretch of sea or land, drawn with a dotted outline: `at` is [longitude, latitude], for a label only."""

    label: Text
    kind: Literal["sea", "land"]
    at: Point | None = None
    radius_km: float | None = Field(None, gt=0, le=MAX_RADIUS_KM)
    note: Text | None = None


def _side(value: object) -> object:
    return {"label": value} if isinstance(value, str) else value


class Side(StrictModel):
    """A side to which actors belong; of a side that is a party, what its actors say is one side's word."""

    label: Text
    party: bool | None = Field(None, description="true where it has a stake; false for courts, inquiries, statistics")


class SourceKind(StrictModel):
    """A kind of source; an official text may be quoted at any length."""

    label: Text
    official: bool = False


class Word(StrictModel):
    """A word that stands only inside quotations or with attribution, why, and what to write instead."""

    word: Annotated[tuple[Text, ...], OneOrMore]
    after: Annotated[tuple[Text, ...], OneOrMore] = Field((), description="words right after which it may stand")
    instead: Text
    reason: Text


class Sum(StrictModel):
    """Which figure should equal the running sum of which counts of which events."""

    figure: Annotated[Id, Ref(("figures",), back="summed_in")]
    counts: tuple[Id, ...] = Field((), description="the counts added up; none: the events themselves are counted")
    type: Id
    reasons: dict[Id, Text] = Field({}, description="by counter: why it differs from our addition")


class Unknown(StrictModel):
    """Something a reader asks and nobody has answered."""

    title: Text
    body: Prose
    not_looked_for: bool = Field(default=False, description="true where we did not look; others may know it")


class Search(StrictModel):
    """What helps readers to find what they call by other words."""

    synonyms: tuple[tuple[Text, ...], ...] = Field(
        (), description="groups of words or phrases: what has one in its title is found by all"
    )


class SiteConfig(StrictModel):
    """What `site.yaml` holds."""

    title: Text
    language: Annotated[Language, AfterValidator(_with_words)] = "en"
    question: Text
    short_answer: Prose
    description: Text
    publisher: Text
    repository: Url | None = Field(None, description="where the files are kept on GitHub: `edit` and `report` follow")
    url: Url | None = Field(None, description="where the site stands; the deployment says it")
    edit: Url | None = Field(None, description="the address that leads to the edit page of a file named after it")
    report: Url | None = Field(None, description="where an error can be reported with an account: a form to fill in")
    email: Text | None = Field(None, description="where an error can be reported without one")
    figures: tuple[Annotated[Id, Ref(("figures",), back="featured")], ...] = ()
    disputes: tuple[Annotated[Id, Ref(("disputes",), back="featured")], ...] = ()
    conversation: tuple[Annotated[Id, Ref(("quotes",), back="featured")], ...] = ()
    conversation_title: Text | None = None
    event_types: dict[Id, EventType]
    counts: dict[Id, CountName] = {}
    areas: dict[Id, Area] = {}
    map: Box | None = Field(None, description="west, south, east, north")
    map_labels: dict[Text, Point] = Field({}, description="names to write on the map, each with [longitude, latitude]")
    sides: dict[Id, Annotated[Side, Reads(_side, ("string",))]] = {}
    opposed: tuple[tuple[Id, Id], ...] = Field((), description="pairs of sides whose agreement says something")
    source_kinds: dict[Id, SourceKind]
    free_licences: dict[Id, Text] = {}
    words: tuple[Word, ...] = ()
    sums: tuple[Sum, ...] = ()
    known_dates: tuple[Date, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    search: Search = Search()
    method: tuple[Section, ...] = Field((), description="what is said of this record on the page `how we know`")
