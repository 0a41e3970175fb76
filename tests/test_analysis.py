"""What was worked out of a record: each thing once, under one name."""

from collections import Counter
from datetime import date

import pytest

from explainer.analysis import Origin, Standing, analyse, standing
from explainer.analysis.standing import provenance
from explainer.record.graph import Graph
from explainer.record.models import Evidence
from tests.small import TODAY, analysed, small

CORROBORATED, SINGLE, CLAIMED, DISPUTED = Standing
GAZETTE = Origin("The Merrow Gazette", party=False)
OFFICE, TOM, TRUST = (Origin(party, party=True) for party in ("harbour-office", "tom-arkle", "lighthouse-trust"))


def test_every_statement_and_every_part_that_has_a_name_stands_in_some_way_by_some_origins() -> None:
    found = {target: (standing, analysed().origins[target]) for target, standing in analysed().standings.items()}

    assert found == {
        "horn-range": (CORROBORATED, (GAZETTE, OFFICE, TRUST)),
        "horn-silent": (CLAIMED, (OFFICE,)),
        "keeper-asleep": (CLAIMED, (TOM,)),
        "horn-loudness": (CLAIMED, (TRUST,)),
        "horn-loudness@2024-06": (CLAIMED, (TRUST,)),
        "horn-loudness@2024-06:lighthouse-trust": (CLAIMED, (TRUST,)),
        "horn-nights": (CLAIMED, (TRUST,)),
        "horn-nights@2025-02": (CLAIMED, (TRUST,)),
        "horn-nights@2025-02:lighthouse-trust": (CLAIMED, (TRUST,)),
        "horn-nights@2025-04-20": (CLAIMED, (TRUST,)),
        "horn-nights@2025-04-20:merrow-gazette": (DISPUTED, (GAZETTE,)),
        "horn-nights@2025-04-20:lighthouse-trust": (CLAIMED, (TRUST,)),
        "horn-nights@2025-04-30": (SINGLE, ()),
        "horn-nights@2025-04-30:tom-arkle": (SINGLE, ()),
        "arkle-only-snoring": (SINGLE, (GAZETTE,)),
        "duval-by-hand": (SINGLE, (Origin("Le Phare", party=False),)),
        "fog-1": (CORROBORATED, (GAZETTE, OFFICE, TRUST)),
        "fog-1@nights": (CORROBORATED, (GAZETTE, OFFICE, TRUST)),
        "fog-1@blasts": (CORROBORATED, (GAZETTE, OFFICE, TRUST)),
        "fog-2-3": (CORROBORATED, (GAZETTE, TRUST)),
        "fog-2-3@nights": (CORROBORATED, (GAZETTE, TRUST)),
        "fog-2-3@blasts": (DISPUTED, (GAZETTE, TRUST)),
        "fog-4": (SINGLE, (GAZETTE,)),
        "fog-4@nights": (CLAIMED, (TRUST,)),
        "fog-5": (SINGLE, (GAZETTE,)),
        "fog-5@nights": (SINGLE, (GAZETTE,)),
        "horn-off": (CORROBORATED, (GAZETTE, OFFICE)),
        "horn-vote": (SINGLE, (GAZETTE,)),
        "how-many-blasts": (DISPUTED, (TRUST, TOM)),
        "foghorn": (SINGLE, (Origin("Merrow Harbour Office", party=False),)),
    }


def test_a_tally_counts_how_many_stand_how() -> None:
    assert analysed().tally == {
        "facts": {CORROBORATED: 1, CLAIMED: 2},
        "quotes": {SINGLE: 2},
        "events": {CORROBORATED: 3, SINGLE: 3},
        "values": {CLAIMED: 3, DISPUTED: 1, SINGLE: 1},
    }


def test_a_passage_is_traced_once_however_many_days_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    traced: Counter[Evidence] = Counter()

    def counting(graph: Graph, passage: Evidence) -> object:
        traced[passage] += 1
        return provenance(graph, passage)

    monkeypatch.setattr(standing, "provenance", counting)
    analysis = analyse(small(), TODAY)
    days = [analysis.as_of(date(2025, month, 1)) for month in (3, 4, 3)]

    assert len(analysis.changes) == 4
    assert days[0] is days[2]
    assert set(traced.values()) == {1}


def test_the_record_reaches_to_the_day_of_its_newest_sound_source() -> None:
    assert str(analysed().reach) == "2025-04-20"
