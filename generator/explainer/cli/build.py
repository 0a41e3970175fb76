"""The commands that check the record and make the site."""

import sys
from collections.abc import Iterator
from pathlib import Path

import typer

from explainer import build as stages
from explainer import preview
from explainer.analysis import Analysis, Basis
from explainer.cli.common import (
    CONTENT_HAS_ERRORS,
    Config,
    Content,
    Format,
    KnownBy,
    Port,
    Repository,
    Shown,
    SiteDir,
    SiteSrc,
    SiteUrl,
    Summary,
    Today,
    counted,
    day,
    report,
    say,
)
from explainer.cli.folders import fit_to_write
from explainer.editing.json_schema import refresh_schemas
from explainer.record.models import KINDS
from explainer.record.values import PartialDate
from explainer.render.engine import SiteError


def check(
    content: Content = Path("content"), today: Today = "", shown: Shown = Format.TEXT, summary: Summary = False
) -> None:
    """Check the record. Nothing is written but what helps an editor's program, which git ignores."""
    checked = stages.check(content, day(today))
    report(checked.problems, shown)
    if checked.graph:
        refresh_schemas(checked.graph, content, missing_only=stages.has_errors(checked.problems))
    if checked.analysis is None or stages.has_errors(checked.problems):
        raise typer.Exit(CONTENT_HAS_ERRORS)
    if summary:
        say("\n".join(_summary(checked.analysis)), shown)
    say(f"{counted(checked.problems, checked.graph)} Nothing stands in the way of publishing.", shown)


def build(
    content: Content = Path("content"),
    site_src: SiteSrc = Path("site_src"),
    site: SiteDir = Path("site"),
    config: Config = Path("mkdocs.yml"),
    today: Today = "",
    shown: Shown = Format.TEXT,
    known_by: KnownBy = None,
    repository: Repository = "",
    url: SiteUrl = "",
) -> None:
    """Check the record, write its pages, and build the site."""
    fit_to_write(site_src, site, content)
    say(f"Checking the record in {content}/ …", shown)
    asked = [PartialDate.parse(day(given, "--known-by").isoformat()) for given in known_by or ()]
    options = stages.BuildOptions(tuple(asked), repository=repository, url=url)
    built = stages.build(content, site_src, day(today), options)
    report(built.problems, shown)
    if built.analysis is None or built.synced is None:
        say(f"{counted(built.problems, built.graph)} Nothing was written.", shown)
        raise typer.Exit(CONTENT_HAS_ERRORS)
    say(counted(built.problems, built.graph), shown)
    synced = built.synced
    say(
        f"{site_src}/: {synced.written} files written, {synced.deleted} deleted, {synced.unchanged} as they were.",
        shown,
    )
    say(f"Building the site in {site}/ …", shown)
    pages = _publish(built.analysis, config, site_src, site)
    say(f"{pages:,} pages. Open it with `explainer serve`, or open {site}/index.html.", shown)


def serve(
    content: Content = Path("content"),
    site_src: SiteSrc = Path(".preview-src"),
    site: SiteDir = Path(".preview"),
    config: Config = Path("mkdocs.yml"),
    today: Today = "",
    port: Port = 8000,
) -> None:
    """Preview on this machine: pages follow every edit, and mistakes show in a bar on the page."""
    fit_to_write(site_src, site, content)
    folders = preview.Folders(content, site_src, site, config)
    preview.serve(folders, day(today), port, say)


def _summary(analysis: Analysis) -> Iterator[str]:
    """How many records of each kind there are, how the statements stand, and what the sums come to."""
    for kind in KINDS:
        yield f"{len(getattr(analysis.graph, kind)):6,} {kind}"
    for kind, tally in analysis.tally.items():
        yield f"{kind}: " + ", ".join(f"{tally[basis]:,} {basis}" for basis in Basis)
    for own in analysis.sums:
        parts = "".join(f", {number:,} {name}" for name, number in own.by_count.items())
        yield f"{own.figure}: our own list of {len(own.events)} events adds up to {own.total:,}{parts}"


def _publish(analysis: Analysis, config: Path, site_src: Path, site: Path) -> int:
    try:
        return stages.publish(analysis, config, site_src, site)
    except SiteError as error:
        sys.stderr.write(f"The site was not built; the old one stands.\n{error}\n")
        raise typer.Exit(CONTENT_HAS_ERRORS) from None
