"""What records are made of: evidence, claims, counts, values, answers, roles; each a frozen table of fields."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from explainer.record.values import Date, Id, Language, Number, OneOrMore, Prose, Reads, Ref, Target, Text, Whole

STATED = ("facts", "figures", "quotes", "events")


class StrictModel(BaseModel):
    """What all records and their parts share: frozen, and no field that is not named here."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Evidence(StrictModel):
    """The words of a source on which a statement rests."""

    source: Annotated[Id, Ref(("sources",), back="evidence_for")]
    excerpt: Text = Field(description="the fewest exact words that prove the statement, at most 40")
    attributed_to: Annotated[Id, Ref(("actors",), back="word_given")] | None = Field(
        None, description="whose word the passage gives; leave out where the outlet reports on its own authority"
    )
    attribution_inferred: bool = Field(
        default=False, description="true where the passage names nobody, but the count can only come from that party"
    )
    via: Annotated[Id, Ref(("sources", "actors"), back="relayed")] | None = Field(
        None, description="the work or party that this passage relays, where it differs from the source's own `via`"
    )
    locator: Text | None = Field(None, description="where in the source: a page, a paragraph, a time")
    known: Date | None = Field(None, description="when it was first published, where a later source says so")
    language: Language | None = Field(None, description="of the excerpt, where it is not the source's")
    proves: Text | None = Field(
        None,
        description="the part that it proves, where that is not all: an office, a place; then it never counts",
    )
    cleaned: bool = Field(default=False, description="markup and footnote marks were taken out, words untouched")
    own_reporting: bool = Field(
        default=False, description="the passage names another outlet, but the outlet found this out itself"
    )


class Derived(StrictModel):
    """Numbers that stand in no excerpt, and how they were got."""

    numbers: Annotated[tuple[Text, ...], OneOrMore] = Field(min_length=1)
    how: Text


class Answer(StrictModel):
    """What an accused person replied."""

    says: Text
    evidence: tuple[Evidence, ...] = Field(min_length=1)


def _none_found(value: object) -> object:
    return NoAnswer() if value == "none found" else value


class NoAnswer(StrictModel):
    """No reply was found; written `answer: none found`."""


Reply = Annotated[Answer | NoAnswer, Reads(_none_found, ("string",))]


class Observation(StrictModel):
    """One value that a figure had, on one date, by one counter."""

    as_of: Date
    value: Number
    bound: Literal["exactly", "at least", "about", "at most"] = "exactly"
    counter: Annotated[Id, Ref(("actors",), back="counts")] = Field(description="who keeps this count")
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    derived: tuple[Derived, ...] = ()
    differs_because: Text | None = Field(
        None, description="why it differs from another count of the same date, or fell"
    )
    note: Text | None = None


class Translation(StrictModel):
    """A quotation in another language, and who put it there."""

    text: Text
    by: Text | None = Field(None, description="the translator: an outlet, or `us`")


class Variant(StrictModel):
    """Another printing of the same words."""

    text: Text
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Count(StrictModel):
    """A count of an event: a number or a range, from a date where it moved."""

    from_: Date | None = Field(None, alias="from")
    value: Whole | None = None
    min: Whole | None = None
    max: Whole | None = None
    evidence: tuple[Evidence, ...] = ()
    note: Text | None = None


def _counts(value: object) -> object:
    if isinstance(value, str):
        return ({"value": value},)
    return (value,) if isinstance(value, dict) else value


Counts = Annotated[tuple[Count, ...], Field(min_length=1), Reads(_counts, ("integer", "object"))]


class Claim(StrictModel):
    """What a party says, with the words it rests on."""

    held_by: Annotated[tuple[Annotated[Id, Ref(("actors",), back="holds")], ...], OneOrMore] = Field(min_length=1)
    says: Text
    as_of: Date | None = None
    known_whole: Date | None = Field(
        None, description="the date from which all of it could be known, where that came later"
    )
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Working(StrictModel):
    """A sum that anyone can check."""

    label: Text
    steps: tuple[Text, ...] = Field(min_length=1)
    result: Text


class Position(Claim):
    """One answer to a dispute's question, who gives it, and the records that state it."""

    answer: Text = Field(
        max_length=60, description="in few words; those with the same answer do not contest each other"
    )
    stated_in: tuple[Annotated[Target, Ref(STATED, back="position_in", part=True)], ...] = Field(
        (), description="the records, or values or counts of them, that state this position"
    )


class Section(StrictModel):
    """A heading and the prose under it."""

    heading: Text
    body: Prose


class Review(StrictModel):
    """A reading of a whole page by someone who answers for it."""

    on: Date
    by: Text
    what: Text = Field(description="what was read, against what")


class Role(StrictModel):
    """An office or a job, with dates only where a source gives them."""

    title: Text
    from_: Date | None = Field(None, alias="from")
    to: Date | None = None
    as_of: Annotated[tuple[Date, ...], OneOrMore] = Field((), description="dates on which a text shows the role")
    source: Annotated[Id, Ref(("sources",), back="evidence_for")] | None = None
    note: Text | None = None


class Membership(StrictModel):
    """The whole that an actor belongs to, from when and until when, as far as a source says."""

    actor: Annotated[Id, Ref(("actors",), back="parts")]
    from_: Date | None = Field(None, alias="from")
    to: Date | None = None


def _memberships(value: object) -> object:
    listed = value if isinstance(value, list) else [value]
    return [{"actor": entry} if isinstance(entry, str) else entry for entry in listed]


Memberships = Annotated[tuple[Membership, ...], Reads(_memberships, ("string", "object"))]
