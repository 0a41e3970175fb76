"""The record as files that a program can read: whole, with where each record stands and how well."""

import csv
import io
import json
from typing import Any

import pytest

from explainer.analysis import analyse
from explainer.record.models import KINDS, Fact
from explainer.render.exports import export
from tests.small import TODAY, analysed, evidence, linked, small, source

FILES = {one.path: one.content.decode() for one in export(analysed())}


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(FILES[f"data/{name}.csv"])))


def test_there_is_one_file_of_everything_and_a_table_for_each_kind_that_makes_one() -> None:
    names = ["record.json", "events.csv", "facts.csv", "figures.csv", "quotes.csv", "sources.csv"]

    assert [path for path in FILES if path.count("/") == 1] == [f"data/{name}" for name in names]


def test_a_page_has_a_file_of_what_it_rests_on() -> None:
    """The dispute, whom it names, what it bears on, and their sources; what only shares a question stays out."""
    held = json.loads(FILES["data/disputes/how-many-blasts.json"])

    assert {kind: list(records) for kind, records in held.items() if records} == {
        "figures": ["horn-nights"],
        "events": ["fog-2-3"],
        "disputes": ["how-many-blasts"],
        "actors": ["horn-watch", "lighthouse-trust", "merrow-gazette", "tom-arkle"],
        "sources": ["gazette-2025-03-06", "gazette-2025-04-20", "log-2025", "rumour-2025-04"],
        "terms": ["foghorn"],
    }


def test_the_json_holds_every_record_of_every_kind() -> None:
    everything: dict[str, dict[str, Any]] = json.loads(FILES["data/record.json"])

    assert {kind: list(records) for kind, records in everything.items()} == {
        kind: list(getattr(small(), kind)) for kind in KINDS
    }


def test_a_record_in_json_is_as_in_yaml_with_its_address_and_standing() -> None:
    everything = json.loads(FILES["data/record.json"])

    assert everything["events"]["fog-5"] == {
        "address": "timeline/2025-04/#fog-5",
        "basis": "one-report",
        "contested_by": [],
        "origins": ["merrow-gazette"],
        "title": "A horn that one walker thought he heard",
        "date": "2025-04-01",
        "type": "fog",
        "number": "5",
        "status": "unconfirmed",
        "areas": ["outer-bay"],
        "counts": {"nights": [{"value": 1}]},
        "evidence": [
            {
                "source": "gazette-2025-04-20",
                "excerpt": "one night, on 1 April, a walker thought he heard it",
            }
        ],
    }
    assert everything["actors"]["horn-watch"] == {
        "address": "actors/horn-watch/",
        "name": "Horn Watch",
        "kind": "military",
        "part_of": [{"actor": "lights-department"}],
    }
    assert [one["value"] for one in everything["figures"]["horn-nights"]["observations"]] == [2, 5, 4, 9]


@pytest.mark.parametrize(
    ("table", "row", "values"),
    [
        (
            "facts",
            1,
            {
                "id": "horn-silent",
                "statement": small().facts["horn-silent"].statement,
                "as_of": "2025-03-01",
                "basis": "one-side",
                "contested_by": "",
                "origins": "1",
                "sources": "notice-2025-03-01 gazette-2025-03-02 courier-2025-03-04",
            },
        ),
        (
            "events",
            1,
            {
                "id": "fog-2-3",
                "date": "2025-02-11",
                "type": "fog",
                "number": "2-3",
                "status": "confirmed",
                "title": "Two nights of fog, at the mouth and outside",
                "areas": "outer-bay harbour-mouth",
                "place": "",
                "nights": "2",
                "blasts": "90-110",
                "basis": "several-reports",
                "contested_by": "",
                "origins": "2",
                "sources": "log-2025 gazette-2025-03-06",
            },
        ),
        (
            "figures",
            3,
            {
                "figure": "horn-nights",
                "as_of": "2025-04-20",
                "bound": "at most",
                "value": "4",
                "unit": "nights",
                "counter": "Merrow Lighthouse Trust",
                "basis": "one-report",
                "contested_by": "",
            },
        ),
        (
            "quotes",
            0,
            {
                "id": "arkle-only-snoring",
                "speaker": "Tom Arkle",
                "said_on": "",
                "occasion": "a letter to the editor",
                "language": "en",
                "text": "I heard no horn [that night], only snoring.",
                "basis": "one-report",
                "contested_by": "",
                "origins": "1",
                "sources": "gazette-2025-03-06",
            },
        ),
        (
            "sources",
            7,
            {
                "id": "rumour-2025-04",
                "publisher": "The Pub Wall",
                "title": "A chalked board",
                "published": "2025-04",
                "url": "",
                "read": "headline",
                "reliability": "low",
                "relays": "",
            },
        ),
    ],
)
def test_a_row_tells_a_record(table: str, row: int, values: dict[str, str]) -> None:
    assert _rows(table)[row] == values


def test_of_a_count_that_moved_a_table_has_the_latest() -> None:
    assert {row["id"]: row["nights"] for row in _rows("events")} == {
        "fog-1": "1",
        "fog-2-3": "2",
        "fog-4": "2",
        "horn-off": "",
        "fog-5": "1",
        "horn-vote": "",
    }


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x"])
def test_a_text_that_a_spreadsheet_would_run_stays_a_text(text: str) -> None:
    fact = Fact.model_validate(
        {"id": "deep", "title": "Deep", "statement": text, "as_of": "2025", "evidence": evidence("letter-1")}
    )
    files = {
        one.path: one.content.decode() for one in export(analyse(linked(fact, source("letter-1", "the-herald")), TODAY))
    }

    assert files["data/facts.csv"].splitlines()[1] == f"deep,'{text},2025,one-report,,1,letter-1"


def test_a_kind_without_records_makes_no_table() -> None:
    assert [one.path for one in export(analyse(linked(source("letter-1", "herald")), TODAY))] == [
        "data/record.json",
        "data/sources.csv",
    ]
