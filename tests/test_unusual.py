"""What is allowed and merely unusual is built whole; what cannot be built is refused with what to do."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from explainer import rules
from explainer.build import Built, build, publish
from explainer.record.problems import format_problems
from tests.serving import settings_in
from tests.small import CONTENT, TODAY

pytestmark = pytest.mark.slow
Change = tuple[str, str, str]


def _built(folder: Path, *changes: Change) -> Built:
    """Build a copy of the small record in which, in each file named, one text is exchanged for another."""
    shutil.copytree(CONTENT, folder / "content")
    for file, old, new in changes:
        path = folder / "content" / file
        text = path.read_text(encoding="utf-8")
        assert old in text, (file, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return build(folder / "content", folder / "src", TODAY)


def _said(built: Built) -> str:
    return format_problems(built.problems, "text")


@pytest.mark.parametrize("value", ["1500000000000", "999999999999999", "1000000000000000", "0.5"])
def test_any_number_has_its_place_on_a_chart(value: str, tmp_path: Path) -> None:
    values = "".join(
        f"  - as_of: 2025-0{month}-28\n    value: {value}\n    counter: horn-watch\n    evidence:\n"
        f"      - source: log-2025\n        excerpt: the log gives {value} dB\n"
        for month in (2, 3, 4)
    )

    built = _built(tmp_path, ("figures/horn-loudness.yaml", "observations:\n", f"observations:\n{values}"))

    assert _said(built) == ""
    assert (tmp_path / "src" / "assets" / "charts" / "horn-loudness.svg").exists()


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("Why? " * 44, []),
        ("W" * 220, []),
        ("لماذا صمت البوق؟", ["card-has-its-letters"]),
        ("霧笛はなぜ止んだのか", ["card-has-its-letters"]),
        ("Warum? \N{FOGGY}", ["card-has-its-letters"]),
    ],
    ids=["220 characters", "one word", "Arabic", "Japanese", "emoji"],
)
def test_a_question_of_any_length_and_script_has_a_card_or_a_warning(
    question: str, codes: list[str], tmp_path: Path
) -> None:
    built = _built(tmp_path, ("background/how-loud-was-it.yaml", "How loud was it?", question))

    page = (tmp_path / "src" / "background" / "how-loud-was-it.md").read_text(encoding="utf-8")
    card = tmp_path / "src" / "assets" / "cards" / "how-loud-was-it.png"
    assert [one.code for one in built.problems] == codes
    assert (card.exists(), "\ncard: " in page) == (not codes, not codes)
    assert f"# {question.split(maxsplit=1)[0]}" in page


def test_a_site_whose_title_has_no_card_is_told_so_once(tmp_path: Path) -> None:
    built = _built(tmp_path, ("site.yaml", "title: The foghorn of Merrow Bay", "title: Туманный горн"))

    assert _said(built) == (
        "content/site.yaml:1:8: warning: no picture for sharing can be drawn: its font has no Т, у, м "
        "[card-has-its-letters]\n    hint: the page itself is whole; a title in Latin letters alone has a picture"
    )
    assert not (tmp_path / "src" / "assets" / "cards").exists()


MARKS = {"half-width": "\uff9f", "combining": "\u0301", "stars": "***", "emoji": "\N{FOGGY}"}


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
def test_a_text_without_a_letter_stands_wherever_a_text_can(mark: str, tmp_path: Path) -> None:
    built = _built(
        tmp_path,
        ("actors/tom-arkle.yaml", "Tom Arkle", f'"{mark}"'),
        ("facts/keeper-asleep.yaml", "statement: ", f'statement: "{mark} says that she slept."  # '),
        ("facts/horn-range.yaml", "We heard it", f'"{mark}"  # '),
        ("facts/horn-range.yaml", "nine miles out to sea", "over there"),
        ("actors/the-pub-wall.yaml", "The Pub Wall", f'"{mark}"'),
    )

    assert built.synced is not None, _said(built)


def test_brackets_in_a_name_are_text_on_every_page(tmp_path: Path) -> None:
    """Side by side they would look like a reference that leads to nothing, which ends a build."""
    name = "'[a][b] [^c] ]: [TOC]'"
    fields = (
        ("site.yaml", "title: The foghorn of Merrow Bay"),
        ("site.yaml", "label: Outer bay"),
        ("site.yaml", "label: The office"),
        ("actors/ines-duval.yaml", "name: Ines Duval"),
        ("actors/merrow-gazette.yaml", "name: The Merrow Gazette"),
        ("background/how-loud-was-it.yaml", "question: How loud was it?"),
        ("disputes/how-many-blasts.yaml", "question: How many blasts on the two nights?"),
        ("events/fog-2-3.yaml", "title: Two nights of fog, at the mouth and outside"),
        ("facts/horn-range.yaml", "title: How far the horn carried"),
        ("figures/horn-nights.yaml", "title: Nights on which the horn sounded"),
        ("figures/horn-nights.yaml", "unit: nights"),
        ("terms/foghorn.yaml", "term: Foghorn"),
    )
    changes = [(file, field, f"{field.partition(':')[0]}: {name}") for file, field in fields]

    built = _built(tmp_path, ("site.yaml", "Merrow: [-7, 52]", f"{name}: [-7, 52]"), *changes)

    assert built.analysis is not None
    assert built.synced is not None, _said(built)
    assert publish(built.analysis, settings_in(tmp_path), tmp_path / "src", tmp_path / "site") > 0


EVENT, FIGURE, SITE = "events/fog-4.yaml", "figures/horn-nights.yaml", "site.yaml"
MAP = "map: [-10, 50, -4, 54]"


class Refused(NamedTuple):
    """In *file*, *old* becomes *new*; that is told, with what to do."""

    file: str
    old: str
    new: str
    message: str
    hint: str


NUMBER = 'number: "4"'
LONG = "is too long a number; 16 digits and 1,000,000,000,000,000 are the most [out-of-range]"
SHORTER = "round it, or give it in a larger unit, such as millions"
# fmt: off
REFUSED = {
    "an event's number of 5,000 digits": Refused(
        EVENT, NUMBER, "number: " + "1" * 5_000, f"`{'1' * 120}…` cannot stand in `number` [not-a-number]",
        "write a number of up to six digits, or the first and the last of several: `11-13`"),
    "an event of too many numbers": Refused(
        EVENT, NUMBER, "number: 1-999999", "`1-999999` covers 999,999 numbers; at most 1,000 fit [out-of-range]",
        "write the first and the last of those that this event covers"),
    "an event's numbers exchanged": Refused(
        EVENT, NUMBER, "number: 13-11", "the first, 13, is over the last, 11 [out-of-range]", "exchange the two"),
    "a date in digits of another script": Refused(
        EVENT, "date: 2025-03", "date: ٢٠٢٥-03", "`٢٠٢٥-03` is not a date [not-a-date]",
        "write the year, the month and the day, in the digits 0 to 9"),
    "a count without end": Refused(
        EVENT, "value: 2\n", "value: 9999999999999999\n",
        "`value` is 9999999999999999; it must be at most 1,000,000,000,000,000 [out-of-range]", "check the number"),
    "a value of 400 digits": Refused(FIGURE, "value: 2\n", f"value: {'9' * 400}\n", f"`{'9' * 120}…` {LONG}", SHORTER),
    "a value of too many decimals": Refused(
        FIGURE, "value: 2\n", "value: 0.0000000000000001\n", f"`0.0000000000000001` {LONG}", SHORTER),
    "a text without end": Refused(
        FIGURE, "unit: nights", f"unit: {'n' * 2_001}", "`unit` has 2,001 characters; at most 2,000 fit [too-long]",
        "say it shorter; the rest belongs into a note or the prose"),
    "a map of no height": Refused(
        SITE, MAP, "map: [-10, 50, -4, 50]",
        "the map is 6 degrees wide and 0 high; at least 1 each way can be drawn [out-of-range]",
        "write `map: [west, south, east, north]`, such as `[-10, 50, -4, 54]`"),
    "a map of no width to speak of": Refused(
        SITE, MAP, "map: [-10, 0, -4, 60]",
        "the map is 6 degrees wide and 60 high, which is no shape for a page [out-of-range]",
        "let it be between a quarter of its width and 2 times its width high"),
    "a map to the pole": Refused(
        SITE, MAP, "map: [-10, 50, -4, 90]", "`map` is 90; it must be at most 85 [out-of-range]", "check the number"),
    "an area larger than the map": Refused(
        SITE, "radius_km: 30", "radius_km: 40000", "`radius_km` is 40000; it must be at most 2,000 [out-of-range]",
        "check the number"),
}
# fmt: on


@pytest.mark.parametrize("one", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_shown_is_refused_with_its_limit(one: Refused, tmp_path: Path) -> None:
    said = _said(_built(tmp_path, (one.file, one.old, one.new))).splitlines()

    assert [line.partition("error: ")[2] or line.strip() for line in said] == [one.message, f"hint: {one.hint}"]


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("horn-range", "facts/horn-range.yaml has it too"),
        ("fog-in-autumn", "events/fog-5.yaml has it too"),
        ("index", "`index` can never have been an id [not-an-id]"),
    ],
)
def test_an_old_id_is_no_other_records_and_no_page_of_ours(kept: str, said: str, tmp_path: Path) -> None:
    built = _built(
        tmp_path,
        ("events/fog-5.yaml", "title:", "formerly: [fog-in-autumn]\ntitle:"),
        ("figures/horn-nights.yaml", "title:", f"formerly: [{kept}]\ntitle:"),
    )

    assert said in _said(built)
    assert "an old id stays taken for ever" in _said(built) or kept == "index"


def test_each_person_who_is_accused_has_their_own_answer_on_the_page(tmp_path: Path) -> None:
    several = "accuses: [ines-duval, tom-arkle]\nanswers:\n  tom-arkle: none found\n  ines-duval:\n    says:"
    _built(
        tmp_path,
        ("facts/keeper-asleep.yaml", "accuses:\n  - ines-duval\nanswer:\n  says:", several),
        ("facts/keeper-asleep.yaml", "  evidence:\n    - ", "    evidence:\n    - "),
    )

    page = (tmp_path / "src" / "facts" / "why-did-the-horn-fall-silent.md").read_text(encoding="utf-8")
    assert "**The answer of Ines Duval.** Ines Duval says that she was awake" in page
    assert "**No answer by Tom Arkle was found.**" in page


@pytest.mark.parametrize("year", ["0005", "0411", "1066", "9999"])
def test_any_year_has_its_pages_and_its_site(year: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Archives of the site carry no date before 1970, and years have four digits in addresses."""
    monkeypatch.setattr(rules, "RULES", ())  # in prose, only 1800 to 2099 are read as years
    shutil.copytree(CONTENT, tmp_path / "content")
    for path in (tmp_path / "content").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("2019-05", "2019-01")
        path.write_text(re.sub(r"(?<![\w-])20(15|16|19|24|25)\b", year, text), encoding="utf-8")

    built = build(tmp_path / "content", tmp_path / "src", date.max)

    assert built.analysis is not None
    assert built.synced is not None, _said(built)
    assert (tmp_path / "src" / "sources" / f"{year}.md").exists()
    assert publish(built.analysis, settings_in(tmp_path), tmp_path / "src", tmp_path / "site") > 0


def test_a_value_below_zero_can_be_quoted(tmp_path: Path) -> None:
    built = _built(
        tmp_path,
        ("figures/horn-loudness.yaml", "value: 118.5", "value: -118.5"),
        ("figures/horn-loudness.yaml", "118.5 dB", "-118.5 dB"),
    )

    assert _said(built) == ""


def test_events_too_far_apart_have_no_chart_of_months(tmp_path: Path) -> None:
    """A thousand years of months would take minutes to draw, and nobody could read it."""
    _built(tmp_path, ("events/fog-4.yaml", "date: 2025-03", "date: 1025-03"))

    charts = {path.name for path in (tmp_path / "src" / "assets" / "charts").glob("*.svg")}
    assert charts == {"horn-nights.svg", "map--horn-nights.svg"}


def test_the_largest_count_leaves_a_chart_of_months_its_size(tmp_path: Path) -> None:
    count = 10**15
    _built(
        tmp_path,
        ("events/fog-1.yaml", "  nights: 1", f"  nights: {count}"),
        ("events/fog-1.yaml", "title:", f"derived:\n  - numbers: ['{count}']\n    how: as it is\ntitle:"),
    )

    drawn = (tmp_path / "src" / "assets" / "charts" / "months--horn-nights.svg").read_text(encoding="utf-8")
    assert max(float(size) for size in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawn).groups()) < 1_000  # type: ignore[union-attr]  # it is there


@pytest.mark.parametrize("number", ["9" * 400 + " million", "hundred " * 1_999, "million " * 1_999])
def test_no_number_in_a_text_is_too_long_to_be_looked_at(number: str, tmp_path: Path) -> None:
    summary = f"summary: It was {number}.\nevidence:\n  - source: gazette"

    built = _built(tmp_path, ("events/fog-4.yaml", "evidence:\n  - source: gazette", summary))

    assert {one.code for one in built.problems} <= {"prose-is-bound-to-its-evidence"}


def test_ids_that_are_like_names_of_our_own_stand_for_themselves(tmp_path: Path) -> None:
    """A figure may be called as a chart of another, or as a page that has a chart."""
    for name in ("timeline", "map-horn-nights", "months-horn-nights", "spark-horn-nights"):
        shutil.copytree(CONTENT, tmp_path / name / "content")
        figures = tmp_path / name / "content" / "figures"
        shutil.copy(figures / "horn-nights.yaml", figures / f"{name}.yaml")

        built = build(tmp_path / name / "content", tmp_path / name / "src", TODAY)

        page = (tmp_path / name / "src" / "figures" / f"{name}.md").read_text(encoding="utf-8")
        assert built.synced is not None, _said(built)
        assert f'id="chart-{name}"' in page
