"""What all commands share: their options, what they print, and how they end."""

import sys
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from explainer import build as stages
from explainer.analysis import Analysis
from explainer.record.graph import Graph
from explainer.record.problems import Problem, format_problems

DONE, CONTENT_HAS_ERRORS, WRONG_USAGE, MACHINE, BUG, STOPPED = 0, 1, 2, 3, 4, 130


class Format(StrEnum):
    """How problems are shown."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


Content = Annotated[Path, typer.Option("--content", help="The folder with the record.", exists=True, file_okay=False)]
SiteSrc = Annotated[
    Path, typer.Option("--site-src", help="The folder for the pages that are written.", file_okay=False)
]
SiteDir = Annotated[Path, typer.Option("--site", help="The folder for the built site.", file_okay=False)]
Config = Annotated[Path, typer.Option("--config", help="The site builder's settings.", exists=True, dir_okay=False)]
Repository = Annotated[
    str,
    typer.Option(
        help="Where the files are kept on GitHub, for the links to edit and to report.",
        envvar="REPOSITORY",
        metavar="URL",
    ),
]
SiteUrl = Annotated[
    str, typer.Option("--url", help="Where the site will stand, for citations.", envvar="SITE_URL", metavar="URL")
]
Today = Annotated[str, typer.Option("--today", help="Check as if today were this day, YYYY-MM-DD.", metavar="DATE")]
KnownBy = Annotated[
    list[str] | None,
    typer.Option("--known-by", help="Add a page that shows the record as it was known on this day.", metavar="DATE"),
]
Port = Annotated[int, typer.Option("--port", help="The port on this machine.", min=0, max=65535)]
Summary = Annotated[bool, typer.Option("--summary", help="Say how many records there are, and how they stand.")]
Shown = Annotated[Format, typer.Option("--format", help="How problems are shown.")]


DRAFTS_TOO = stages.BuildOptions(preview=True)


def joined(content: Path) -> Graph:
    """The records, for a command that takes them as they are; where there is no site, the command ends."""
    checked = stages.check(content, today(), DRAFTS_TOO)
    return checked.graph or _ended(checked.problems)


def analysed(content: Path) -> Analysis:
    """The record with what follows from it, for a command that needs it whole; one that is not ends the command."""
    checked = stages.check(content, today(), DRAFTS_TOO)
    return checked.analysis or _ended(checked.problems)


def _ended(problems: list[Problem]) -> NoReturn:
    report(problems)
    raise typer.Exit(CONTENT_HAS_ERRORS)


def day(given: str, option: str = "--today") -> date:
    """The day that was given, or today."""
    try:
        return date.fromisoformat(given) if given else today()
    except ValueError:
        raise typer.BadParameter(f"`{given}` is not a day; write YYYY-MM-DD", param_hint=option) from None


def today() -> date:
    """The editor's own day."""
    return date.today()  # noqa: DTZ011  # the day where the editor is, is meant


def at_terminal() -> bool:
    """Whether someone is there to answer."""
    return sys.stdin.isatty()


def report(problems: Iterable[Problem], shown: Format = Format.TEXT) -> None:
    """Print what is wrong."""
    text = format_problems(problems, shown.value, colour=sys.stdout.isatty())
    if text:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def say(line: str, shown: Format = Format.TEXT) -> None:
    """Plain words go beside the problems, never into what another program reads."""
    stream = sys.stdout if shown is Format.TEXT else sys.stderr
    stream.write(f"{line}\n")
    stream.flush()


def counted(problems: list[Problem], graph: Graph | None) -> str:
    """How many problems in how many records."""
    errors = sum(1 for problem in problems if stages.has_errors([problem]))
    warnings = len(problems) - errors
    records = len(graph.kinds) if graph else 0
    parts = [
        f"{number:,} {word}{'' if number == 1 else 's'}"
        for number, word in ((errors, "error"), (warnings, "warning"), (records, "record"))
    ]
    return f"{parts[0]}, {parts[1]} in {parts[2]}."
