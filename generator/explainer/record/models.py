"""The kinds of record, each a frozen table of fields. The id is the name of the file."""

from typing import Annotated, Literal

from pydantic import Field

from explainer.record.parts import (
    Answer,
    Claim,
    Counts,
    Derived,
    Evidence,
    Memberships,
    NoAnswer,
    Observation,
    Position,
    Reply,
    Review,
    Role,
    Section,
    StrictModel,
    Translation,
    Variant,
    Working,
)
from explainer.record.values import MAX_NUMBER, Date, EventNumber, Id, Language, OldId, Prose, Ref, Text, Url, Whole

ANY = ("background", "facts", "figures", "quotes", "events", "disputes", "actors", "sources", "terms", "absences")


Background = Annotated[Id, Ref(("background",), back="parts")]


Actor = Annotated[Id, Ref(("actors",), back="mentions")]


ANSWERS = ("answer", "answers")  # where in a record the replies of the accused stand


class Record(StrictModel):
    """What every record may carry."""

    id: Id = Field(exclude=True)
    draft: bool = Field(default=False, description="shown in the preview only")
    review_by: Date | None = Field(None, description="after this day the record is due for a second look")
    formerly: tuple[OldId, ...] = Field((), description="ids it once had; a line with a link stays at each old address")
    note: Prose | None = Field(None, description="what a careful reader should know about this record")


class Stated(Record):
    """What a record carries that says something about the world."""

    background: tuple[Background, ...] = Field((), description="the questions it helps to answer")
    accuses: tuple[Annotated[Id, Ref(("actors",), back="accused_in")], ...] = Field(
        (), description="named living people whom it accuses"
    )
    answer: Reply | None = None
    answers: dict[Id, Reply] = Field({}, description="where several are accused, the answer of each, under their id")
    act_of: Annotated[Id, Ref(("actors",), back="acted")] | None = Field(
        None,
        description="the body whose act this is (a vote, order, sanction, filing, plea, law, appointment); "
        "of a quotation, who said the words; never of what a body asserts",
    )
    derived: tuple[Derived, ...] = ()

    def answer_of(self, accused: str) -> Answer | NoAnswer | None:
        """What one of the accused replied; None where nothing is said of it."""
        return self.answers.get(accused) or (self.answer if self.accuses == (accused,) else None)


class Fact(Stated):
    """One statement."""

    title: Text = Field(max_length=60)
    statement: Text
    as_of: Date
    known_whole: Date | None = Field(
        None, description="the date from which all of it could be known, where that came later"
    )
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Figure(Stated):
    """One quantity and every value it has had."""

    title: Text = Field(max_length=60)
    unit: Text
    reads: Literal["count", "running count", "measure", "running measure"] = Field(
        description="how a value stands in a sentence: `count` (15 on 3 May 2025), `running count` (15 by 3 May 2025), "
        "`measure` with its unit (18 km in 2025), `running measure` (18 km by May 2025)"
    )
    description: Prose | None = None
    stale_after: int | None = Field(
        None, gt=0, description="how many days before the record's end its newest value may lie without a word on it"
    )
    observations: tuple[Observation, ...] = Field(min_length=1)

    @property
    def running(self) -> bool:
        """Whether its values add up as time goes on."""
        return self.reads.startswith("running")

    @property
    def measured(self) -> bool:
        """Whether its unit belongs to a value wherever it stands."""
        return self.reads.endswith("measure")


class Quote(Stated):
    """Words someone said or wrote, exactly."""

    speaker: Annotated[Id, Ref(("actors",), back="said")]
    role: Text | None = Field(None, description="the speaker's role then, as in their `roles` where it stands there")
    said_on: Date | None = None
    undated: bool = False
    occasion: Text
    said_how: Literal["spoken", "posted", "written", "quoted"] = Field(
        description="spoken, posted, written, or `quoted`: only seen in another's story, which does not say how"
    )
    place: Text | None = None
    text: Text = Field(description="exact; […] marks an omission, [word] an insertion")
    language: Language
    translations: dict[Language, Translation] = {}
    original_seen: bool = Field(default=True, description="false where only a translation was found")
    altered: Text | None = Field(None, description="how the words as printed differ from what was said, where they do")
    as_said: Annotated[Id, Ref(("quotes",), back="printed_as")] | None = Field(
        None, description="the quotation that holds the words as they were said, where these are altered"
    )
    variants: tuple[Variant, ...] = Field((), description="other printings of the words, where sources differ")
    replies_to: Annotated[Id, Ref(("quotes",), back="replies")] | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Event(Stated):
    """Something that happened on a date, or is due to."""

    title: Text = Field(max_length=100)
    date: Date
    date_note: Text | None = None
    scheduled: bool = False
    type: Id
    number: EventNumber | None = None
    status: Literal["confirmed", "unconfirmed"] = "confirmed"
    areas: tuple[Id, ...] = ()
    place: Text | None = Field(None, description="as a source gives it")
    counts: dict[Id, Counts] = {}
    counts_by_area: dict[Id, dict[Id, Whole]] = Field({}, description="where one event covers several areas")
    actors: tuple[Actor, ...] = ()
    announced_by: Annotated[Id, Ref(("actors",), back="announced")] | None = None
    announced_how: Text | None = None
    claims: tuple[Claim, ...] = Field((), description="what parties say about it")
    summary: Prose | None = None
    known_whole: Date | None = Field(None, description="the date from which all of the summary could be known")
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Dispute(Stated):
    """A point on which parties or sources differ, side by side."""

    question: Text
    positions: tuple[Position, ...] = Field(min_length=2)
    self_contradiction: bool = Field(default=False, description="a holder contests what it says itself elsewhere")
    workings: tuple[Working, ...] = ()
    assessment: Prose | None = None


class Question(Record):
    """A question and its answer, in sections of prose."""

    question: Text
    order: int = Field(ge=-MAX_NUMBER, le=MAX_NUMBER)
    short_answer: Prose
    compiled: Date | None = Field(None, description="when it was written from the record as it then was")
    reviews: tuple[Review, ...] = Field((), description="who has read it whole, when, and against what")
    sections: tuple[Section, ...] = Field(min_length=1)
    related: tuple[Annotated[Id, Ref(("background",), back="related")], ...] = ()


class Party(Record):
    """A person, a government or an organisation."""

    name: Text
    kind: Literal[
        "person", "government", "military", "agency", "court", "ngo", "media", "expert", "family", "organisation"
    ]
    part_of: Memberships = Field(
        (), description="the whole whose word its word was on the day, or several with their days"
    )
    anonymous: bool = Field(
        default=False, description="unnamed people: no origin of their own; the outlet that vouches for them is"
    )
    side: Id | None = Field(None, description="one of site.yaml's sides")
    party: bool | None = Field(
        None,
        description="true where it has a stake, and its word is one side's; false where it has none",
    )
    country: Text | None = None
    roles: tuple[Role, ...] = ()
    private: bool = Field(default=False, description="a private person, named with dignity or not at all")
    description: Prose | None = None


class Source(Record):
    """A work cited."""

    publisher: Annotated[Id, Ref(("actors",), back="published")]
    title: Text | None = Field(None, description="its own headline; leave out where it was not seen")
    label: Text | None = Field(None, description="what it is, where its title was not seen")
    author: Text | None = None
    url: Url | None = Field(None, description="the publisher's own address")
    copy_url: Text | None = Field(None, description="the address of a third party's copy that was read; never linked")
    published: Date | None = None
    published_by: Date | None = Field(None, description="the latest day it can have appeared, where it is undated")
    date_inferred: bool = False
    language: Language
    kind: Id = Field(description="one of site.yaml's source kinds")
    licence: Id | None = Field(None, description="one of site.yaml's free licences")
    via: Annotated[Id, Ref(("sources", "actors"), back="relayed")] | None = Field(
        None, description="the one work, agency or party it relays"
    )
    read: Literal["full", "excerpt", "headline", "cited", "copy"]
    reliability: Literal["low"] | None = None
    reliability_reason: Text | None = None
    archive: Url | None = None


class Term(Record):
    """A word a reader may not know."""

    term: Text
    aliases: tuple[Text, ...] = ()
    definition: Prose
    background: tuple[Background, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Absence(Record):
    """What was looked for and not found: where, with which words, on which day, by whom."""

    sought: Text = Field(max_length=200, description="what was looked for, as a noun: `a court ruling on …`")
    where: Text
    queries: tuple[Text, ...] = Field(min_length=1)
    on: Date
    by: Text
    again_by: Date = Field(description="past this day it warns: look again")


class Correction(Record):
    """What was wrong, and what stands now."""

    date: Date
    kind: Literal["update", "clarification", "correction", "retraction"]
    records: tuple[Annotated[Id, Ref(ANY, back="corrected_in")], ...] = Field(min_length=1)
    was: Text
    now: Text


KINDS: dict[str, type[Record]] = {
    "background": Question,
    "facts": Fact,
    "figures": Figure,
    "quotes": Quote,
    "events": Event,
    "disputes": Dispute,
    "actors": Party,
    "sources": Source,
    "terms": Term,
    "absences": Absence,
    "corrections": Correction,
}
