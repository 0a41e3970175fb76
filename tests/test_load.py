"""A folder becomes records; what cannot be one is told in an editor's words, and nothing hostile is read."""

import json
import os
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from explainer.record import load as loading
from explainer.record import yaml_reader
from explainer.record.graph import SITE
from explainer.record.load import load, validated
from explainer.record.models import KINDS, Fact
from explainer.record.problems import Place, Problem, format_problems
from explainer.record.site_config import SiteConfig
from explainer.record.values import PartialDate
from explainer.record.yaml_reader import Path as Steps
from explainer.record.yaml_reader import parse
from tests.small import CONTENT, LEAST_SITE

FACT = """\
title: Depth
statement: The pond is deep.
as_of: 2025-05
evidence:
  - source: letter-1
    excerpt: it is deep
"""
LONG = "a" * 65


def _content(folder: Path, **files: str) -> Path:
    """Write a folder of facts, by name, beside the least site."""
    (folder / "content" / "facts").mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text(LEAST_SITE, encoding="utf-8")
    for name, text in files.items():
        (folder / "content" / "facts" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder / "content"


def _said(content: Path) -> list[str]:
    """What is wrong, line by line, hints left out."""
    lines = format_problems(load(content).problems, "text").splitlines()
    return [line for line in lines if not line.startswith(" ")]


def test_each_file_is_the_record_that_its_folder_and_its_name_say() -> None:
    found = load(CONTENT)

    files = {path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.yaml")}
    assert found.problems == ()
    assert {f"{one.kind}/{one.id}.yaml" for one in found.records} == (files - {"site.yaml"}) | {"site/site.yaml"}
    assert {one.located.file for one in found.records} == {f"content/{file}" for file in files}


def test_a_record_has_the_values_of_its_file(tmp_path: Path) -> None:
    found = load(_content(tmp_path, depth=FACT))

    assert found.problems == ()
    assert [one.record for one in found.records if one.kind == "facts"] == [
        Fact.model_validate(
            {
                "id": "depth",
                "title": "Depth",
                "statement": "The pond is deep.",
                "as_of": PartialDate(2025, 5),
                "evidence": [{"source": "letter-1", "excerpt": "it is deep"}],
            }
        )
    ]


def test_folders_within_a_folder_mean_nothing(tmp_path: Path) -> None:
    content = _content(tmp_path, depth=FACT)
    records = [one.record for one in load(content).records]
    (content / "facts" / "deep").mkdir()
    (content / "facts" / "depth.yaml").rename(content / "facts" / "deep" / "depth.yaml")

    found = load(content)

    assert ([one.record for one in found.records], found.problems) == (records, ())


def test_line_ends_a_byte_order_mark_and_trailing_spaces_change_no_record(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    for path in content.rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b" \t\r\n"))

    assert load(content) == load(CONTENT)


def test_hidden_files_are_the_systems_and_not_the_records(tmp_path: Path) -> None:
    content = _content(tmp_path, depth=FACT)
    for name in (".DS_Store", "facts/.depth.yaml.swp", "facts/.gitkeep"):
        (content / name).write_bytes(b"\0")
    (content / ".git").mkdir()
    (content / ".git" / "config").touch()

    assert _said(content) == []


def test_a_file_over_a_mebibyte_is_not_read(tmp_path: Path) -> None:
    content = _content(tmp_path, depth=FACT + "#" * (1024 * 1024 - len(FACT)), deeper=FACT + "#" * 1024 * 1024)

    assert load(content).problems == (
        Problem(
            Place("content/facts/deeper.yaml"),
            "too-large",
            f"the file has {1024 * 1024 + len(FACT):,} bytes; at most 1,048,576 are read",
            "one record is a page at most; split it",
        ),
    )


def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path) -> None:
    content = _content(tmp_path)
    (content / "site.yaml").rename(tmp_path / "elsewhere.yaml")
    (content / "site.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (content / "terms").symlink_to(tmp_path)
    (content / "facts" / "lost.yaml").symlink_to("nowhere.yaml")
    os.mkfifo(content / "facts" / "pipe.yaml")

    assert _said(content) == [
        "content/facts/lost.yaml:1:1: error: `lost.yaml` is a link [not-regular-file]",
        "content/facts/pipe.yaml:1:1: error: `pipe.yaml` is no ordinary file [not-regular-file]",
        "content/site.yaml:1:1: error: `site.yaml` is a link [not-regular-file]",
        "content/terms:1:1: error: `terms` is a link [not-regular-file]",
    ]


@pytest.mark.parametrize(
    ("stem", "shown"),
    [
        ("Depth", "Depth"),
        ("the_pond", "the_pond"),
        ("-depth", "-depth"),
        ("depth--of", "depth--of"),
        ("depth\n", "depth\\n"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\u202edepth", "\\u202edepth"),
        ("\udcff", "\\udcff"),
        ("teich-öst", "teich-öst"),
        ("con", "con"),
        ("lpt1", "lpt1"),
        (LONG, LONG),
    ],
)
def test_a_name_that_is_no_id_is_refused_and_cannot_deceive(stem: str, shown: str, tmp_path: Path) -> None:
    content = _content(tmp_path, **{stem: FACT})

    assert _said(content) == [f"content/facts/{shown}.yaml:1:1: error: `{shown}` cannot be an id [bad-id]"]


@pytest.mark.parametrize("stem", ["a", "1", "lpt10", "consul", "a" * 64])
def test_a_name_of_small_letters_digits_and_single_hyphens_is_an_id(stem: str, tmp_path: Path) -> None:
    assert _said(_content(tmp_path, **{stem: FACT})) == []


def test_a_folder_that_cannot_be_read_is_the_machines_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were it skipped, its records would vanish from the site."""

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        raise PermissionError(path)

    monkeypatch.setattr(os, "scandir", refuse)

    with pytest.raises(PermissionError):
        load(_content(tmp_path))


def test_everything_is_told_in_one_run(tmp_path: Path) -> None:
    content = _content(tmp_path, tabbed="\ttitle: Depth\n", doubled=FACT + "title: Depth\n", bare="title: Depth\n")
    (content / "facts" / "latin.yaml").write_bytes(b"title: Tiefe\nstatement: f\xfcnf Meter\n")
    (content / "site.yaml").unlink()

    assert _said(content) == [
        "content/facts/bare.yaml:1:1: error: `statement` is missing [missing-field]",
        "content/facts/bare.yaml:1:1: error: `as_of` is missing [missing-field]",
        "content/facts/bare.yaml:1:1: error: `evidence` is missing [missing-field]",
        "content/facts/doubled.yaml:7:1: error: `title` stands twice here; the first is in line 1 [duplicate-key]",
        "content/facts/latin.yaml:2:1: error: the file is not saved as UTF-8 [not-utf-8]",
        "content/facts/tabbed.yaml:1:1: error: the line begins with a tab [yaml-syntax]",
        "content/site.yaml:1:1: error: there is no `site.yaml` [missing-site]",
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("as_of", "as_off"), "content/facts/depth.yaml:3:1: error: there is no field `as_off` [unknown-field]"),
        (("it is deep", '""'), "content/facts/depth.yaml:6:14: error: `excerpt` is empty [empty-value]"),
        (("title: Depth", "title:"), "content/facts/depth.yaml:1:7: error: `title` is empty [empty-value]"),
        (
            ("title: Depth", "title: Depth\nanswer: {says: No., evidence: []}"),
            "content/facts/depth.yaml:2:31: error: `evidence` is an empty list; at least 1 must be there [too-few]",
        ),
    ],
)
def test_a_mistake_is_told_once_and_not_what_follows_from_it(
    change: tuple[str, str], said: str, tmp_path: Path
) -> None:
    assert _said(_content(tmp_path, depth=FACT.replace(*change))) == [said]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("02/09/2025", "write the year, the month and the day: `2025-09-02` or `2025-02-09`"),
        ("12/25/2025", "write the year, the month and the day: `2025-12-25`"),
        ("25.12.2025", "write the year, the month and the day: `2025-12-25`"),
        ("2025/9", "write the year, the month and the day: `2025-09`"),
        ("9/2025", "write the year, the month and the day: `2025-09`"),
        ("2025-00", "there is no such day; write YYYY-MM-DD, or YYYY-MM, or YYYY: as much as is known"),
        ("2 May 2025", "write YYYY-MM-DD, or YYYY-MM, or YYYY: as much as is known"),
    ],
)
def test_a_date_written_in_another_way_is_answered_with_ours(written: str, hint: str, tmp_path: Path) -> None:
    content = _content(tmp_path, depth=FACT.replace("2025-05", written))

    assert [(one.code, one.hint) for one in load(content).problems] == [("not-a-date", hint)]


Value = Any  # as YAML gives it: text, lists and fields
ODD: tuple[Value, ...] = (
    *("", " ", "x", "Ä b", "-1", "1.5", "nan", "1e999", "9" * 5000, LONG, "http://a.example", "2025-13"),
    *([], [""], ["x"], [[]], [{}], ["x"] * 9, ["1"] * 9),
    *({}, {"": "x"}, {"x": ""}, {"Ä b": "x"}, {"x": []}, {"x": {}}, {"x": {"Ä b": "1"}}, {"says": "x"}),
)


@pytest.mark.slow
def test_whatever_the_models_find_is_said_in_our_words() -> None:
    """Every field at any depth takes every odd value: each code is found, and a finding without words raises."""
    wholes = {kind: _example(SiteConfig if kind == SITE else KINDS[kind]) for kind in (*KINDS, SITE)}
    codes = {
        one.code
        for kind, whole in wholes.items()
        for path in _paths(whole)
        for odd in ODD
        for one in _found(kind, _with(whole, path, odd))
    }
    of_files = {"bad-id", "missing-site", "misplaced-file", "unknown-folder", "yaml-name"}
    of_reading = {"cut-at-a-comment", "not-regular-file", "not-utf-8", "too-large", *yaml_reader.CODES}

    assert codes == set(loading.CODES) - of_files - of_reading


def _found(kind: str, value: dict[str, Any]) -> list[Problem]:
    located, problems = parse(json.dumps(value), f"content/{kind}/odd.yaml")
    assert (located is not None, problems) == (True, [])
    assert located is not None
    return validated(kind, "odd", located)[1]


def _example(annotation: object) -> Value:
    """A value with every field that a model has, as YAML would give it."""
    arguments = get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        return {info.alias or name: _example(info.annotation) for name, info in fields if name != "id"}
    if get_origin(annotation) is tuple:
        return [_example(one) for one in arguments if one is not Ellipsis]
    if get_origin(annotation) is dict:
        return {"en": _example(arguments[1])}
    if get_origin(annotation) is Literal:
        return arguments[0]
    if arguments:
        return _example(arguments[0])
    return {PartialDate: "2025", Decimal: "1", int: "1", float: "1", bool: "true"}.get(annotation, "en")  # type: ignore[call-overload]  # any object


def _paths(value: Value, path: Steps = ()) -> Iterator[Steps]:
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inner:
        yield from _paths(one, (*path, step))


def _with(whole: Value, path: Steps, odd: Value) -> Value:
    if not path:
        return odd if isinstance(odd, dict) and odd else {"x": odd}
    changed: Value = dict(whole) if isinstance(whole, dict) else list(whole)
    changed[path[0]] = _with(whole[path[0]], path[1:], odd) if path[1:] else odd
    return changed
