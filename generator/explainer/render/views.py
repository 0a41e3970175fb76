"""What a page tells of a record beside its own words: particulars, dates of a role, what rests on it."""

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import urlencode

from explainer.analysis import Basis, OwnSum, StandingChange, why_in_words
from explainer.record.graph import Reference, split
from explainer.record.models import ANSWERS, Dispute, Event, Figure, Question, Quote, Record, Source
from explainer.record.names import alike_before
from explainer.record.parts import Claim, Count, Evidence, Observation, Role, Translation
from explainer.record.values import PartialDate
from explainer.record.walk import all_evidence
from explainer.render.escape import attribute, md
from explainer.render.page_view import PageView
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


def part_anchor(figure: Figure, seen: Observation) -> str:
    """The anchor of one value on its figure's page, unlike that of any other."""
    before = alike_before(figure, seen)
    return f"on-{seen.as_of}-{seen.counter}" + (f"-{before + 1}" if before else "")


def part_words(page: PageView, target: str) -> str:
    """The part of a record that a target names, in words: a dated value, or a count by its label."""
    record_id, part = split(target)
    if figure := page.graph.figures.get(record_id):
        return page.dated(figure, page.analysis.observation(target))
    return page.graph.site.counts[part].label if part in page.graph.site.counts else str(part)


def shape(page: PageView, event: Event) -> str:
    """The mark of an event: what it adds to the first sum of the record, else the shape of its type, as HTML."""
    for own in page.analysis.sums[:1]:
        if own.by_count and (size := own.sizes.get(event.id)):
            return f'<span class="ty ty-n">{size}</span>'
    return shape_of(page, event.type)


def shape_of(page: PageView, event_type: str) -> str:
    """The mark of a type of events, as HTML; its word stands beside it."""
    return f'<span class="ty {SHAPES[page.graph.site.event_types[event_type].shape]}"></span>'


def month_sum(page: PageView, events: list[Event]) -> str:
    """How many events, and what they add to the first sum of the record."""
    number_of, ids = page.count("events", len(events)), {event.id for event in events}
    for own in page.analysis.sums[:1]:
        if total := sum(own.sizes[event.id] for event in own.events if event.id in ids):
            figure = page.graph.figures[own.figure].title
            return str(page.messages["labels"]["month_sum"]).format(events=number_of, figure=figure, total=total)
    return number_of


def own_sum(page: PageView, figure: Figure) -> str:
    """What our own list adds up to, with the way to the comparison, as Markdown; nothing where no sum is declared."""
    for own in page.analysis.sums:
        if own.figure == figure.id and own.events:
            date, size = page.date(own.events[-1].date), page.count("events", len(own.events))
            told = str(page.messages["adds_up"]["own"]).format(total=page.number(own.total), events=size, date=date)
            comparison = f"[{page.messages['pages']['adds_up']}]({page.page_url('adds-up.md')}#{figure.id})"
            return f"{md(told)} {md(rests_on_events(page, own))} {comparison}"
    return ""


def rests_on_events(page: PageView, own: OwnSum) -> str:
    """What a sum adds: a sum stands no better than its parts."""
    of_one_side = sum(page.assess(event).basis is Basis.ONE_SIDE for event in own.events)
    added = page.count("events", len(own.events))
    return str(page.messages["adds_up"]["rests"]).format(events=added, of_one_side=f"{of_one_side:,}")


def review_of(page: PageView, question: Question) -> str:
    """Who has read a page whole, or that nobody has yet."""
    labels = page.messages["labels"]
    if question.reviews:
        newest = max(question.reviews, key=lambda review: review.on.last)
        return str(labels["reviewed"]).format(when=page.messages.when(newest.on), by=newest.by, what=newest.what)
    day = question.compiled
    return str(labels["compiled"]).format(when=page.messages.when(day)) if day else str(labels["not_reviewed"])


def bases_of(page: PageView, records: Iterable[Record]) -> tuple[Basis, ...]:
    """What some records rest on, each basis once, in the order of their rank."""
    found = {page.assess(one).basis for one in records}
    return tuple(basis for basis in Basis if basis in found)


def numbered(page: PageView, event: Event) -> str:
    """The type's word with every number that one event covers, for search: `X 2, X 3`."""
    first, _, last = (event.number or "").partition("-")
    label = page.graph.site.event_types[event.type].label
    numbers = range(int(first), int(last) + 1) if last else ()
    return page.messages.joined(f"{label} {one}" for one in numbers)


def in_month(page: PageView, event: Event) -> str:
    """The day of an event under its month's heading, which says the year."""
    return page.messages.day_of_year(event.date)


def type_of(page: PageView, event: Event) -> str:
    """The word for an event's type, with its number where it has one."""
    label = page.graph.site.event_types[event.type].label
    return f"{label} {event.number}" if event.number else label


def particulars(page: PageView, event: Event) -> Iterator[str]:
    """Counts, place, announcer and what is said of the date, each as a line of Markdown."""
    counted: dict[str, list[str]] = {}
    for name, counts in event.counts.items():
        stands = page.stands(page.assess(event, name))
        label = md(page.graph.site.counts[name].label)
        values = page.messages.joined(_count(page, one) for one in counts)
        counted.setdefault(stands, []).append(page.messages.named(label, values))
    own = page.stands(page.assess(event))
    for stands, some in counted.items():
        yield page.messages.joined(some, "parts") + (f" {stands}" if stands != own else "")
    if event.areas or event.place:
        areas = page.messages.joined(page.graph.site.areas[area].label for area in event.areas)
        place = page.messages.joined((part for part in (areas, event.place) if part), "parts")
        yield md(str(page.messages["labels"]["place"]).format(place=place))
    if event.announced_by:
        announced = str(page.messages["labels"]["announced"]).format(name=page.link(event.announced_by))
        yield page.messages.joined([announced, md(event.announced_how)] if event.announced_how else [announced])
    if event.date_note:
        yield md(event.date_note)


def evidence_in(event: Event) -> tuple[Evidence, ...]:
    """All evidence of an event, that of its counts and claims too, each excerpt once."""
    found: dict[tuple[str, str], Evidence] = {}
    for path, one in all_evidence(event):
        if path[0] not in ANSWERS:
            found.setdefault((one.source, one.excerpt), one)
    return tuple(found.values())


def translator(page: PageView, translation: Translation) -> str:
    """Who translated."""
    by = translation.by or page.messages["labels"]["unknown_translator"]
    return str(page.messages["labels"]["by_us"] if by == "us" else by)


def span(page: PageView, role: Role) -> str:
    """When someone held a role, as far as a source says."""
    labels = page.messages["labels"]
    start = str(labels["since"]).format(date=page.date(role.from_)) if role.from_ else ""
    end = str(labels["until"]).format(date=page.date(role.to)) if role.to else ""
    seen = "" if start or end or not role.as_of else _seen(page, sorted(role.as_of))
    return " ".join(part for part in (start, end, seen) if part)


def _seen(page: PageView, days: list[PartialDate]) -> str:
    if len(days) == 1:
        return str(page.messages["labels"]["seen_as_of"]).format(when=page.messages.when(days[0]))
    return str(page.messages["labels"]["seen_between"]).format(
        first=page.short_date(days[0]), last=page.short_date(days[-1])
    )


def dated_link(page: PageView, record_id: str) -> str:
    """A link to a record with its date and its standing, as Markdown."""
    record = page.graph.record(record_id)
    day = day_of(record)
    date = f" <small>{attribute(page.short_date(day))}</small>" if day else ""
    return f"{page.link(record_id)}{date} {page.stands_of(record)}".rstrip()


def links(page: PageView, ids: Iterable[str]) -> str:
    """Records as Markdown links, one after the other."""
    return page.messages.joined(page.link(one) for one in ids)


def shown(url: str) -> str:
    """An address as a reader wants to see it: the site that it leads to."""
    return url.removeprefix("https://").removeprefix("www.").partition("/")[0]


def relayed_by(page: PageView, source: Source) -> tuple[str, ...]:
    """The sources that relay this one."""
    found = (link.holder for link in page.graph.back(source.id, "relayed"))
    return tuple(dict.fromkeys(one for one in found if one in page.graph.sources))


def resting_on(page: PageView, source: Source) -> tuple[str, ...]:
    """The records that rest on a source, directly or as the work that another relays."""
    found = (link.holder for link in page.graph.back(source.id, "evidence_for", "relayed"))
    return tuple(dict.fromkeys(one for one in found if one in page.graph.kinds and one not in page.graph.sources))


def disputes_over(page: PageView, record: Record) -> tuple[str, ...]:
    """The disputes that bear on a record or on a part of it."""
    return _origins(page.graph.back(record.id, "position_in"))


def answers(page: PageView, quote: Quote) -> tuple[Quote, ...]:
    """The quotations that answer one, in the order in which they were said."""
    found = [page.graph.quotes[one] for one in _origins(page.graph.back(quote.id, "replies"))]
    return tuple(sorted(found, key=when_said))


def when_said(quote: Quote) -> tuple[str, str]:
    """The order of quotations: by their day, those without one last."""
    return (str(quote.said_on or "9999"), quote.id)


def facing(page: PageView, dispute: Dispute) -> tuple[Claim, ...]:
    """The first position, and the first that another side holds, or simply the next where all are one side's."""
    first, *others = dispute.positions
    wholes = page.analysis.wholes(first.held_by)
    across = (position for position in others if wholes.isdisjoint(page.analysis.wholes(position.held_by)))
    return (first, next(across, others[0]))


def corrections_of(page: PageView, record: Record) -> tuple[str, ...]:
    """The corrections that concern a record."""
    return _origins(page.graph.back(record.id, "corrected_in"))


def _origins(found: Iterable[Reference]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.holder for link in found))


def _count(page: PageView, count: Count) -> str:
    value = (
        page.number(count.value)
        if count.value is not None
        else page.messages["range"].format(min=count.min, max=count.max)
    )
    since = f" {str(page.messages['labels']['from_date']).format(date=page.date(count.from_))}" if count.from_ else ""
    text = value + since
    return str(page.messages["noted"]).format(text=text, note=md(count.note)) if count.note else text


def editing(page: PageView, record: Record) -> str:
    """How to edit the record and report an error in it, as HTML: its file in a preview, links when published."""
    file = page.graph.located[record.id].place.file
    labels = page.messages["labels"]
    if page.due_on:
        return f"<span>{attribute(str(labels['file']).format(file=file))}</span>{_due(page, record, page.due_on)}"
    site = page.graph.site
    edit = f'<a href="{attribute(site.edit)}{attribute(file)}">{labels["edit"]}</a>' if site.edit else ""
    report = f'<a href="{attribute(reporting(page, record))}">{labels["report"]}</a>' if site.report else ""
    return " · ".join(link for link in (edit, report) if link)


def reporting(page: PageView, record: Record) -> str:
    """The form for an error with the record, its date and its address filled in; none where no form is known."""
    if not page.graph.site.report:
        return ""
    filled = urlencode({"record": record.id, "as-of": str(day_of(record) or ""), "address": standing_at(page, record)})
    return f"{page.graph.site.report}{'&' if '?' in page.graph.site.report else '?'}{filled}"


def standing_at(page: PageView, record: Record) -> str:
    """The whole address of a record; from the site's root where it is not known where the site stands."""
    return f"{(page.graph.site.url or '').rstrip('/')}/{href('index.md', address(page.graph, record.id))}"


def day_of(record: Record) -> PartialDate | None:
    """The day that a record speaks of: when it was said, when it happened, or as of when it holds."""
    found = (getattr(record, name, None) for name in ("said_on", "date", "as_of"))
    return next((day for day in found if day), None)


def _due(page: PageView, record: Record, today: date) -> str:
    """The marks that a preview alone shows."""
    words = page.messages["preview"]
    alone = page.analysis.standings.get(record.id) is Basis.ONE_REPORT
    marks = (
        words["draft"] if record.draft else "",
        str(words["due"]).format(date=page.date(record.review_by))
        if record.review_by and record.review_by.last < today
        else "",
        words["alone"] if alone else "",
    )
    return "".join(f' <mark class="due">{attribute(mark)}</mark>' for mark in marks if mark)


def why(page: PageView, change: StandingChange) -> str:
    """Why a standing changed: the origins that came, the disputes that began."""
    return why_in_words(page.messages, page.graph, change)


GLOBALS = (
    part_anchor, part_words, shape, shape_of, month_sum, own_sum, rests_on_events, review_of, bases_of,
    in_month, type_of, particulars, evidence_in, translator, span, dated_link, day_of, standing_at, links, shown,
    relayed_by, resting_on, disputes_over, answers, facing, corrections_of, editing, reporting, why,
)  # fmt: skip
