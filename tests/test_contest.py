"""Who contests a statement: the holders of positions with another answer, on every side alike."""

import pytest

from explainer.analysis import Analysis, analyse
from explainer.record.models import Dispute, Fact, Figure, Record
from explainer.record.parts import Observation
from tests.small import TODAY, day, evidence, linked, party, source

ACTORS = (
    party("office"),
    party("watch", part_of="office"),
    party("tom", "person"),
    party("ines", "person", part_of=[{"actor": "office", "to": "2025-01"}]),
    source("herald-1", "herald"),
    source("herald-may", "herald", published="2025-05-01"),
)


def _fact(fact_id: str) -> Fact:
    return Fact(id=fact_id, title="Deep", statement="It is deep.", as_of=day("2025"), evidence=evidence("herald-1:tom"))


DEPTH = Figure(
    id="depth",
    title="Depth",
    unit="feet",
    reads="measure",
    observations=tuple(
        Observation(as_of=day(on), value=9, counter=who, evidence=evidence("herald-1", excerpt="nine feet"))
        for on, who in (("2025-01", "tom"), ("2025-01", "office"), ("2025-03", "tom"))
    ),
)
RECORDS = (*ACTORS, DEPTH, *(_fact(name) for name in ("deep", "shallow", "dry")))


def _position(text: str, answer: str, *stated_in: str, known: str = "herald-1", **more: object) -> dict[str, object]:
    """Read a position in short: its holders, with its answer and the records that state it."""
    evidence_for = evidence(known)
    return {
        "held_by": text.split(),
        "answer": answer,
        "says": "So.",
        "stated_in": stated_in,
        "evidence": evidence_for,
    } | more


def _contested(*positions: dict[str, object], records: tuple[Record, ...] = (), **more: object) -> Analysis:
    dispute = Dispute.model_validate({"id": "how-deep", "question": "How deep?", "positions": positions} | more)
    return analyse(linked(*RECORDS, *records, dispute), TODAY)


def _by(analysis: Analysis) -> dict[str, tuple[str, ...]]:
    return {target: contest.by for target, contest in analysis.contested.items()}


@pytest.mark.parametrize(
    ("positions", "contested"),
    [
        # both sides alike, whatever each rests on
        (
            [_position("tom", "deep", "deep"), _position("office", "not", "shallow")],
            {"deep": ("office",), "shallow": ("tom",)},
        ),
        # by all who hold another answer, and by nobody who holds the same
        (
            [_position("tom", "deep", "deep"), _position("office", "not", "shallow"), _position("ines", "not", "dry")],
            {"deep": ("office", "ines"), "shallow": ("tom",), "dry": ("tom",)},
        ),
        # nobody contests themselves, nor the whole that they speak for
        ([_position("tom", "deep", "deep"), _position("tom", "not", "shallow")], {}),
        ([_position("watch", "deep", "deep"), _position("office", "not", "shallow")], {}),
        (
            [_position("tom watch", "deep", "deep"), _position("office ines", "not", "shallow")],
            {"deep": ("ines",), "shallow": ("tom",)},
        ),
        # what a whole was follows from the day of which the position speaks
        ([_position("ines", "deep", "deep", as_of="2025-01-10"), _position("office", "not")], {}),
        ([_position("ines", "deep", "deep", as_of="2025-02-10"), _position("office", "not")], {"deep": ("office",)}),
        # a position that no record states contests, and has nothing to be contested
        ([_position("tom", "deep", "deep"), _position("office", "not")], {"deep": ("office",)}),
        # one value of a figure, one counter's value of a day, or all of it
        (
            [_position("tom", "9", "depth@2025-01:tom"), _position("office", "8")],
            {"depth@2025-01:tom": ("office",)},
        ),
        (
            [_position("tom", "9", "depth@2025-01"), _position("ines", "8")],
            {"depth@2025-01": ("ines",), "depth@2025-01:tom": ("ines",), "depth@2025-01:office": ("ines",)},
        ),
    ],
)  # fmt: skip
def test_each_record_that_states_a_position_is_contested_by_those_with_another_answer(
    positions: list[dict[str, object]], contested: dict[str, tuple[str, ...]]
) -> None:
    assert _by(_contested(*positions)) == contested


def test_a_dispute_over_a_whole_figure_bears_on_every_value_of_it() -> None:
    analysis = _contested(_position("tom", "9", "depth"), _position("office", "8"))

    assert set(_by(analysis)) == {"depth", "depth@2025-01", "depth@2025-01:tom", "depth@2025-01:office"} | {
        "depth@2025-03",
        "depth@2025-03:tom",
    }


def test_a_dispute_about_a_contradiction_lets_its_holder_contest_itself() -> None:
    positions = [_position("tom", "deep", "deep"), _position("tom", "not", "shallow")]

    assert _by(_contested(*positions, self_contradiction=True)) == {"deep": ("tom",), "shallow": ("tom",)}


def test_a_contest_says_in_which_disputes_and_names_each_holder_once() -> None:
    other = Dispute.model_validate(
        {
            "id": "how-wet",
            "question": "How wet?",
            "positions": [_position("tom", "wet", "deep"), _position("office ines", "dry")],
        }
    )
    contested = _contested(_position("tom", "deep", "deep"), _position("office", "not"), records=(other,)).contested
    contest = contested["deep"]

    assert (contest.by, contest.disputes) == (("office", "ines"), ("how-deep", "how-wet"))


def test_on_a_day_only_those_contest_whose_answer_was_known_then() -> None:
    analysis = _contested(
        _position("tom", "deep", "deep"),
        _position("office", "not", "shallow"),
        _position("ines", "dry", known="herald-may"),
    )

    before, after = (_by(analysis.as_of(day(on).first))["deep"] for on in ("2025-04-30", "2025-05-02"))

    assert (before, after) == (("office",), ("office", "ines"))


def test_what_contests_changes_no_basis() -> None:
    uncontested = analyse(linked(*RECORDS), TODAY).standings
    contested = _contested(_position("tom", "deep", "deep"), _position("office", "not", "shallow")).standings

    assert {name: contested[name] for name in uncontested} == uncontested
