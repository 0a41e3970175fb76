"""What holds for every record: seen with texts, orders and dates that nobody thought of."""

import random
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.build import build
from generator.filters.addresses import address
from generator.graph import Graph, Loaded, link, values
from generator.load import load
from generator.models.records import KINDS, Record
from generator.models.values import ProseField, Reads
from generator.pages import Edition, render
from tests.small import CONTENT, TODAY, WORDS, html_of, small
from tests.texts import TEXTS

# what is no text for readers, or is not shown as it was written
NOT_SHOWN = {"author", "copy_url", "number", "by", "aliases"}
Path_ = tuple[str | int, ...]


def _texts(record: Record) -> Iterator[Path_]:
    """Give the path of every plain text of a record that a reader sees."""
    prose = {path for path, _, _ in values(record, ProseField)}
    for path, _, value in values(record, Reads):
        named = [step for step in path if isinstance(step, str)]
        if isinstance(value, str) and path not in prose and value not in small().kinds and named[-1] not in NOT_SHOWN:
            yield path


def _put(value: Any, path: Path_, text: str) -> Any:  # noqa: ANN401  # a record, or anything within one
    if not path:
        return text
    step, rest = path[0], path[1:]
    if isinstance(value, BaseModel):
        return value.model_copy(update={str(step): _put(getattr(value, str(step)), rest, text)})
    if isinstance(value, tuple):
        return tuple(_put(one, rest, text) if index == step else one for index, one in enumerate(value))
    return {**value, step: _put(value[step], rest, text)}


def _page_texts(graph: Graph) -> Mapping[str, str]:
    """Give the text of every page that a record stands on, white space left out."""
    pages = render(graph, WORDS, {}, Edition(TODAY, TODAY))
    bodies = {one.path: one.content.decode().split("---\n", 2)[2] for one in pages}
    wanted = {address(graph, one).partition("#")[0] for one in graph.kinds}
    return {path: _squeezed("".join(html_of(bodies[path]).itertext())) for path in wanted}


def _squeezed(text: str) -> str:
    return "".join(text.split())


@given(st.lists(TEXTS, min_size=6, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_any_text_in_any_text_field_comes_out_as_that_text(texts: list[str], chance: random.Random) -> None:
    put: dict[tuple[str, Path_], str] = {}
    kinds: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
    for record in small().records():
        changed = record
        for path in _texts(record):
            text = f"{chance.choice(texts)} w{len(put)}w {chance.choice(texts)}"
            put[record.id, path] = text
            changed = _put(changed, path, text)
        kinds[small().kinds[record.id]][record.id] = changed
    graph = replace(small(), **kinds)

    pages = _page_texts(graph)

    lost = {
        (record, path): text
        for (record, path), text in put.items()
        if _squeezed(text) not in pages[address(graph, record).partition("#")[0]]
    }
    assert len(put) > 100
    assert lost == {}
