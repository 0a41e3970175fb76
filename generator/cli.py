"""The command `explainer`: the only place that prints, exits, and knows today's date."""

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from generator import build as stages
from generator import preview
from generator.graph import Graph
from generator.models.values import PartialDate
from generator.problems import Problem, format_problems

DONE, CONTENT_HAS_ERRORS, WRONG_USAGE, MACHINE = 0, 1, 2, 3


class Format(StrEnum):
    """How problems are shown."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


app = typer.Typer(
    help="Turn a record in YAML into a checked, searchable site.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Content = Annotated[Path, typer.Option("--content", help="The folder with the record.", exists=True, file_okay=False)]
SiteSrc = Annotated[Path, typer.Option("--site-src", help="The folder for the pages that are written.", file_okay=False)]
SiteDir = Annotated[Path, typer.Option("--site", help="The folder for the built site.", file_okay=False)]
Config = Annotated[Path, typer.Option("--config", help="The site builder's settings.", exists=True, dir_okay=False)]
Today = Annotated[str, typer.Option("--today", help="Check as if today were this day, YYYY-MM-DD.", metavar="DATE")]
KnownBy = Annotated[
    list[str] | None,
    typer.Option("--known-by", help="Add a page that shows the record as it was known on this day.", metavar="DATE"),
]
Port = Annotated[int, typer.Option("--port", help="The port on this machine.", min=0, max=65535)]
Shown = Annotated[Format, typer.Option("--format", help="How problems are shown.")]


@app.command()
def check(content: Content = Path("content"), today: Today = "", shown: Shown = Format.TEXT) -> None:
    """Check the record, and write nothing."""
    graph, problems = stages.check(content, _day(today))
    _report(problems, shown)
    if stages.has_errors(problems):
        raise typer.Exit(CONTENT_HAS_ERRORS)
    _say(shown, f"{_counted(problems, graph)} Nothing stands in the way of publishing.")


@app.command()
def build(
    content: Content = Path("content"),
    site_src: SiteSrc = Path("site_src"),
    site: SiteDir = Path("site"),
    config: Config = Path("mkdocs.yml"),
    today: Today = "",
    shown: Shown = Format.TEXT,
    known_by: KnownBy = None,
) -> None:
    """Check the record, write its pages, and build the site."""
    _say(shown, f"Checking the record in {content}/ …")
    days = [PartialDate.parse(_day(day).isoformat()) for day in known_by or ()]
    built = stages.build(content, site_src, _day(today), days=days)
    _report(built.problems, shown)
    if built.graph is None or built.synced is None:
        _say(shown, f"{_counted(built.problems, built.graph)} Nothing was written.")
        raise typer.Exit(CONTENT_HAS_ERRORS)
    _say(shown, f"{_counted(built.problems, built.graph)} Pages: {built.synced} in {site_src}/.")
    _say(shown, f"Building the site in {site}/ …")
    pages = _publish(built.graph, config, site_src, site)
    _say(shown, f"{pages:,} pages. Open it with `make serve`, or open {site}/index.html.")


@app.command()
def serve(
    content: Content = Path("content"),
    site_src: SiteSrc = Path("site_src"),
    site: SiteDir = Path(".preview"),
    config: Config = Path("mkdocs.yml"),
    today: Today = "",
    port: Port = 8000,
) -> None:
    """Preview on this machine: pages follow every edit, and mistakes show in a bar on the page."""
    folders = preview.Folders(content, site_src, site, config)
    preview.serve(folders, _day(today), port, lambda line: _say(Format.TEXT, line))


def main() -> NoReturn:
    """Run the command; what the machine refuses is told in one line, a bug shows its traceback."""
    try:
        app(prog_name="explainer", standalone_mode=True)
    except OSError as error:
        sys.stderr.write(f"explainer: the machine refused: {error}\n")
        sys.exit(MACHINE)
    sys.exit(DONE)


def _publish(graph: Graph, config: Path, site_src: Path, site: Path) -> int:
    try:
        return stages.publish(graph, config, site_src, site)
    except stages.SiteError as error:
        sys.stderr.write(f"The site was not built; the old one stands.\n{error}\n")
        raise typer.Exit(CONTENT_HAS_ERRORS) from None


def _day(today: str) -> date:
    try:
        return date.fromisoformat(today) if today else date.today()  # noqa: DTZ011  # the editor's own day is meant
    except ValueError:
        raise typer.BadParameter(f"`{today}` is not a day; write YYYY-MM-DD", param_hint="--today") from None


def _report(problems: list[Problem], shown: Format) -> None:
    text = format_problems(problems, shown.value, colour=sys.stdout.isatty())
    if text:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def _say(shown: Format, line: str) -> None:
    """Plain words go beside the problems, never into what another program reads."""
    stream = sys.stdout if shown is Format.TEXT else sys.stderr
    stream.write(f"{line}\n")
    stream.flush()


def _counted(problems: list[Problem], graph: Graph | None) -> str:
    errors = sum(1 for one in problems if stages.has_errors([one]))
    warnings = len(problems) - errors
    records = len(graph.kinds) if graph else 0
    return f"{errors} errors, {warnings} warnings in {records:,} records."
