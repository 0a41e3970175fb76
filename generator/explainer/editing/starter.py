"""A new explainer: a site's file, an example of each kind of record, and what a repository needs to publish them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from explainer.editing.format import scalar
from explainer.record.model_errors import as_id

FOLDER = Path(str(files("explainer") / "starter"))
DOTTED = {"gitignore": ".gitignore", "github": ".github"}


@dataclass(frozen=True)
class NewSite:
    """What is asked of whoever begins: the site's name, its question, its language, and the types of its events."""

    title: str
    question: str
    language: str
    event_types: tuple[str, ...]


def starter(site: NewSite, today: date, version: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the new folder, by its path; the examples are of *today*, so that none is old or yet to come."""
    told = {
        "title": site.title,
        "question": site.question,
        "language": site.language,
        "event_types": list({as_id(one): one for one in site.event_types}.items()),
        "today": today,
        "last_year": today.year - 1,
        "next_year": today.year + 1,
        "version": version,
    }
    templates = _environment()
    for file in sorted(path for path in FOLDER.rglob("*") if path.is_file()):
        name = file.relative_to(FOLDER)
        content = file.read_bytes()
        if file.suffix == ".jinja":
            content = templates.get_template(name.as_posix()).render(told).encode()
        yield _named(name), content


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  # YAML: `scalar` makes of a text what reads back as that text
    )
    environment.filters["scalar"] = scalar
    return environment


def _named(name: Path) -> str:
    first, *rest = name.parts
    return "/".join([DOTTED.get(first, first), *rest]).removesuffix(".jinja")
