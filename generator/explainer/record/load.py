"""The folder `content/` as records: every file read, what is wrong with one told in an editor's words."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from pydantic import BaseModel, ValidationError

from explainer.record import yaml_reader
from explainer.record.graph import SITE, Loaded, nearest, with_article
from explainer.record.model_errors import as_id, causes, fields_at, needed_in, translated
from explainer.record.models import KINDS, Record
from explainer.record.problems import Place, Problem, short
from explainer.record.proofs import FOLDER as PROOFS
from explainer.record.proofs import Proof
from explainer.record.site_config import SiteConfig
from explainer.record.values import ID_PATTERN, MAX_ID, RESERVED
from explainer.record.yaml_reader import Located, Node

MAX_BYTES = 1024 * 1024
ENDING = re.compile(r"(\.ya?ml)?(\.\w+)?$", re.IGNORECASE)  # what a file's name has after its id, rightly or wrongly
CODES = (
    "bad-id", "cut-at-a-comment", "empty-value", "missing-field", "missing-site", "misplaced-file", "not-a-choice",
    "not-a-date", "not-a-language", "not-a-number", "not-an-address", "not-an-id", "not-regular-file", "not-utf-8",
    "out-of-range", "too-few", "too-large", "too-long", "too-many", "unknown-field", "unknown-folder",
    "unknown-language", "wrong-type", "yaml-name", *yaml_reader.CODES,
)  # fmt: skip


@dataclass(frozen=True)
class Contents:
    """What a folder holds: its records, what is wrong, and what is therefore not known.

    *unread* are the ids of files that are no records; *closed* the kinds of which a folder, or a file beside the
    folders, was not read.
    """

    records: tuple[Loaded, ...]
    problems: tuple[Problem, ...]
    unread: frozenset[str]
    closed: frozenset[str]


def load(content: Path) -> Contents:
    """Every record of the folder, and every problem."""
    records: list[Loaded] = []
    problems: list[Problem] = []
    unread, closed = set[str](), set[str]()
    for path in sorted(_files(content)):
        inside = path.relative_to(content)
        record, wrong = _record(path, inside, called(content))
        records += [record] if record else []
        problems += wrong
        if record is None:
            unread |= {path.stem, as_id(ENDING.sub("", path.name))}
            closed |= {inside.parts[0]} if path.is_dir() or len(inside.parts) == 1 else set()
    if not os.path.lexists(content / "site.yaml"):
        hint = "write it: what the site is called, its question and its short answer"
        problems.append(Problem(Place(f"{called(content)}/site.yaml"), "missing-site", "there is no `site.yaml`", hint))
    return Contents(tuple(records), tuple(dict.fromkeys(problems)), frozenset(unread), frozenset(closed))


def load_proofs(content: Path) -> tuple[dict[str, Proof], list[Problem]]:
    """The proofs of reading by the id of their source, and what is wrong with any of them."""
    proofs: dict[str, Proof] = {}
    problems: list[Problem] = []
    for path in sorted((content / PROOFS).glob("*.yaml")):
        located, wrong = yaml_reader.parse(path.read_text("utf-8"), f"{called(content)}/{PROOFS}/{short(path.name)}")
        problems += wrong
        if located:
            try:
                proofs[path.stem] = Proof.model_validate(located.value)
            except ValidationError as error:
                problems += [translated(cause, located, Proof) for cause in causes(error.errors(), Proof)]
    return proofs, problems


def called(content: Path) -> str:
    """The folder as places name it: as it was given from where one stands, else by its own name."""
    return content.name if content.is_absolute() else content.as_posix()


def validated(kind: str, stem: str, located: Located) -> tuple[Loaded | None, list[Problem]]:
    """A file's values as a record of its kind, or all that the models find wrong with them."""
    model: type[BaseModel] = SiteConfig if kind == SITE else KINDS[kind]
    problems = list(_cut(located, located.node, ())) if any("#" in line for line in located.lines) else []
    if problems or (problems := _in_the_wrong_folder(kind, located)):
        return None, problems
    if kind != SITE and "id" in located.value:
        message = "there is no field `id`; a record's id is the name of its file"
        problems = [Problem(located.find(("id",), key=True), "unknown-field", message, "take the line out")]
    values: dict[str, Any] = located.value if kind == SITE else {**located.value, "id": stem}
    try:
        record = model.model_validate(values)
    except ValidationError as error:
        return None, problems + [translated(one, located, model) for one in causes(error.errors(), model)]
    if not isinstance(record, Record | SiteConfig):
        raise TypeError(kind)
    return None if problems else Loaded(kind, record, located), problems


def _cut(located: Located, node: Node, path: yaml_reader.Path) -> Iterator[Problem]:
    """Texts that end at a `#`, where YAML sees a comment and the editor hardly meant one."""
    for key, child in node.children.items():
        yield from _cut(located, child, (*path, key))
    if node.children or node.style or not path:
        return
    end = located.inside(path, len(node.text)) if node.text else Place("", node.line + 1, node.column)
    rest = "".join(located.lines[end.line - 1 : end.line])[end.column :]
    if re.match(r" #|\s+#\S" if " " in node.text else r"\s*#[^\s#]", rest):  # `id # why` is a comment
        name = next(one for one in reversed(path) if isinstance(one, str))
        mark, whole = "'" if '"' in node.text + rest else '"', short(f"{node.text}{rest}".strip())
        hint = f"put the whole text in quotation marks: `{f'{name}: ' if name == path[-1] else ''}{mark}{whole}{mark}`"
        hint += "\nor, where it is a comment, write two spaces before the # and one after it"
        place = Place(located.file, end.line, end.column + rest.index("#") + 1)
        yield Problem(place, "cut-at-a-comment", f"`{name}` ends here: what follows the # is not read", hint)


def _in_the_wrong_folder(kind: str, located: Located) -> list[Problem]:
    """What is said of a file whose fields are all of another kind: that one thing, not each field."""
    names = set(located.value)
    if kind == SITE or names <= set(fields_at(KINDS[kind], ())):
        return []
    others = [one for one, model in KINDS.items() if set(needed_in(model)) <= names <= set(fields_at(model, ()))]
    if len(others) != 1:
        return []
    message = f"the file has the fields of {with_article(others[0])}, and lies in {kind}/"
    return [Problem(located.place, "misplaced-file", message, f"move it from {kind}/ to {others[0]}/")]


def is_id(text: str) -> bool:
    """Whether a record can have this id, and its file this name."""
    return bool(re.fullmatch(ID_PATTERN, text)) and len(text) <= MAX_ID and not RESERVED.fullmatch(text)


def _files(content: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(content, onerror=_raise):
        beside = (PROOFS,) if Path(folder) == content else ()  # not records, and read by themselves
        folders[:] = [one for one in folders if not one.startswith(".") and one not in beside]
        yield from (Path(folder) / one for one in [*files, *folders] if _counts(Path(folder) / one))


def _raise(error: OSError) -> NoReturn:
    """A folder that cannot be read must not look like one without records."""
    raise error


def _counts(path: Path) -> bool:
    """A file of the record, or a folder that is a link and so is refused; hidden files are the system's."""
    return not path.name.startswith(".") and (path.is_symlink() or not path.is_dir())


def _record(path: Path, inside: Path, root: str) -> tuple[Loaded | None, list[Problem]]:
    file = f"{root}/{short(inside.as_posix())}"
    kind = SITE if inside.as_posix() == "site.yaml" else inside.parts[0]
    if problem := _unreadable(path, file) or _misplaced(kind, inside, file) or _misnamed(kind, inside, file):
        return None, [problem]
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        place = Place(file, raw.count(b"\n", 0, error.start) + 1)
        hint = "save it again with the encoding UTF-8"
        return None, [Problem(place, "not-utf-8", "the file is not saved as UTF-8", hint)]
    located, problems = yaml_reader.parse(text, file)
    return validated(kind, path.stem, located) if located else (None, problems)


def _unreadable(path: Path, file: str) -> Problem | None:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        what = "a link" if stat.S_ISLNK(status.st_mode) else "no ordinary file"
        return Problem(Place(file), "not-regular-file", f"`{short(path.name)}` is {what}", "put the file itself here")
    if status.st_size > MAX_BYTES:
        message = f"the file has {status.st_size:,} bytes; at most {MAX_BYTES:,} are read"
        return Problem(Place(file), "too-large", message, "one record is a page at most; split it")
    return None


def _misplaced(kind: str, inside: Path, file: str) -> Problem | None:
    if kind == SITE or (kind in KINDS and len(inside.parts) > 1):
        return None
    if len(inside.parts) == 1:
        near = nearest(inside.name, ["site.yaml"])
        hint = f"did you mean `{near}`?" if near else f"move it into one of {', '.join(KINDS)}, or out of here"
        message = f"`{short(inside.name)}` lies beside the folders of records"
        return Problem(Place(file), "misplaced-file", message, hint)
    near = nearest(kind, KINDS)
    hint = f"did you mean `{near}`?" if near else f"the folders are: {', '.join(KINDS)}"
    folder = Place(file.removesuffix(short(inside.as_posix())) + short(kind))
    return Problem(folder, "unknown-folder", f"there is no kind of record called `{short(kind)}`", hint)


def _misnamed(kind: str, inside: Path, file: str) -> Problem | None:
    stem = inside.stem if inside.suffix == ".yaml" else ENDING.sub("", inside.name)
    if inside.suffix != ".yaml":
        typo = re.search(r"\.ya?ml(\.txt)?$", inside.name, re.IGNORECASE)
        hint = f"name it `{short(stem)}.yaml`" if typo else "a record's file ends in .yaml; move this one out"
        return Problem(Place(file), "yaml-name", f"`{short(inside.name)}` is not read", hint)
    if kind == SITE or is_id(stem):
        return None
    hint = f"use small letters, digits and single hyphens, at most {MAX_ID}: `{as_id(stem)}.yaml`"
    return Problem(Place(file), "bad-id", f"`{short(stem)}` cannot be an id", hint)
