"""What was worked out of a record: each thing once, under one name."""

from collections import Counter
from datetime import date

import pytest

from explainer.analysis import Basis, Origin, analyse
from explainer.analysis.origins import provenance
from explainer.record.graph import Graph
from explainer.record.parts import Evidence
from tests.small import TODAY, analysed, small

ON_RECORD, SEVERAL, ONE_REPORT, _, ONE_SIDE, NO_SOUND_SOURCE = Basis
GAZETTE, PHARE, TRUST = (Origin(actor, party=False) for actor in ("merrow-gazette", "le-phare", "lighthouse-trust"))
OFFICE, TOM = (Origin(actor, party=True) for actor in ("harbour-office", "tom-arkle"))


def test_every_statement_and_every_part_that_has_a_name_stands_in_some_way_by_some_origins() -> None:
    found = {target: (standing, analysed().origins[target]) for target, standing in analysed().standings.items()}

    assert found == {
        "horn-range": (SEVERAL, (OFFICE, TRUST, GAZETTE)),
        "horn-silent": (ONE_SIDE, (OFFICE,)),
        "keeper-asleep": (ONE_SIDE, (TOM,)),
        "horn-loudness": (ONE_REPORT, (TRUST,)),
        "horn-loudness@2024-06": (ONE_REPORT, (TRUST,)),
        "horn-loudness@2024-06:lighthouse-trust": (ONE_REPORT, (TRUST,)),
        "horn-nights": (ONE_REPORT, (TRUST,)),
        "horn-nights@2025-02": (ONE_REPORT, (TRUST,)),
        "horn-nights@2025-02:lighthouse-trust": (ONE_REPORT, (TRUST,)),
        "horn-nights@2025-04-20": (ONE_REPORT, (TRUST,)),
        "horn-nights@2025-04-20:merrow-gazette": (ONE_REPORT, (GAZETTE,)),
        "horn-nights@2025-04-20:lighthouse-trust": (ONE_REPORT, (TRUST,)),
        "horn-nights@2025-04-30": (NO_SOUND_SOURCE, ()),
        "horn-nights@2025-04-30:tom-arkle": (NO_SOUND_SOURCE, ()),
        "arkle-only-snoring": (ONE_REPORT, (GAZETTE,)),
        "duval-by-hand": (ONE_REPORT, (PHARE,)),
        "fog-1": (SEVERAL, (OFFICE, TRUST, GAZETTE)),
        "fog-1@nights": (SEVERAL, (OFFICE, TRUST, GAZETTE)),
        "fog-1@blasts": (SEVERAL, (OFFICE, TRUST, GAZETTE)),
        "fog-2-3": (SEVERAL, (TRUST, GAZETTE)),
        "fog-2-3@nights": (SEVERAL, (TRUST, GAZETTE)),
        "fog-2-3@blasts": (ONE_REPORT, (TRUST,)),
        "fog-4": (ONE_REPORT, (GAZETTE,)),
        "fog-4@nights": (ONE_REPORT, (TRUST,)),
        "fog-5": (ONE_REPORT, (GAZETTE,)),
        "fog-5@nights": (ONE_REPORT, (GAZETTE,)),
        "horn-off": (ON_RECORD, (OFFICE, GAZETTE)),
        "horn-vote": (ONE_REPORT, (GAZETTE,)),
        "foghorn": (ONE_SIDE, (OFFICE,)),
    }


def test_what_is_contested_names_who_says_otherwise_on_both_sides() -> None:
    contested = {target: contest.by for target, contest in analysed().contested.items()}

    assert contested == {
        "fog-2-3@blasts": ("tom-arkle", "merrow-gazette"),
        "horn-nights@2025-04-20:merrow-gazette": ("lighthouse-trust",),
    }


def test_a_tally_counts_how_many_rest_on_what() -> None:
    assert analysed().tally == {
        "facts": {SEVERAL: 1, ONE_SIDE: 2},
        "quotes": {ONE_REPORT: 2},
        "events": {ON_RECORD: 1, SEVERAL: 2, ONE_REPORT: 3},
        "values": {ONE_REPORT: 4, NO_SOUND_SOURCE: 1},
    }


def test_a_passage_is_traced_once_however_many_days_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    traced: Counter[Evidence] = Counter()

    def counting(graph: Graph, passage: Evidence) -> object:
        traced[passage] += 1
        return provenance(graph, passage)

    monkeypatch.setattr("explainer.analysis.analysis.provenance", counting)
    analysis = analyse(small(), TODAY)
    days = [analysis.as_of(date(2025, month, 1)) for month in (3, 4, 3)]

    assert len(analysis.changes) == 4
    assert days[0] is days[2]
    assert set(traced.values()) == {1}


def test_the_record_reaches_to_the_day_of_its_newest_sound_source() -> None:
    assert str(analysed().reach) == "2025-04-20"
