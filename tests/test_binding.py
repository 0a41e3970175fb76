"""What of a sentence its evidence holds: true and false edits of sentences, each held against the same records.

A row is a sentence and whether it is held by what stands above it: excerpts (after their language, and the day on
which they appeared), the dates and values that a record has, and what an editor derived.
"""

from collections.abc import Iterator

import pytest

from explainer.quantities.moments import Day
from explainer.quantities.tokens import Phrases
from explainer.rules.binding.held import Held, Reader, derived_from, held_in, loose_in
from explainer.rules.binding.translation import differences
from tests.binding_cases import CASES, TRANSLATIONS

NOTHING = Held()
LABELS = frozenset({"strike", "strikes"})


def _day(text: str) -> Day:
    return Day(*map(int, text.split("-")))


def _held(kind: str, text: str) -> Held:
    """Read one line of what is held: `en …`, `es@2025-12-02 …`, `day 2025-09-02`, `derived 15.2`."""
    language, _, appeared = kind.partition("@")
    if kind == "day":
        return Held(days=frozenset({_day(text)}))
    if kind == "derived":
        return derived_from([text], Reader("en"))
    return held_in(text, Reader(language, LABELS), _day(appeared) if appeared else None)


def _rows() -> Iterator[tuple[str, Held, bool, str]]:
    for what, (lines, sentences) in CASES.items():
        held = sum((_held(*line.split(" ", 1)) for line in lines.strip().splitlines()), NOTHING)
        for line in sentences.strip().splitlines():
            verdict, sentence = line.split(" ", 1)
            yield what, held, verdict == "+", sentence


ROWS = list(_rows())


@pytest.mark.parametrize(("what", "held", "true", "sentence"), ROWS, ids=[row[3] for row in ROWS])
def test_a_true_edit_is_held_and_a_false_one_is_not(what: str, held: Held, *, true: bool, sentence: str) -> None:
    found = [one.words for one in loose_in(sentence, held, Reader("en", LABELS))]

    assert (found == []) is true, f"{what}: {found}"


def test_the_table_has_eighty_edits_of_each_kind() -> None:
    verdicts = [row[2] for row in ROWS]

    assert (verdicts.count(True) >= 80, verdicts.count(False) >= 80) == (True, True)


@pytest.mark.parametrize("original", TRANSLATIONS)
def test_a_translation_says_what_its_original_says(original: str) -> None:
    names = Phrases[tuple[str, ...]](
        {name: (name.lower(),) for name in ("Trump", "Rubio", "Petro", "Colombia", "Venezuela")}
    )
    lines = [line.split(" ", 1) for line in TRANSLATIONS[original].strip().splitlines()]

    found = {text: not list(differences(original, "es", text, "en", names)) for _, text in lines}

    assert found == {text: verdict == "+" for verdict, text in lines}
