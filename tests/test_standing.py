"""The tables of the design: whose word a passage is in the end, and how well what rests on it stands."""

from datetime import date

import pytest

from explainer.analysis import Analysis, Assessment, Origin, Standing, analyse, latest
from explainer.analysis.standing import assess, provenance, roll_up
from explainer.record.graph import Graph
from explainer.record.models import Count, Dispute, Event, Fact, Figure, Observation, Quote
from tests.small import TODAY, day, evidence, linked, party, passage, source

OFFICE = Origin("office", party=True)
TOM = Origin("tom", party=True)
HERALD = Origin("The Herald", party=False)
COURIER = Origin("Courier", party=False)
WIRE = Origin("Wire", party=False)

WORLD = (
    party("office"),
    party("department", "agency", part_of="office", name="Department"),
    party("watch", "military", part_of="department"),
    party("tom", "person"),
    party("herald", "media", name="The Herald"),
    party("herald-desk", "media", part_of="herald"),
    source("wire", "Wire"),
    source("herald-1", "The Herald"),
    source("herald-2", "The Herald", published="2025-02"),
    source("herald-relay", "The Herald", via="wire"),
    source("courier", "Courier", published="2025-03-04"),
    source("courier-relay", "Courier", via="herald-relay"),
    source("courier-handout", "Courier", via="watch"),
    source("handout", "Department"),
    source("rumour", "The Wall", reliability="low", reliability_reason="chalk"),
)


@pytest.fixture(scope="module")
def world() -> Graph:
    """Give an office in three tiers, a neighbour, two papers, an agency that both relay, and a wall."""
    return linked(*WORLD)


def _assess(graph: Graph, *passages: str, disputed: bool = False, heard: bool = False) -> Assessment:
    return assess((provenance(graph, one) for one in evidence(*passages)), disputed=disputed, heard=heard)


@pytest.mark.parametrize(
    ("passages", "found", "standing"),
    [
        # the party it is attributed to
        (["herald-1:office"], [OFFICE], "claimed"),
        # followed up its `part_of`, all the way
        (["herald-1:department"], [OFFICE], "claimed"),
        (["herald-1:watch"], [OFFICE], "claimed"),
        # many outlets that repeat one party are one origin
        (["herald-1:office", "courier:watch", "wire:department"], [OFFICE], "claimed"),
        # two parties are two origins, and still all of them parties
        (["herald-1:office", "courier:tom"], [OFFICE, TOM], "claimed"),
        # else the end of its `via` chain
        (["herald-relay"], [WIRE], "single"),
        (["courier-relay"], [WIRE], "single"),
        (["courier-relay", "herald-relay", "wire"], [WIRE], "single"),
        # a chain that ends at a party is that party's word
        (["courier-handout"], [OFFICE], "claimed"),
        # the evidence's own `via` overrides its source's
        (["herald-relay>courier"], [COURIER], "single"),
        (["herald-1>tom"], [TOM], "claimed"),
        # attribution counts before relaying
        (["courier-relay:tom"], [TOM], "claimed"),
        # else its source
        (["herald-1"], [HERALD], "single"),
        (["herald-1", "courier"], [COURIER, HERALD], "corroborated"),
        # two articles of one publisher are one origin
        (["herald-1", "herald-2"], [HERALD], "single"),
        # at least two, not all of them parties
        (["herald-1:office", "courier"], [COURIER, OFFICE], "corroborated"),
        # an outlet whose word it is vouches as an outlet, and is no party
        (["courier:herald"], [HERALD], "single"),
        (["courier:herald-desk", "herald-1"], [HERALD], "single"),
        (["courier:herald", "courier:office"], [HERALD, OFFICE], "corroborated"),
        # what a party publishes itself is its own word
        (["handout"], [OFFICE], "claimed"),
        (["handout", "herald-1:office"], [OFFICE], "claimed"),
        # a source marked low is no origin, whatever it says and whoever's word it is
        (["rumour"], [], "single"),
        (["rumour:office"], [], "single"),
        (["rumour", "herald-1"], [HERALD], "single"),
    ],
)
def test_origins_and_standing_follow_the_table(
    world: Graph, passages: list[str], found: list[Origin], standing: str
) -> None:
    worked_out = _assess(world, *passages)

    assert (list(worked_out.origins), worked_out.standing) == (found, standing)


@pytest.mark.parametrize("passages", [["herald-1:office"], ["herald-1"], ["herald-1", "courier"], ["rumour"]])
def test_a_dispute_outweighs_every_other_standing(world: Graph, passages: list[str]) -> None:
    assert _assess(world, *passages, disputed=True).standing is Standing.DISPUTED


def test_an_assessment_has_each_outlet_once_and_says_where_all_is_low(world: Graph) -> None:
    assert _assess(world, "herald-1:office", "herald-2:office", "courier:office") == Assessment(
        Standing.CLAIMED, (OFFICE,), ("The Herald", "Courier")
    )
    assert _assess(world, "rumour") == Assessment(Standing.SINGLE, (), ("The Wall",), low=True)


@pytest.mark.parametrize(
    ("passages", "found"),
    [
        (["herald-1:tom"], (HERALD,)),
        (["herald-1:tom", "courier:tom"], (COURIER, HERALD)),
        (["courier-relay:tom"], (WIRE,)),
        (["rumour:tom"], ()),
        (["handout:tom"], (Origin("Department", party=False),)),  # that a party said so is not its word alone
    ],
)
def test_of_a_quotation_the_origins_are_those_who_heard_it(
    world: Graph, passages: list[str], found: tuple[Origin, ...]
) -> None:
    assert _assess(world, *passages, heard=True).origins == found


def test_a_quote_is_heard_and_a_fact_is_told() -> None:
    quote = Quote(
        id="wet", speaker="tom", said_on=day("2025"), occasion="talk", text="Wet", language="en",
        evidence=evidence("herald-1:tom"),
    )  # fmt: skip
    fact = Fact(
        id="deep", title="Deep", statement="Tom says it is deep.", as_of=day("2025"),
        evidence=evidence("herald-1:tom"),
    )  # fmt: skip

    assert analyse(linked(*WORLD, quote, fact), TODAY).origins == {"wet": (HERALD,), "deep": (TOM,)}


def test_a_circle_of_relays_and_of_wholes_comes_to_an_end() -> None:
    graph = linked(
        source("one", "One", via="two"),
        source("two", "Two", via="one"),
        party("cat", part_of="dog"),
        party("dog", part_of="cat"),
    )

    assert provenance(graph, passage("one")).origin == Origin("Two", party=False)
    assert provenance(graph, passage("one")).lineage == ("one", "two")
    assert roll_up(graph, graph.actors["cat"]).id == "dog"


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("herald-1", ("herald-1",)),
        ("courier-relay", ("courier-relay", "herald-relay", "wire")),
        ("courier-handout", ("courier-handout", "watch")),
        ("courier-relay:tom", ("courier-relay", "herald-relay", "wire", "tom")),
        ("courier-handout:watch", ("courier-handout", "watch")),
        ("courier-relay>tom", ("courier-relay", "tom")),
    ],
)
def test_lineage_names_every_hand_that_a_passage_went_through(world: Graph, text: str, steps: tuple[str, ...]) -> None:
    assert provenance(world, passage(text)).lineage == steps


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("courier", date(2025, 3, 4)),
        ("herald-2", date(2025, 2, 28)),  # a month counts from its end
        ("courier^2025-01-02", date(2025, 1, 2)),  # a later source dates the first publication
        ("courier^2024", date(2024, 12, 31)),
        ("undated", None),
        ("undated-log", date(2025, 4, 30)),
    ],
)
def test_evidence_is_public_from_its_own_date_or_from_its_sources(text: str, first: date | None) -> None:
    undated = source("undated", "Wall").model_copy(update={"published": None})
    log = undated.model_copy(update={"id": "undated-log", "published_by": day("2025-04-30")})
    graph = linked(*WORLD, undated, log)

    assert provenance(graph, passage(text)).public_from == first


def _pond(*bears_on: str) -> Analysis:
    figure = Figure(
        id="depth",
        title="Depth",
        unit="feet",
        observations=(
            Observation(as_of=day("2025-01"), value=9, counter="tom", evidence=evidence("herald-1:tom")),
            Observation(as_of=day("2025-01"), value=8, counter="office", evidence=evidence("courier:office")),
            Observation(as_of=day("2025-03"), value=7, counter="tom", evidence=evidence("courier", "wire")),
            Observation(as_of=day("2025-04"), value=1, counter="tom", evidence=evidence("rumour")),
        ),
    )
    event = Event(
        id="splash",
        title="A splash",
        date=day("2025-01-01"),
        type="ripple",
        counts={"frogs": (Count(value=1),), "newts": (Count(value=2, evidence=evidence("courier:tom")),)},
        evidence=evidence("herald-1", "courier"),
    )
    dispute = Dispute(
        id="how-deep",
        question="How deep?",
        positions=({"held_by": "tom", "says": "Nine.", "evidence": evidence("herald-1")},) * 2,
        bears_on=bears_on or ("unrelated",),
    )
    unrelated = figure.model_copy(update={"id": "unrelated"})
    return analyse(linked(*WORLD, figure, event, dispute, unrelated), TODAY)


@pytest.mark.parametrize(
    ("bears_on", "standings"),
    [
        ((), ["claimed", "claimed", "corroborated", "single"]),
        (("depth",), ["disputed"] * 4),
        (("depth@2025-01",), ["disputed", "disputed", "corroborated", "single"]),
        (("depth@2025-01:office",), ["claimed", "disputed", "corroborated", "single"]),
        (("depth@2025-03", "depth@2025-01:tom"), ["disputed", "claimed", "disputed", "single"]),
    ],
)
def test_a_dispute_bears_on_the_values_that_it_names(bears_on: tuple[str, ...], standings: list[str]) -> None:
    pond = _pond(*bears_on)

    assert [pond.assessments["depth"][seen].standing for seen in pond.graph.figures["depth"].observations] == standings


@pytest.mark.parametrize(
    ("bears_on", "event", "frogs", "newts"),
    [
        ((), "corroborated", "corroborated", "claimed"),
        (("splash",), "disputed", "corroborated", "claimed"),
        (("splash@frogs",), "corroborated", "disputed", "claimed"),
        (("splash@newts",), "corroborated", "corroborated", "disputed"),
    ],
)
def test_a_count_stands_on_its_own_evidence_or_the_events(
    bears_on: tuple[str, ...], event: str, frogs: str, newts: str
) -> None:
    standings = _pond(*bears_on).standings

    assert [standings[f"splash{part}"] for part in ("", "@frogs", "@newts")] == [event, frogs, newts]


def test_a_figure_stands_as_its_current_value_does_and_a_dispute_is_disputed() -> None:
    standings = _pond().standings

    assert (standings["depth"], standings["how-deep"]) == (Standing.CORROBORATED, Standing.DISPUTED)


def test_a_position_stands_on_its_own_evidence() -> None:
    pond = _pond("depth")

    positions = pond.graph.disputes["how-deep"].positions
    assert [pond.assessments["how-deep"][one].standing for one in positions] == [Standing.SINGLE, Standing.SINGLE]


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
