"""Records joined: every reference from both sides, and what leads nowhere told where it stands."""

from pathlib import Path

import pytest

from explainer.record.graph import link, nearest, rebuilt, split
from explainer.record.models import Fact
from explainer.record.parts import Answer, Evidence, Observation
from explainer.record.values import ProseField
from explainer.record.walk import named_parts, values, values_of_type
from tests.small import evidence, linked, party, said_of, small, source

FACT = """\
title: Depth
statement: The pond is deep.
as_of: 2025
evidence:
  - source: letter-1
    excerpt: it is deep
"""
LETTER = """\
publisher: herald
language: en
kind: letter
read: full
"""
OWNER = "name: Tom\nkind: person\n"
HERALD = {"actors/herald.yaml": "name: The Herald\nkind: media\n"}


def test_references_are_seen_from_both_sides() -> None:
    graph = small()

    assert [(one.path, one.target, one.part) for one in graph.references["how-many-blasts"]] == [
        (("positions", 0, "held_by", 0), "lighthouse-trust", None),
        (("positions", 0, "evidence", 0, "source"), "log-2025", None),
        (("positions", 0, "stated_in", 0), "fog-2-3", "blasts"),
        (("positions", 1, "held_by", 0), "tom-arkle", None),
        (("positions", 1, "held_by", 1), "merrow-gazette", None),
        (("positions", 1, "evidence", 0, "source"), "gazette-2025-03-06", None),
        (("positions", 1, "evidence", 0, "attributed_to"), "tom-arkle", None),
        (("positions", 1, "stated_in", 0), "horn-nights", "2025-04-20:merrow-gazette"),
    ]
    assert [(one.holder, one.ref.back) for one in graph.backlinks["harbour-office"]] == [
        ("fog-1", "announced"),
        ("fog-1", "word_given"),
        ("horn-off", "acted"),
        ("horn-off", "mentions"),
        ("horn-off", "announced"),
        ("horn-off", "word_given"),
        ("horn-range", "relayed"),
        ("horn-silent", "mentioned_in"),
        ("horn-silent", "word_given"),
        ("lights-department", "parts"),
        ("notice-2025-03-01", "published"),
    ]


def test_prose_refers_too_with_the_character_at_which_it_does() -> None:
    graph = small()
    mentions = [one for one in graph.references["site"] if one.offset is not None]

    assert [(one.path, one.target, one.offset) for one in mentions] == [
        (("short_answer",), "horn-silent", 4),
        (("short_answer",), "horn-nights", 103),
    ]
    assert graph.site.short_answer[103:].startswith("[][horn-nights]")


def test_back_keeps_the_relations_asked_for() -> None:
    found = small().back("ines-duval", "said", "accused_in")

    assert [(one.holder, one.ref.back) for one in found] == [("duval-by-hand", "said"), ("keeper-asleep", "accused_in")]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"facts/depth.yaml": FACT},
            [
                "content/facts/depth.yaml:5:13: error: there is no source `letter-1` [unknown-id]",
                "    hint: write content/sources/letter-1.yaml, or name one that exists",
            ],
        ),
        (
            {"facts/depth.yaml": FACT, "sources/letter-2.yaml": LETTER},
            [
                "content/facts/depth.yaml:5:13: error: there is no source `letter-1` [unknown-id]",
                "    hint: did you mean `letter-2`?",
            ],
        ),
        (
            {"facts/depth.yaml": FACT, "actors/letter-1.yaml": OWNER},
            [
                "content/facts/depth.yaml:5:13: error: `letter-1` is an actor, not a source [wrong-kind]",
                "    hint: name a source: its id is the name of its file in content/sources/",
            ],
        ),
        (
            {"facts/tom.yaml": FACT, "sources/letter-1.yaml": LETTER, "actors/a/tom.yaml": OWNER},
            [
                (
                    "content/facts/tom.yaml:1:1: error: the id `tom` is used twice: content/actors/a/tom.yaml has it"
                    " too [duplicate-id]"
                ),
                "    hint: rename one of the two files",
            ],
        ),
        (
            {"terms/pond.yaml": "term: Pond\ndefinition: |\n  Small.\n\n  As [Tom][tim] and [she][] say.\n"},
            [
                "content/terms/pond.yaml:5:6: error: there is no record `tim` [unknown-id]",
                "    hint: name one that exists: its id is the name of its file",
                "content/terms/pond.yaml:5:27: error: `` is not an id [bad-reference]",
                "    hint: write [words][id], the id in small letters, digits and hyphens",
            ],
        ),
        (
            {
                "terms/pond.yaml": "term: Pond\ndefinition: As [Tom][letter-1@deep] says.\n",
                "sources/letter-1.yaml": LETTER,
            },
            [
                "content/terms/pond.yaml:2:16: error: `letter-1` has no part `deep` [unknown-part]",
                "    hint: a figure has dates after the @, an event its counts",
            ],
        ),
    ],
    ids=["unknown", "nearly", "wrong-kind", "twice", "prose", "part"],
)
def test_what_leads_nowhere_is_told_where_it_stands(tmp_path: Path, files: dict[str, str], said: list[str]) -> None:
    assert said_of(tmp_path, HERALD | files) == said


POND = """\
title: Depth of the pond
unit: feet
reads: measure
observations:
  - {as_of: 2025-01, value: 9, counter: tom, evidence: [{source: letter-1, excerpt: nine}]}
"""
SPLASH = """\
title: A splash
date: 2025-01-01
type: ripple
counts: {frogs: 1}
evidence: [{source: letter-1, excerpt: one frog}]
"""


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("splash", []),
        ("splash@frogs", []),
        ("pond@2025-01", []),
        ("pond@2025-01:tom", []),
        ("tom@frogs", ["`tom` has no part `frogs`"]),
        ("splash@frog", ["`splash` has no part `frog`", "did you mean `splash@frogs`?"]),
        ("pond@2025-02", ["`pond` has no part `2025-02`", "did you mean `pond@2025-01`?"]),
        ("pond@2025-01:tim", ["`pond` has no part `2025-01:tim`", "did you mean `pond@2025-01:tom`?"]),
    ],
)
def test_a_part_is_a_date_of_a_figure_or_a_count_of_an_event(tmp_path: Path, target: str, said: list[str]) -> None:
    files = {
        "terms/wet.yaml": f"term: Wet\ndefinition: As [they][{target}] say.\n",
        "figures/pond.yaml": POND,
        "events/splash.yaml": SPLASH,
        "actors/tom.yaml": OWNER,
        "sources/letter-1.yaml": LETTER,
    }

    found = said_of(tmp_path, HERALD | files)

    assert len(found) == (2 if said else 0)
    assert [part for part, line in zip(said, found, strict=False) if part not in line] == []


def test_without_the_sites_file_there_is_no_graph() -> None:
    assert link([]) == (None, [])


def test_a_smaller_graph_drops_references_to_what_is_gone() -> None:
    graph = linked(
        party("tom", part_of="office"),
        party("office"),
        source("letter-1", "herald"),
        Fact.model_validate(
            {
                "id": "deep",
                "title": "Deep",
                "statement": "It is.",
                "as_of": "2025",
                "evidence": evidence("letter-1:tom"),
            }
        ),
    )

    smaller = rebuilt(graph, [one for one in graph.records() if one.id != "office"])

    assert list(smaller.kinds) == ["deep", "herald", "letter-1", "tom"]
    assert (graph.references["tom"][0].target, smaller.references["tom"]) == ("office", ())
    assert smaller.backlinks.keys() == {"herald", "tom", "letter-1"}


def test_a_value_is_found_with_its_path_as_in_yaml() -> None:
    event = small().events["fog-4"]

    assert [(path, str(one.value)) for path, one in values_of_type(event, Observation)] == []
    assert [path for path, _ in values_of_type(event, Evidence)] == [
        ("counts", "nights", 0, "evidence", 0),
        ("counts", "nights", 1, "evidence", 0),
        ("evidence", 0),
    ]
    assert [(path, text) for path, _, text in values(small().actors["lighthouse-trust"], ProseField)] == [
        (("note",), "It was founded by *two* keepers.")
    ]
    assert [path for path, _ in values_of_type(small().facts["keeper-asleep"], Answer)] == [("answer",)]


def test_values_are_named_by_date_and_by_date_and_counter_and_counts_by_their_names() -> None:
    """Of two values of one day the date alone names the one written later."""
    assert named_parts(small().figures["horn-nights"]) == {
        "2025-02": ("observations", 0),
        "2025-02:lighthouse-trust": ("observations", 0),
        "2025-04-20": ("observations", 2),
        "2025-04-20:merrow-gazette": ("observations", 1),
        "2025-04-20:lighthouse-trust": ("observations", 2),
        "2025-04-30": ("observations", 3),
        "2025-04-30:tom-arkle": ("observations", 3),
    }
    assert named_parts(small().events["fog-2-3"]) == {"nights": ("counts", "nights"), "blasts": ("counts", "blasts")}
    assert named_parts(small().facts["horn-range"]) == {}


@pytest.mark.parametrize(("target", "halves"), [("pond", ("pond", None)), ("pond@2025:tom", ("pond", "2025:tom"))])
def test_a_target_is_an_id_and_perhaps_a_part(target: str, halves: tuple[str, str | None]) -> None:
    assert split(target) == halves


@pytest.mark.parametrize(("word", "near"), [("letter-1", "letter-2"), ("LETTER", ""), ("pond", "")])
def test_the_nearest_choice_is_offered_only_where_it_is_near(word: str, near: str) -> None:
    assert nearest(word, ["lighthouse", "letter-2"]) == near
