"""A language is a folder: the small record is published in an invented one, and no English word of ours is left on it.

The invented language writes þ for the first letter of each English word. The record is written in it too, so what on a
page lacks that letter was not taken from the folder.
"""

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml
from babel import Locale

from explainer import languages, rules
from explainer.build import BuildOptions, Built, build, check, publish
from explainer.languages import messages_of
from explainer.render.charts.cards import written
from tests.serving import settings_in
from tests.small import CONTENT, TODAY, day

INVENTED = "qx"
LOCALE = Locale.parse("fi")
WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
# what in a text is no word: places of a form, addresses, ids, records set in, patterns of dates
KEPT = re.compile(rf"\{{[^}}]*\}}|\]\([^)]*\)|\]\[[^\]]*\]|^:::.*$|%\w|https?:\S+|\S+@\S+|({WORD})", re.MULTILINE)
UNTOLD = {"locale", "dates"}  # in a folder of words: what is none
CHOICES = {"at least", "at most", "none found", "running count"}  # of a field, which have a space in them
READ = (
    "title", "aria-label", "alt", "placeholder", "data-text", "data-auto", "data-light", "data-dark", "data-waiting",
    "data-failed",
)  # fmt: skip


def _invented(text: str) -> str:
    return KEPT.sub(lambda found: f"þ{found[1][1:]}" if found[1] else found[0], text)


def _folder(value: Any) -> Any:
    """The words of a folder, invented."""
    if isinstance(value, dict):
        return {key: one if key in UNTOLD else _folder(one) for key, one in value.items()}
    return [_folder(one) for one in value] if isinstance(value, list) else _invented(value)


def _record(value: Any) -> Any:
    """The texts of a record, invented; ids and choices, which are small letters alone, stay."""
    if isinstance(value, dict):
        return {key: _record(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_record(one) for one in value]
    return value if value in CHOICES or re.fullmatch(r"[a-z0-9@.:-]*", value) else _invented(value)


def _rewritten(path: Path, change: Any) -> None:
    values = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  # it makes strings alone
    path.write_text(yaml.safe_dump(change(values), allow_unicode=True, sort_keys=False), "utf-8")


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Lay the invented language beside English, and the small record written in it."""
    root = tmp_path_factory.mktemp("invented")
    shutil.copytree(str(languages.FOLDER / "en"), root / "languages" / INVENTED)
    _rewritten(root / "languages" / INVENTED / "messages.yaml", lambda words: _folder(words) | {"locale": str(LOCALE)})
    _rewritten(root / "languages" / INVENTED / "attribution.yaml", _folder)
    shutil.copytree(CONTENT, root / "content")
    for path in (root / "content").rglob("*.yaml"):
        _rewritten(path, _record)
    _rewritten(root / "content" / "site.yaml", lambda site: site | {"language": INVENTED})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(languages, "FOLDER", root / "languages")
        patch.setattr(rules, "RULES", ())  # in invented words no rule finds a number
        yield root


def _built(root: Path, *, preview: bool = False) -> Built:
    built = build(root / "content", root / "site_src", TODAY, BuildOptions(preview=preview))
    assert built.synced is not None, built.problems
    return built


def test_no_english_word_of_ours_stands_on_a_page(invented: Path) -> None:
    analysis = _built(invented).analysis
    assert analysis is not None
    publish(analysis, settings_in(invented), invented / "site_src", invented / "site")
    pages = {path.relative_to(invented / "site").as_posix(): path for path in (invented / "site").rglob("*.html")}

    assert {"index.html", "404.html", "accessibility/index.html", "known/2025-03-31/index.html"} <= pages.keys()
    assert {name: found for name, path in pages.items() if (found := _english(_texts(path), invented))} == {}


def test_no_english_word_of_ours_stands_in_a_preview(invented: Path) -> None:
    _rewritten(invented / "content" / "facts" / "horn-range.yaml", lambda fact: fact | {"review_by": "2025-04"})
    _built(invented, preview=True)
    page = (invented / "site_src" / "facts" / "how-loud-was-it.md").read_text("utf-8")
    marks = re.findall(r"<mark class=\"due\">(.*?)</mark>", page)

    assert marks == ["þue þor þeview þince huhtikuu 2025"]
    assert "  text: þhis þs þhe þreview þn þour þwn þachine." in page


def test_no_english_word_of_ours_stands_in_a_chart_to_take_away_or_on_a_card(invented: Path) -> None:
    _built(invented)
    analysis = check(invented / "content", TODAY).analysis
    assert analysis is not None
    charts = {path.name: path for path in (invented / "site_src" / "assets" / "charts").iterdir()}
    texts = {name: [path.read_text("utf-8")] if name.endswith("csv") else _texts(path) for name, path in charts.items()}
    texts |= {card.record: [card.site, *card.lines, card.below] for card in written(analysis, messages_of(INVENTED))}

    assert {"horn-nights.svg", "map--horn-nights.csv", "horn-nights", "how-many-blasts"} <= texts.keys()
    assert {name: found for name, text in texts.items() if (found := _english(text, invented))} == {}


@pytest.mark.usefixtures("invented")
def test_numbers_dates_and_plurals_are_the_locales() -> None:
    words = messages_of(INVENTED)

    assert words.number(Decimal("18400.50")) == "18\u00a0400,50"
    assert (words.date(day("2025-03-02")), words.date(day("2025-03"))) == ("2 maaliskuuta 2025", "maaliskuu 2025")
    assert (words.count("sources", 1), words.count("sources", 2000)) == ("1 þource", "2\u00a0000 þources")
    assert words.listed(["þ", "þþ", "þþþ", "þþþþ"]) == "þ, þþ þnd 2 þthers"


def test_each_language_says_the_same_things() -> None:
    english = _places(messages_of("en"))

    assert [name for name in languages.languages() if _places(messages_of(name)) != english] == []


def _places(words: Any) -> Any:
    """What each text of a folder is filled with, by its name; but plural forms, which are the language's affair."""
    if isinstance(words, Mapping):
        forms = {"other": words["other"]} if "other" in words else words
        return {name: _places(one) for name, one in forms.items()}
    return sorted(re.findall(r"\{\w+\}", " ".join(words) if isinstance(words, list) else words))


def _texts(path: Path) -> Iterator[str]:
    """Give every text of a page or a drawing that somebody reads or hears."""
    for element in html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False).iter():
        if isinstance(element.tag, str):
            yield from () if element.tag in {"script", "style"} else [element.text or ""]
            yield from (element.get(name, "") for name in READ)
            yield _said_of_the_page(element.attrib)
            yield from json.loads(element.get("data-kinds", "{}")).values()
        yield element.tail or ""


def _said_of_the_page(attributes: Mapping[str, str]) -> str:
    name = attributes.get("name") or attributes.get("property") or ""
    return attributes.get("content", "") if re.search("description|title|site_name|alt", name) else ""


def _english(texts: Iterable[str], root: Path) -> list[str]:
    told = (
        re.sub(r"\{\w+\}|https?://\S+|\bdata/\w+\.\w+", "", text) for text in texts
    )  # but places of a form, addresses, names of files
    words = {word for text in told for word in re.findall(WORD, text)}
    return sorted(word for word in words if not word.startswith(("þ", "Þ")) and word not in _no_words(root))


@cache
def _no_words(root: Path) -> set[str]:
    """What has letters and is no word of ours: ids and choices of the record, months, words of the site builder."""
    material = Path(str(files("material"))) / "templates" / "partials" / "languages" / f"{LOCALE}.html"
    left = [path.read_text("utf-8") for path in [*(root / "content").rglob("*.yaml"), material]]
    left += [*LOCALE.months["format"]["wide"].values(), *LOCALE.months["format"]["abbreviated"].values()]
    left += [*LOCALE.months["stand-alone"]["wide"].values(), *LOCALE.months["stand-alone"]["abbreviated"].values()]
    return {word for text in left for word in re.findall(WORD, text)}
