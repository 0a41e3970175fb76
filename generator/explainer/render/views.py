"""What a page tells of a record beside its own words: particulars, dates of a role, what rests on it."""

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import urlencode

from explainer.analysis import standing
from explainer.analysis.changes import Shift
from explainer.analysis.standing import Standing, Support
from explainer.analysis.sums import counted_in, size_of, total_by
from explainer.languages import listed
from explainer.record.graph import Reference, observation_parts, split
from explainer.record.models import (
    Claim,
    Count,
    Dispute,
    Event,
    Evidence,
    Figure,
    Observation,
    Quote,
    Record,
    Role,
    Source,
    Translation,
)
from explainer.record.values import PartialDate
from explainer.render.escape import attribute, md, number
from explainer.render.page_view import Pen
from explainer.render.urls import address, href

SHAPES = {
    "circle": "sh-ring",
    "square": "sh-square",
    "triangle": "sh-triangle",
    "diamond": "sh-bars",
    "cross": "sh-plus",
    "arrow": "sh-arrows",
    "page": "sh-page",
}


def observation(pen: Pen, target: str) -> Observation:
    """The value that `figure` or `figure@date` stands for."""
    record_id, part = split(target)
    figure = pen.graph.figures[record_id]
    index = dict(observation_parts(figure)).get(part or "")
    return figure.observations[index] if index is not None else standing.current(pen.graph, figure)


def part_anchor(figure: Figure, seen: Observation) -> str:
    """The anchor of one value on its figure's page, unlike that of any other."""
    same = [one for one in figure.observations if (one.as_of, one.counter) == (seen.as_of, seen.counter)]
    again = f"-{same.index(seen) + 1}" if same.index(seen) else ""
    return f"on-{seen.as_of}-{seen.counter}{again}"


def part_words(pen: Pen, target: str) -> str:
    """The part of a record that a target names, in words: a dated value, or a count by its label."""
    record_id, part = split(target)
    if record_id in pen.graph.figures:
        return pen.dated(observation(pen, target))
    return pen.graph.site.counts[part].label if part in pen.graph.site.counts else str(part)


def shape(pen: Pen, event: Event) -> str:
    """The mark of an event: what it adds to the first sum of the record, else the shape of its type, as HTML."""
    for added in pen.graph.site.sums[:1]:
        if event.type == added.type and added.counts and (size := size_of(event, added)):
            return f'<span class="ty ty-n">{size}</span>'
    return shape_of(pen, event.type)


def shape_of(pen: Pen, event_type: str) -> str:
    """The mark of a type of events, as HTML; its word stands beside it."""
    return f'<span class="ty {SHAPES[pen.graph.site.event_types[event_type].shape]}"></span>'


def month_sum(pen: Pen, events: list[Event]) -> str:
    """How many events, and what they add to the first sum of the record."""
    number_of = pen.count("events", len(events))
    for added in pen.graph.site.sums[:1]:
        if total := sum(size_of(one, added) for one in counted_in(pen.graph, added) if one in events):
            figure = pen.graph.figures[added.figure].title
            return str(pen.t["labels"]["month_sum"]).format(events=number_of, figure=figure, total=total)
    return number_of


def own_sum(pen: Pen, figure: Figure) -> str:
    """What our own list adds up to, with the way to the comparison, as Markdown; nothing where no sum is declared."""
    for added in (one for one in pen.graph.site.sums if one.figure == figure.id):
        if not (events := counted_in(pen.graph, added)):
            continue
        last, size = events[-1].date, pen.count("events", len(events))
        total = number(total_by(pen.graph, added, last.last))
        told = str(pen.t["adds_up"]["own"]).format(total=total, events=size, date=pen.date(last))
        return f"{md(told)} [{pen.t['pages']['adds_up']}]({pen.way('adds-up.md')}#{figure.id})"
    return ""


def standings_of(pen: Pen, records: Iterable[Record]) -> tuple[Standing, ...]:
    """How some records stand, each standing once, in the order of their rank."""
    found = {pen.support(one).standing for one in records}
    return tuple(one for one in Standing if one in found)


def numbered(pen: Pen, event: Event) -> str:
    """The type's word with every number that one event covers, for search: `X 2, X 3`."""
    first, _, last = (event.number or "").partition("-")
    label = pen.graph.site.event_types[event.type].label
    return ", ".join(f"{label} {one}" for one in range(int(first), int(last) + 1)) if last else ""


def in_month(pen: Pen, event: Event) -> str:
    """The day of an event under its month's heading, which says the year."""
    return pen.short(event.date).removesuffix(f" {event.date.year}")


def type_of(pen: Pen, event: Event) -> str:
    """The word for an event's type, with its number where it has one."""
    label = pen.graph.site.event_types[event.type].label
    return f"{label} {event.number}" if event.number else label


def particulars(pen: Pen, event: Event) -> Iterator[str]:
    """Counts, place, announcer and what is said of the date, each as a line of Markdown."""
    counted: dict[str, list[str]] = {}
    for name, counts in event.counts.items():
        stands = pen.stands(standing.support_of_count(pen.graph, event, name))
        label = md(pen.graph.site.counts[name].label)
        counted.setdefault(stands, []).append(f"{label}: {', '.join(_count(pen, one) for one in counts)}")
    own = pen.stands(pen.support(event))
    yield from ("; ".join(some) + (f" {stands}" if stands != own else "") for stands, some in counted.items())
    if event.areas or event.place:
        areas = ", ".join(pen.graph.site.areas[area].label for area in event.areas)
        place = "; ".join(part for part in (areas, event.place) if part)
        yield md(str(pen.t["labels"]["place"]).format(place=place))
    if event.announced_by:
        how = f", {md(event.announced_how)}" if event.announced_how else ""
        yield str(pen.t["labels"]["announced"]).format(name=pen.link(event.announced_by)) + how
    if event.date_note:
        yield md(event.date_note)


def evidence_in(event: Event) -> tuple[Evidence, ...]:
    """All evidence of an event, that of its counts and claims too, each excerpt once."""
    found: dict[tuple[str, str], Evidence] = {}
    for path, one in standing.all_evidence(event):
        if path[0] != "answer":
            found.setdefault((one.source, one.excerpt), one)
    return tuple(found.values())


def support_of(pen: Pen, found: Iterable[Evidence]) -> Support:
    """How well a position stands by its own evidence."""
    return standing.support(pen.graph, found)


def translator(pen: Pen, translation: Translation) -> str:
    """Who translated."""
    by = translation.by or pen.t["labels"]["unknown_translator"]
    return str(pen.t["labels"]["by_us"] if by == "us" else by)


def span(pen: Pen, role: Role) -> str:
    """When someone held a role, as far as a source says."""
    labels = pen.t["labels"]
    start = str(labels["since"]).format(date=pen.date(role.from_)) if role.from_ else ""
    end = str(labels["until"]).format(date=pen.date(role.to)) if role.to else ""
    seen = "" if start or end or not role.as_of else _seen(pen, sorted(role.as_of))
    return " ".join(part for part in (start, end, seen) if part)


def _seen(pen: Pen, days: list[PartialDate]) -> str:
    if len(days) == 1:
        return str(pen.t["labels"]["seen_as_of"]).format(date=pen.short(days[0]))
    return str(pen.t["labels"]["seen_between"]).format(first=pen.short(days[0]), last=pen.short(days[-1]))


def dated_link(pen: Pen, record_id: str) -> str:
    """A link to a record with its date and its standing, as Markdown."""
    record = pen.graph.record(record_id)
    day = day_of(record)
    date = f" <small>{attribute(pen.short(day))}</small>" if day else ""
    stands = f" {pen.stands(pen.support(record))}" if pen.basis(record_id) else ""
    return f"{pen.link(record_id)}{date}{stands}"


def links(pen: Pen, ids: Iterable[str]) -> str:
    """Records as Markdown links, one after the other."""
    return ", ".join(pen.link(one) for one in ids)


def shown(url: str) -> str:
    """An address as a reader wants to see it: the site that it leads to."""
    return url.removeprefix("https://").removeprefix("www.").partition("/")[0]


def relayed_by(pen: Pen, source: Source) -> tuple[str, ...]:
    """The sources that relay this one."""
    found = (link.origin for link in pen.graph.back(source.id, "relayed"))
    return tuple(dict.fromkeys(one for one in found if one in pen.graph.sources))


def publisher(pen: Pen, step: str) -> str:
    """Who published a source; an actor's name."""
    return pen.graph.sources[step].publisher if step in pen.graph.sources else pen.name(step)


def resting_on(pen: Pen, source: Source) -> tuple[str, ...]:
    """The records that rest on a source, directly or as the work that another relays."""
    found = (link.origin for link in pen.graph.back(source.id, "rests_on_it", "relayed"))
    return tuple(dict.fromkeys(one for one in found if one in pen.graph.kinds and one not in pen.graph.sources))


def disputes_over(pen: Pen, record: Record) -> tuple[str, ...]:
    """The disputes that bear on a record or on a part of it."""
    return _origins(pen.graph.back(record.id, "disputed_in"))


def answers(pen: Pen, quote: Quote) -> tuple[Quote, ...]:
    """The quotations that answer one, in the order in which they were said."""
    found = [pen.graph.quotes[one] for one in _origins(pen.graph.back(quote.id, "replies"))]
    return tuple(sorted(found, key=when_said))


def when_said(quote: Quote) -> tuple[str, str]:
    """The order of quotations: by their day, those without one last."""
    return (str(quote.said_on or "9999"), quote.id)


def facing(pen: Pen, dispute: Dispute) -> tuple[Claim, ...]:
    """The first position, and the first that another side holds, or simply the next where all are one side's."""
    first, *others = dispute.positions
    wholes = {standing.roll_up(pen.graph, pen.graph.actors[one]).id for one in first.held_by}
    across = (
        one
        for one in others
        if wholes.isdisjoint(standing.roll_up(pen.graph, pen.graph.actors[holder]).id for holder in one.held_by)
    )
    return (first, next(across, others[0]))


def corrections_of(pen: Pen, record: Record) -> tuple[str, ...]:
    """The corrections that concern a record."""
    return _origins(pen.graph.back(record.id, "corrected_in"))


def _origins(found: Iterable[Reference]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.origin for link in found))


def _count(pen: Pen, count: Count) -> str:
    value = number(count.value) if count.value is not None else f"{count.min}–{count.max}"
    since = f" {str(pen.t['labels']['from_date']).format(date=pen.date(count.from_))}" if count.from_ else ""
    return f"{value}{since} ({md(count.note)})" if count.note else value + since


def editing(pen: Pen, record: Record) -> str:
    """How to edit the record and report an error in it, as HTML: its file in a preview, links when published."""
    file = pen.graph.located[record.id].place.file
    labels = pen.t["labels"]
    if pen.due_on:
        return f"<span>{attribute(str(labels['file']).format(file=file))}</span>{_due(pen, record, pen.due_on)}"
    site = pen.graph.site
    edit = f'<a href="{attribute(site.edit)}{attribute(file)}">{labels["edit"]}</a>' if site.edit else ""
    report = f'<a href="{attribute(reporting(pen, record))}">{labels["report"]}</a>' if site.report else ""
    return " · ".join(link for link in (edit, report) if link)


def reporting(pen: Pen, record: Record) -> str:
    """The form for an error with the record, its date and its address filled in; none where no form is known."""
    if not pen.graph.site.report:
        return ""
    filled = urlencode({"record": record.id, "as-of": str(day_of(record) or ""), "address": standing_at(pen, record)})
    return f"{pen.graph.site.report}{'&' if '?' in pen.graph.site.report else '?'}{filled}"


def standing_at(pen: Pen, record: Record) -> str:
    """The whole address of a record; from the site's root where it is not known where the site stands."""
    return f"{(pen.graph.site.url or '').rstrip('/')}/{href('index.md', address(pen.graph, record.id))}"


def day_of(record: Record) -> PartialDate | None:
    """The day that a record speaks of: when it was said, when it happened, or as of when it holds."""
    found = (getattr(record, name, None) for name in ("said_on", "date", "as_of"))
    return next((day for day in found if day), None)


def _due(pen: Pen, record: Record, today: date) -> str:
    """The marks that a preview alone shows."""
    words = pen.t["preview"]
    alone = pen.basis(record.id) and pen.support(record).standing is standing.Standing.SINGLE
    marks = (
        words["draft"] if record.draft else "",
        str(words["due"]).format(date=pen.date(record.review_by))
        if record.review_by and record.review_by.last < today
        else "",
        words["alone"] if alone else "",
    )
    return "".join(f' <mark class="due">{attribute(mark)}</mark>' for mark in marks if mark)


def why(pen: Pen, shift: Shift) -> str:
    """Why a standing changed: the origins that came, the disputes that began."""
    origins = tuple(pen.name(one) if one in pen.graph.actors else one for one in shift.came)
    came = str(pen.t["changes"]["origins"]).format(names=listed(pen.t, origins)) if origins else ""
    begun = str(pen.t["changes"]["disputes"]).format(names=pen.names(shift.disputes)) if shift.disputes else ""
    return came + begun


GLOBALS = (
    observation,
    part_anchor,
    part_words,
    shape,
    shape_of,
    month_sum,
    own_sum,
    standings_of,
    numbered,
    in_month,
    type_of,
    particulars,
    evidence_in,
    support_of,
    translator,
    span,
    dated_link,
    day_of,
    standing_at,
    links,
    shown,
    relayed_by,
    publisher,
    resting_on,
    disputes_over,
    answers,
    facing,
    corrections_of,
    editing,
    reporting,
    why,
)
