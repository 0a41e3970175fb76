"""The commands that help an editor: start, show, rename, compare, tidy and explain."""

import subprocess
import tarfile
import tempfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Annotated

import typer

from explainer import build as stages
from explainer.cli.common import (
    CONTENT_HAS_ERRORS,
    DRAFTS_TOO,
    WRONG_USAGE,
    Content,
    analysed,
    joined,
    report,
    say,
    today,
)
from explainer.editing.diff import compare
from explainer.editing.explain import codes, explanation, rule_list
from explainer.editing.format import tidy
from explainer.editing.json_schema import refresh_schemas, write_schemas
from explainer.editing.rename import Refused, rename
from explainer.editing.show import show
from explainer.languages import messages_of
from explainer.record import yaml_reader
from explainer.record.graph import SITE, Graph, nearest
from explainer.record.load import load
from explainer.record.models import KINDS
from explainer.record.problems import Problem
from explainer.record.site_config import SiteConfig
from explainer.record.walk import named_parts
from explainer.render.urls import address, page_of, site_address

RecordId = Annotated[str, typer.Argument(help="The record's id: the name of its file.", metavar="ID")]
Into = Annotated[Path, typer.Option("--into", help="The folder for the settings and schemas.", file_okay=False)]
Check = Annotated[bool, typer.Option("--check", help="Change nothing; say which files are not in order.")]
Markdown = Annotated[bool, typer.Option("--markdown", help="As Markdown, for the summary of a pull request.")]


def schema(content: Content = Path("content"), into: Into = Path(".vscode")) -> None:
    """Write the schemas that let an editor's program help while you type."""
    say(f"{write_schemas(joined(content), into)} files written in {into}/.")


def show_record(record: RecordId, content: Content = Path("content")) -> None:
    """Show what a record, or `id@date` or `id@count`, rests on, what rests on it, and how well it stands."""
    record_id, _, part = record.partition("@")
    analysis = analysed(content)
    graph = analysis.graph
    _known(record_id, graph.kinds, "record")
    if part:
        _known(part, named_parts(graph.record(record_id)), f"value or count of `{record_id}` named")
    say(show(analysis, record, messages_of(graph.site.language), site_address(address(graph, record_id))))


def rename_record(
    old: RecordId,
    new: Annotated[str, typer.Argument(help="The new id.", metavar="NEW")],
    content: Content = Path("content"),
) -> None:
    """Give a record a new id, in every reference to it too; a line is left at its old address."""
    if unread := load(content).problems:
        report(unread)
        say("Nothing was renamed: references in these files cannot be read.")
        raise typer.Exit(CONTENT_HAS_ERRORS)
    try:
        changed = rename(joined(content), content, old, new)
    except Refused as refused:
        say(f"Nothing was renamed: {refused}.")
        raise typer.Exit(WRONG_USAGE) from None
    say(f"`{old}` is `{new}` now, in {len(changed)} files:\n  " + "\n  ".join(changed))
    checked = stages.check(content, today(), DRAFTS_TOO)
    if checked.graph:
        refresh_schemas(checked.graph, content)
    report(checked.problems)


def diff(
    revision: Annotated[str, typer.Argument(help="What to compare with: a branch, a tag or a commit.", metavar="REV")],
    content: Content = Path("content"),
    markdown: Markdown = False,
) -> None:
    """Compare the record with an earlier state: records, figures, standings, pages."""
    after = analysed(content)
    with tempfile.TemporaryDirectory() as folder:
        _extract(revision, content, Path(folder))
        before = analysed(Path(folder) / content.name)
    messages = messages_of(after.graph.site.language)
    say(compare(before, after, messages, _page_of, markdown=markdown))


def fmt(content: Content = Path("content"), check: Check = False) -> None:
    """Put the files of the record in house order; no value and no comment is changed."""
    outcomes = {path: _tidied(content, path, write=not check) for path in sorted(content.rglob("*.yaml"))}
    unread = [problem for one in outcomes.values() if not isinstance(one, bool) for problem in one]
    changed = [path for path, one in outcomes.items() if one is True]
    for path in changed:
        say(f"{path} {'is not in order' if check else 'was put in order'}")
    report(unread)
    broken = sum(1 for one in outcomes.values() if one not in (True, False))
    sound = f"{len(outcomes) - len(changed) - broken} of {len(outcomes)} files {'are' if check else 'were'} in order"
    say(f"{sound}{f', {broken} cannot be read' if broken else ''}.")
    if unread or (check and changed):
        raise typer.Exit(CONTENT_HAS_ERRORS)


def list_rules() -> None:
    """List every rule with its sentence."""
    say(rule_list())


def explain(code: Annotated[str, typer.Argument(help="The word in brackets after a problem.", metavar="CODE")]) -> None:
    """Say what a problem's code means: the rule, why, a wrong and a right example."""
    _known(code := code.casefold(), codes(), "code")
    say(explanation(code))


def _page_of(graph: Graph, record_id: str) -> str:
    return site_address(page_of(graph, graph.record(record_id)))


def _known(word: str, choices: Iterable[str], what: str) -> None:
    """End the command where there is no such thing, with the one whose name is most like it."""
    if word not in choices:
        near = nearest(word, choices)
        say(f"There is no {what} `{word}`." + (f" Did you mean `{near}`?" if near else ""))
        raise typer.Exit(WRONG_USAGE)


def _tidied(content: Path, path: Path, *, write: bool) -> bool | list[Problem]:
    """Whether the file was not in order, or why it cannot be read."""
    kind = SITE if path.parent == content else path.relative_to(content).parts[0]
    model = SiteConfig if kind == SITE else KINDS.get(kind)
    before = path.read_text("utf-8")
    located, problems = yaml_reader.parse(before, str(path))
    if model is None or located is None:
        return problems
    after = tidy(before, model)
    if write and before != after:
        path.write_text(after, "utf-8", newline="\n")
    return before != after


def _extract(revision: str, content: Path, folder: Path) -> None:
    """The record as it was at a revision, in a folder of its own."""
    command = ["git", "-C", str(content.parent), "archive", "--end-of-options", revision, content.name]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        say(f"git has no state `{revision}` of {content}/: {done.stderr.decode(errors='replace').strip()}")
        raise typer.Exit(WRONG_USAGE)
    with tarfile.open(fileobj=BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")
