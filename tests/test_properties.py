"""What holds for every record: seen with texts, orders and dates that nobody thought of."""

import random
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from explainer.analysis import analyse
from explainer.build import build
from explainer.record.graph import Graph, Loaded, link
from explainer.record.load import load
from explainer.record.models import KINDS, Record
from explainer.record.site_config import SiteConfig
from explainer.record.values import ProseField, Reads
from explainer.record.walk import values
from explainer.render.charts.chart import NO_CHARTS
from explainer.render.pages import Edition, render
from explainer.render.urls import address
from tests.small import CONTENT, TODAY, WORDS, html_of, small
from tests.texts import TEXTS

pytestmark = pytest.mark.slow
# what is no text for readers, or is not shown as it was written
NOT_SHOWN = {"author", "copy_url", "number", "by", "aliases"}
SHORTENED = {"text", "was"}  # a quotation and a correction are called by their first words
Path_ = tuple[str | int, ...]


def _texts(record: Record | SiteConfig) -> Iterator[Path_]:
    """Give the path of every plain text of a record that a reader sees."""
    prose = {path for path, _, _ in values(record, ProseField)}
    for path, _, value in values(record, Reads):
        named = [step for step in path if isinstance(step, str)]
        if isinstance(value, str) and path not in prose and value not in small().kinds and named[-1] not in NOT_SHOWN:
            yield path


def _put(value: Any, path: Path_, text: str) -> Any:  # a record, or anything within one
    if not path:
        return text
    step, rest = path[0], path[1:]
    if isinstance(value, BaseModel):
        return value.model_copy(update={str(step): _put(getattr(value, str(step)), rest, text)})
    if isinstance(value, tuple):
        return tuple(_put(one, rest, text) if index == step else one for index, one in enumerate(value))
    return {**value, step: _put(value[step], rest, text)}


def _page_texts(graph: Graph) -> Mapping[str, str]:
    """Give the text of every page, white space left out."""
    pages = render(analyse(graph, TODAY), WORDS, NO_CHARTS, Edition(TODAY))
    bodies = {one.path: one.content.decode().split("\n---\n", 1)[1] for one in pages}
    return {path: _squeezed("".join(html_of(body).itertext())) for path, body in bodies.items()}


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _filled(texts: list[str], chance: random.Random) -> tuple[Graph, dict[tuple[str, Path_], str]]:
    """Give the small record with a text of its own in every text field, and these texts."""
    put: dict[tuple[str, Path_], str] = {}

    def fill(record_id: str, model: Any) -> Any:  # a record or the site
        for path in _texts(model):
            put[record_id, path] = f"{chance.choice(texts)} Q:w{len(put)}w:Q {chance.choice(texts)}"
            model = _put(model, path, put[record_id, path])
        return model

    kinds = {kind: {one.id: fill(one.id, one) for one in getattr(small(), kind).values()} for kind in KINDS}
    return replace(small(), site=fill("site", small().site), **kinds), put


@given(st.lists(TEXTS, min_size=6, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=25, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_any_text_in_any_text_field_comes_out_as_that_text(texts: list[str], chance: random.Random) -> None:
    """It stands on the record's own page; and wherever the mark within it stands, all of it stands."""
    graph, put = _filled(texts, chance)

    pages = _page_texts(graph)

    assert len(put) >= 145
    for (record, path), text in put.items():
        shown = _squeezed(text)
        mark = shown[shown.index("Q:w") : shown.index("w:Q") + len("w:Q")]
        assert record == "site" or shown in pages[address(graph, record).partition("#")[0]], (record, path)
        torn = (
            []
            if path[-1] in SHORTENED
            else [page for page, found in pages.items() if found.count(mark) != found.count(shown)]
        )
        assert torn == [], (record, path)


def test_backlinks_mirror_references() -> None:
    graph = small()
    there = {(one.holder, one.path, one.offset, one.target) for links in graph.references.values() for one in links}
    back = {(one.holder, one.path, one.offset, one.target) for links in graph.backlinks.values() for one in links}

    assert there == back
    assert all(one.target == target for target, links in graph.backlinks.items() for one in links)
    assert all(one.holder == holder for holder, links in graph.references.items() for one in links)


@given(st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_the_order_in_which_files_are_read_does_not_matter(chance: random.Random) -> None:
    shuffled = list(load(CONTENT).records)
    chance.shuffle(shuffled)
    graph, problems = link(shuffled)

    assert graph is not None
    assert (graph, problems, list(graph.kinds), graph.backlinks) == (
        small(), [], list(small().kinds), small().backlinks,
    )  # fmt: skip


@given(st.lists(st.sampled_from(sorted(small().kinds)), unique=True, max_size=6))
@settings(max_examples=20)
def test_what_is_missing_is_told_and_nothing_fails(missing: list[str]) -> None:
    kept: list[Loaded] = [one for one in load(CONTENT).records if one.id not in missing]

    _, problems = link(kept)

    named = {name for name in missing for one in problems if f"`{name}`" in one.message}
    assert named == {one for one in missing if any(ref.holder not in missing for ref in small().backlinks.get(one, ()))}
    assert {one.code for one in problems} <= {"unknown-id"}


def test_building_twice_writes_nothing(tmp_path: Path) -> None:
    first = build(CONTENT, tmp_path / "src", TODAY).synced
    second = build(CONTENT, tmp_path / "src", TODAY).synced

    assert first is not None
    assert second is not None
    assert (second.written, second.deleted, second.unchanged) == (0, 0, first.written)


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    build(content, tmp_path / "src", TODAY)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "src").rglob("*.md")}
    actor = content / "actors" / "harbour-office.yaml"
    actor.write_text(
        actor.read_text(encoding="utf-8").replace("lights of the bay", "lamps of the bay"), encoding="utf-8"
    )

    build(content, tmp_path / "src", TODAY)

    written = [
        path.relative_to(tmp_path / "src").as_posix() for path, at in before.items() if path.stat().st_mtime_ns != at
    ]
    assert written == ["actors/harbour-office.md"]
