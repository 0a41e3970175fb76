"""The tables of the design: whose word a passage is in the end, and what the statement on it rests on."""

from datetime import date

import pytest

from explainer.analysis import Analysis, Assessment, Basis, Origin, analyse, latest, speaker_of
from explainer.analysis.origins import provenance
from explainer.analysis.standing import assess
from explainer.record.graph import Graph
from explainer.record.models import Event, Fact, Figure, Quote
from explainer.record.parts import Count, Derived, Observation
from explainer.record.site_config import Side
from tests.small import TODAY, day, evidence, linked, party, passage, plain_site, source

OFFICE, TOM, HILL = (Origin(name, party=True) for name in ("office", "tom", "hill-council"))
HERALD, COURIER, WIRE, BUREAU = (Origin(name, party=False) for name in ("herald", "courier", "wire", "bureau"))
HERALD_UNNAMED, WIRE_UNNAMED = (Origin(name, party=False, unnamed=True) for name in ("herald", "wire"))

WORLD = (
    party("office", side="port"),
    party("department", "agency", part_of="office"),
    party("watch", "military", part_of="department"),
    party("bureau", "agency", part_of="office", party=False),  # counts for the office, and has no stake
    party("port-radio", "media", part_of="office"),
    party("officials", anonymous=True, part_of="office"),
    party("tom", "person", side="quay"),
    party("hill-council", side="hill"),
    party("herald", "media"),
    party("herald-desk", "media", part_of="herald"),
    # until the spring the skipper spoke for the office, since then for the quay alone
    party("skipper", "person", part_of=[{"actor": "office", "to": "2025-03"}], side="quay"),
    source("wire-1", "wire"),
    source("herald-1", "herald"),
    source("herald-2", "herald", published="2025-02"),
    source("herald-relay", "herald", via="wire-1"),
    source("courier-1", "courier", published="2025-03-04"),
    source("courier-may", "courier", published="2025-05-01"),
    source("courier-relay", "courier", via="herald-relay"),
    source("courier-handout", "courier", via="watch"),
    source("handout", "department"),
    source("radio", "port-radio"),
    source("rumour", "the-wall", reliability="low", reliability_reason="chalk"),
)


@pytest.fixture(scope="module")
def world() -> Graph:
    """Give an office in three tiers, its opponent, a third side, two papers, an agency that both relay, and a wall."""
    return linked(*WORLD)


def _assess(graph: Graph, *passages: str, act_of: str | None = None, words: bool = False) -> Assessment:
    return assess(graph, [provenance(graph, one) for one in evidence(*passages)], act_of=act_of, words=words)


@pytest.mark.parametrize(
    ("passages", "origins", "basis"),
    [
        # one party, followed up its `part_of`, all the way; many outlets that repeat it are one origin
        (["herald-1:office"], [OFFICE], "one-side"),
        (["herald-1:watch"], [OFFICE], "one-side"),
        (["herald-1:office", "courier-1:watch", "wire-1:department"], [OFFICE], "one-side"),
        # what a party publishes itself, and what its outlets do, is its own word
        (["handout"], [OFFICE], "one-side"),
        (["radio", "handout", "herald-1:office"], [OFFICE], "one-side"),
        # a chain that ends at a party is that party's word
        (["courier-handout"], [OFFICE], "one-side"),
        (["herald-1>tom"], [TOM], "one-side"),
        # two parties: of sides that are declared opposed, or not
        (["herald-1:office", "courier-1:tom"], [OFFICE, TOM], "both-sides"),
        (["herald-1:office", "courier-1:hill-council"], [HILL, OFFICE], "one-side"),
        # one report: the outlet's own, or the end of its chain, however many repeat it
        (["herald-1"], [HERALD], "one-report"),
        (["herald-1", "herald-2"], [HERALD], "one-report"),
        (["courier-relay", "herald-relay", "wire-1"], [WIRE], "one-report"),
        (["herald-relay>courier-1"], [COURIER], "one-report"),
        # attribution counts before relaying
        (["courier-relay:tom"], [TOM], "one-side"),
        # origins that are not parties are counted first: a party who agrees is named beside them
        (["herald-1:office", "courier-1"], [COURIER, OFFICE], "one-report"),
        (["herald-1:office", "courier-1:tom", "wire-1"], [OFFICE, TOM, WIRE], "one-report"),
        (["herald-1", "courier-1"], [COURIER, HERALD], "several-reports"),
        (["herald-1", "courier-1", "handout"], [COURIER, HERALD, OFFICE], "several-reports"),
        # a body that is declared to be no party has its own word, though it belongs to one
        (["herald-1:bureau"], [BUREAU], "one-report"),
        (["herald-1:bureau", "courier-1"], [BUREAU, COURIER], "several-reports"),
        # an outlet whose word it is vouches as an outlet
        (["courier-1:herald-desk", "herald-1"], [HERALD], "one-report"),
        # unnamed people are no origin of their own: the outlet that vouches for them is, and says so
        (["herald-1:officials"], [HERALD_UNNAMED], "one-report"),
        (["herald-1:officials", "herald-2"], [HERALD], "one-report"),
        (["herald-1:officials", "herald-relay:officials"], [HERALD_UNNAMED, WIRE_UNNAMED], "several-reports"),
        # memberships are dated: whose word it is follows from the day of the passage
        (["herald-2:skipper"], [OFFICE], "one-side"),
        (["courier-may:skipper"], [Origin("skipper", party=True)], "one-side"),
        (["courier-may:skipper", "handout"], [OFFICE, Origin("skipper", party=True)], "both-sides"),
        # what proves a part alone never counts
        (["herald-1#an office", "courier-1"], [COURIER], "one-report"),
        (["herald-1#an office"], [], "no-sound-source"),
        # nor does a source marked low, whatever it says and whoever's word it is
        (["rumour"], [], "no-sound-source"),
        (["rumour:office"], [], "no-sound-source"),
        (["rumour", "herald-1"], [HERALD], "one-report"),
    ],
)  # fmt: skip
def test_origins_and_basis_follow_the_table(
    world: Graph, passages: list[str], origins: list[Origin], basis: str
) -> None:
    assessed = _assess(world, *passages)

    assert (list(assessed.origins), assessed.basis) == (origins, basis)


@pytest.mark.parametrize(
    ("actor", "origin"),
    [
        # declared of the actor, of its side, of the nearest whole; of none of them: no party
        ({"party": True}, Origin("it", party=True)),
        ({"party": False}, Origin("it", party=False)),
        ({"side": "owners"}, Origin("it", party=True)),
        ({"side": "engineers"}, Origin("it", party=False)),
        ({"side": "onlookers"}, Origin("it", party=False)),
        ({}, Origin("it", party=False)),
        ({"part_of": "works"}, Origin("works", party=True)),
        ({"part_of": "works", "side": "onlookers"}, Origin("works", party=True)),
        # its own declaration outweighs its side's, and either that of its whole, whose word its own then is not
        ({"party": False, "side": "owners"}, Origin("it", party=False)),
        ({"party": False, "part_of": "works"}, Origin("it", party=False)),
        ({"side": "engineers", "part_of": "works"}, Origin("it", party=False)),
    ],
)
@pytest.mark.parametrize("kind", ["government", "media", "expert", "agency"])
def test_a_party_is_declared_and_never_a_matter_of_kind(kind: str, actor: dict[str, object], origin: Origin) -> None:
    sides = {"owners": Side(label="Owners", party=True), "engineers": Side(label="Engineers", party=False)}
    site = plain_site().model_copy(update={"sides": sides | {"onlookers": Side(label="Onlookers")}})
    graph = linked(party("works", party=True), party("it", kind, **actor), source("courier", "the-courier"), site=site)

    assert provenance(graph, passage("courier:it")).origin == origin


@pytest.mark.parametrize(
    ("passages", "act_of", "basis"),
    [
        # the body's own record, or that of a part of it
        (["handout"], "department", "on-record"),
        (["handout"], "office", "on-record"),
        (["handout"], "watch", "one-side"),
        (["radio"], "office", "on-record"),
        # or two outlets, whoever is speaking there
        (["herald-1:office", "courier-1:office"], "office", "on-record"),
        (["herald-1", "courier-1"], "office", "on-record"),
        # two outlets that repeat one are one
        (["herald-relay:office", "courier-relay:office"], "office", "one-side"),
        (["herald-1:office", "herald-2:office"], "office", "one-side"),
        (["herald-1"], "office", "one-report"),
        # a source marked low shows nothing, nor does what proves a part alone
        (["rumour", "herald-1"], "office", "one-report"),
        (["handout#its name", "herald-1"], "office", "one-report"),
        # what is no act is not on record, though two outlets and its own record say it
        (["handout", "herald-1:office", "courier-1:office"], None, "one-side"),
    ],
)
def test_an_act_is_on_record_by_its_bodys_own_record_or_by_two_outlets(
    world: Graph, passages: list[str], act_of: str | None, basis: str
) -> None:
    assert _assess(world, *passages, act_of=act_of).basis == basis


def test_an_assessment_has_each_outlet_once_and_parts_reports_from_parties(world: Graph) -> None:
    assessed = _assess(world, "herald-1:office", "herald-2", "courier-1:office", "rumour")

    assert (assessed.outlets, assessed.reports, assessed.parties) == (
        ("herald", "courier", "the-wall"),
        (HERALD,),
        (OFFICE,),
    )


SAID = "The bread is too dear, and the pond is deep"


def _quote(*passages: str, **more: object) -> Quote:
    return Quote.model_validate(
        {"id": "dear", "speaker": "tom", "said_on": "2025-01-01", "occasion": "a talk", "said_how": "spoken"}
        | {"text": "the pond is deep", "language": "en", "evidence": evidence(*passages)}
        | more
    )


@pytest.mark.parametrize(
    ("passages", "more", "origins", "basis"),
    [
        # who prints the words vouches for them, whoever said them
        (["herald-1:tom"], {}, (HERALD,), "one-report"),
        (["herald-1:tom", "courier-1:tom"], {}, (COURIER, HERALD), "several-reports"),
        (["courier-relay:tom"], {}, (WIRE,), "one-report"),
        (["handout:tom"], {}, (Origin("office", party=False),), "one-report"),
        (["rumour:tom"], {}, (), "no-sound-source"),
        # that they were said is on record where the speaker's own record, or two outlets, show it
        (["herald-1:tom", "courier-1:tom"], {"act_of": "tom"}, (COURIER, HERALD), "on-record"),
        (["handout"], {"speaker": "department", "act_of": "department"}, (Origin("office", party=False),), "on-record"),
        (["herald-1:tom"], {"act_of": "tom"}, (HERALD,), "one-report"),
        # an origin counts only where its excerpts hold all the words, in either language
        (["herald-1:tom", "courier-1:tom"], {"text": "the pond is very deep"}, (), "no-sound-source"),
        (
            ["herald-1:tom"],
            {"text": "El estanque es hondo", "translations": {"en": {"text": "the pond is deep", "by": "us"}}},
            (HERALD,),
            "one-report",
        ),
    ],
)
def test_of_a_quotation_the_origins_are_those_whose_excerpts_hold_its_words(
    passages: list[str], more: dict[str, object], origins: tuple[Origin, ...], basis: str
) -> None:
    assessed = analyse(linked(*WORLD, _quote(*passages, **more)), TODAY).assessment("dear")

    assert (assessed.origins, assessed.basis) == (origins, basis)


def test_one_outlet_may_hold_the_words_in_two_excerpts_and_two_outlets_half_each_do_not() -> None:
    halves = (passage("herald-1", "The bread is dear"), passage("herald-2", "the pond is deep"))
    apart = (passage("herald-1", "The bread is dear"), passage("courier-1", "the pond is deep"))

    text = "The bread is dear […] the pond is deep"
    graphs = (linked(*WORLD, _quote("herald-1", text=text, evidence=found)) for found in (halves, apart))

    assert [analyse(graph, TODAY).standings["dear"] for graph in graphs] == [Basis.ONE_REPORT, Basis.NO_SOUND_SOURCE]


def test_a_circle_of_relays_and_of_wholes_comes_to_an_end() -> None:
    graph = linked(
        source("one", "first-post", via="two"),
        source("two", "second-post", via="one"),
        party("cat", part_of="dog"),
        party("dog", part_of="cat"),
    )

    assert provenance(graph, passage("one")).origin == Origin("second-post", party=False)
    assert provenance(graph, passage("one")).lineage == ("one", "two")
    assert speaker_of(graph, graph.actors["cat"]).actor == "dog"


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("herald-1", ("herald-1",)),
        ("courier-relay", ("courier-relay", "herald-relay", "wire-1")),
        ("courier-handout", ("courier-handout", "watch")),
        ("courier-relay:tom", ("courier-relay", "herald-relay", "wire-1", "tom")),
        ("courier-handout:watch", ("courier-handout", "watch")),
        ("courier-relay>tom", ("courier-relay", "tom")),
    ],
)
def test_lineage_names_every_hand_that_a_passage_went_through(world: Graph, text: str, steps: tuple[str, ...]) -> None:
    assert provenance(world, passage(text)).lineage == steps


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("courier-1", date(2025, 3, 4)),
        ("herald-2", date(2025, 2, 28)),  # a month counts from its end
        ("courier-1^2025-01-02", date(2025, 1, 2)),  # a later source dates the first publication
        ("courier-1^2024", date(2024, 12, 31)),
        ("undated", None),
        ("undated-log", date(2025, 4, 30)),
    ],
)
def test_evidence_is_public_from_its_own_date_or_from_its_sources(text: str, first: date | None) -> None:
    undated = source("undated", "the-wall").model_copy(update={"published": None})
    log = undated.model_copy(update={"id": "undated-log", "published_by": day("2025-04-30")})
    graph = linked(*WORLD, undated, log)

    assert provenance(graph, passage(text)).public_from == first


@pytest.mark.parametrize(
    ("actor", "on", "speaks_for"),
    [
        ("watch", None, "office"),
        ("bureau", None, "bureau"),  # it stands apart from the party that it belongs to
        ("herald-desk", None, "herald"),
        ("skipper", "2025-02-01", "office"),
        ("skipper", "2025-03", "office"),
        ("skipper", "2025-04-01", "skipper"),
        ("skipper", None, "skipper"),  # of what has ended nothing holds without a day
    ],
)
def test_whose_word_an_actor_gives_follows_from_the_day(
    world: Graph, actor: str, on: str | None, speaks_for: str
) -> None:
    assert speaker_of(world, world.actors[actor], day(on) if on else None).actor == speaks_for


def _pond() -> Analysis:
    """Give a figure, the numbers of whose values stand in some of their excerpts, and an event with two counts."""
    nine, eight, seven = "nine feet", "8 feet deep", "the pond is 7 feet deep"
    figure = Figure(
        id="depth",
        title="Depth",
        unit="feet",
        reads="measure",
        observations=(
            Observation(as_of=day("2025-01"), value=9, counter="tom", evidence=evidence("herald-1:tom", excerpt=nine)),
            Observation(
                as_of=day("2025-01"), value=8, counter="office", evidence=evidence("courier-1:office", excerpt=eight)
            ),
            Observation(
                as_of=day("2025-03"),
                value=7,
                counter="tom",
                evidence=(passage("courier-1", seven), passage("wire-1", seven), passage("herald-1", nine)),
            ),
            Observation(as_of=day("2025-04"), value=1, counter="tom", evidence=evidence("rumour", excerpt="one foot")),
        ),
    )
    event = Event(
        id="splash",
        title="A splash",
        date=day("2025-01-01"),
        type="ripple",
        counts={
            "frogs": (Count(value=1),),
            "newts": (Count(value=2, evidence=evidence("courier-1:tom", excerpt="two newts")),),
        },
        evidence=(passage("herald-1", "one frog"), passage("courier-1", "a splash")),
    )
    return analyse(linked(*WORLD, figure, event), TODAY)


def test_a_values_origins_are_those_whose_excerpts_hold_its_number() -> None:
    pond = _pond()
    assessed = [pond.assessments["depth"][seen] for seen in pond.graph.figures["depth"].observations]

    assert [(one.basis, one.origins) for one in assessed] == [
        ("one-side", (TOM,)),
        ("one-side", (OFFICE,)),
        ("several-reports", (COURIER, WIRE)),
        ("no-sound-source", ()),
    ]


def test_a_number_that_is_worked_out_rests_on_all_that_it_was_worked_out_from() -> None:
    depth = _pond().graph.figures["depth"].observations[2]
    ten = depth.model_copy(update={"value": 10})
    added = ten.model_copy(update={"derived": (Derived(numbers=("10",), how="seven and three"),)})
    figure = _pond().graph.figures["depth"]
    graphs = (linked(*WORLD, figure.model_copy(update={"observations": (one,)})) for one in (ten, added))

    assert [analyse(graph, TODAY).standings["depth"] for graph in graphs] == ["no-sound-source", "several-reports"]


def test_an_event_stands_on_its_evidence_and_a_count_on_what_holds_its_number() -> None:
    standings = _pond().standings

    assert [standings[f"splash{part}"] for part in ("", "@frogs", "@newts")] == [
        "several-reports",
        "one-report",
        "one-side",
    ]


def test_a_figure_stands_as_its_current_value_does() -> None:
    assert _pond().standings["depth"] is Basis.SEVERAL_REPORTS


@pytest.mark.parametrize(("values", "value"), [(slice(None), 7), (slice(2), 8), (slice(3, None), 1)])
def test_the_current_value_is_the_latest_that_is_not_low_and_of_two_on_a_day_the_later_written(
    values: slice, value: int
) -> None:
    depth = _pond().graph.figures["depth"]
    figure = depth.model_copy(update={"observations": depth.observations[values]})

    assert analyse(linked(*WORLD, figure), TODAY).current["depth"].value == value


@pytest.mark.parametrize(
    ("target", "value"), [("depth", 7), ("depth@2025-01", 8), ("depth@2025-01:tom", 9), ("depth@2025-04", 1)]
)
def test_a_value_is_named_by_its_date_and_where_two_have_it_by_its_counter(target: str, value: int) -> None:
    assert _pond().observation(target).value == value


def test_the_latest_of_a_count_is_the_one_from_the_latest_date() -> None:
    undated, early = Count(value=1), Count.model_validate({"from": "2025-02", "value": 2})
    late = Count.model_validate({"from": "2025-03-01", "value": 3})

    assert [latest(one).value for one in ((undated, late, early), (early, undated), (undated,))] == [3, 2, 1]


def test_a_fact_is_told_and_a_quotation_is_heard() -> None:
    fact = Fact(
        id="deep", title="Deep", statement="Tom says it is deep.", as_of=day("2025"), evidence=evidence("herald-1:tom")
    )

    assert analyse(linked(*WORLD, _quote("herald-1:tom"), fact), TODAY).origins == {"dear": (HERALD,), "deep": (TOM,)}
