"""`verify` and `archive`: whether the excerpts stand in their works. The only commands that use the network."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from explainer import __version__
from explainer.cli.common import CONTENT_HAS_ERRORS, WRONG_USAGE, Content, joined, report, say, today
from explainer.record.graph import Graph
from explainer.record.load import load_proofs

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from explainer.verify.fetch import Fetcher
    from explainer.verify.proofs import Reading

Pasted = Annotated[
    Path | None, typer.Option("--text", help="The work's text as a person pasted it.", exists=True, dir_okay=False)
]
Most = Annotated[int, typer.Option("--limit", help="Read at most this many works, the longest unread first.", min=1)]
WAS_READ = ("full", "excerpt")
WAYBACK = "https://web.archive.org/save/"
EXTRA = "this command needs more than the site does: pip install 'explainer[verify]'"


def verify(
    sources: Annotated[list[str] | None, typer.Argument(help="Ids of sources; none: those due.")] = None,
    content: Content = Path("content"),
    text: Pasted = None,
    limit: Most = 50,
) -> None:
    """Fetch works, or take a pasted text, and say which excerpts stand in them word for word."""
    graph = joined(content)
    unknown = [source for source in sources or () if source not in graph.sources]
    if unknown or (text and len(sources or ()) != 1):
        say(f"there is no source `{unknown[0]}`" if unknown else "a pasted text belongs to one source: name its id")
        raise typer.Exit(WRONG_USAGE)
    moved = _pasted(graph, content, (sources or [""])[0], text) if text else _fetched(graph, content, sources, limit)
    raise typer.Exit(CONTENT_HAS_ERRORS if moved else 0)


def archive(
    sources: Annotated[list[str] | None, typer.Argument(help="Ids of sources; none: all that were read.")] = None,
    content: Content = Path("content"),
    limit: Most = 20,
) -> None:
    """Ask the Wayback Machine for a copy of each work that was read and has none, and say where that is refused."""
    graph = joined(content)
    chosen = [graph.sources[source] for source in sources or graph.sources]
    lacking = [source for source in chosen if source.url and not source.archive and source.read in WAS_READ]
    with _fetcher() as fetcher:
        for source in lacking[:limit]:
            answer = fetcher.fetch(f"{WAYBACK}{source.url}")
            say(f"{source.id}: {answer.reason or 'a copy was asked for; add its address as `archive:`'}")


def _pasted(graph: Graph, content: Path, source: str, text: Path) -> int:
    from explainer.verify import compare, proofs  # noqa: PLC0415  # only these commands need them

    fetched = compare.Fetched(text.read_text("utf-8"))
    return _kept(content, proofs.read(source, fetched, proofs.excerpts_of(graph).get(source, ()), "pasted"))


def _fetched(graph: Graph, content: Path, sources: list[str] | None, limit: int) -> int:
    """Read the works that are due, one after the other; each proof is kept at once, so that a stop loses nothing."""
    from explainer.verify import proofs  # noqa: PLC0415  # as above

    known, problems = load_proofs(content)
    report(problems)
    excerpts, moved = proofs.excerpts_of(graph), 0
    due = list(proofs.due(graph, dict(known), sources or ()))[:limit]
    with _fetcher() as fetcher, typer.progressbar(due, label="Reading", file=sys.stderr) as bar:
        for source in bar:
            fetched = fetcher.fetch(str(graph.sources[source].url))
            moved += _kept(content, proofs.read(source, fetched, excerpts.get(source, ()), "fetched"))
    return moved


def _fetcher() -> "AbstractContextManager[Fetcher]":
    try:
        from explainer.verify.fetch import fetcher  # noqa: PLC0415  # as above
    except ImportError:
        say(EXTRA)
        raise typer.Exit(WRONG_USAGE) from None
    return fetcher()


def _kept(content: Path, reading: "Reading") -> int:
    """Write a reading's proof and say what moved; how many excerpts did."""
    from explainer.verify import proofs  # noqa: PLC0415  # as above

    proofs.write(content, reading.source, proofs.proof_of(reading, today(), f"explainer {__version__}"))
    found = len(reading.matches) - len(reading.moved)
    say(f"{reading.source}: {reading.fetched.reason or f'{found} of {len(reading.matches)} excerpts found'}")
    for excerpt, match in reading.moved:
        say(f"    {match.outcome}: “{excerpt}”" + (f"\n    now reads: “{match.words}”" if match.words else ""))
    return len(reading.moved)
