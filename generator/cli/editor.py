"""The commands that help an editor: start, show, rename, compare, tidy and explain."""

import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Annotated

import typer

from generator import build as stages
from generator.cli.terminal import CONTENT_HAS_ERRORS, WRONG_USAGE, Content, report, say, today, whole
from generator.desk import start
from generator.desk.compare import compare
from generator.desk.explain import explanation, rule_list
from generator.desk.rename import Refused, rename
from generator.desk.schemas import schemas
from generator.desk.show import show
from generator.desk.tidy import tidy
from generator.graph import SITE, Graph, nearest
from generator.models.records import KINDS
from generator.models.site import Site
from generator.outputs import sync
from generator.words import own_words

RecordId = Annotated[str, typer.Argument(help="The record's id: the name of its file.", metavar="ID")]
Into = Annotated[Path, typer.Option("--into", help="The folder for the settings and schemas.", file_okay=False)]
Check = Annotated[bool, typer.Option("--check", help="Change nothing; say which files are not in order.")]
Markdown = Annotated[bool, typer.Option("--markdown", help="As Markdown, for the summary of a pull request.")]
Table = Annotated[
    Path | None, typer.Option("--from", help="A CSV file, a record for each row.", exists=True, dir_okay=False)
]
Yes = Annotated[bool, typer.Option("--yes", help="Write without asking.")]


def schema(content: Content = Path("content"), into: Into = Path(".vscode")) -> None:
    """Write the schemas that let an editor's program help while you type."""
    synced = sync(schemas(whole(content)), into)
    say(f"{synced.written} files written in {into}/, {synced.unchanged} were up to date.")


def show_record(record: RecordId, content: Content = Path("content")) -> None:
    """Show what a record rests on, what rests on it, and how well it stands."""
    graph = whole(content)
    say(show(graph, _known(graph, record), own_words(graph.site.language)))


def rename_record(
    old: RecordId,
    new: Annotated[str, typer.Argument(help="The new id.", metavar="NEW")],
    content: Content = Path("content"),
) -> None:
    """Give a record a new id, in every reference to it too; a line is left at its old address."""
    try:
        changed = rename(whole(content), content, old, new)
    except Refused as refused:
        say(f"Nothing was renamed: {refused}.")
        raise typer.Exit(WRONG_USAGE) from None
    say(f"`{old}` is `{new}` now, in {len(changed)} files:\n  " + "\n  ".join(changed))
    _check_again(content)


def diff(
    revision: Annotated[str, typer.Argument(help="What to compare with: a branch, a tag or a commit.", metavar="REV")],
    content: Content = Path("content"),
    markdown: Markdown = False,
) -> None:
    """Compare the record with an earlier state: records, figures, standings, pages."""
    after = whole(content)
    with tempfile.TemporaryDirectory() as folder:
        _extract(revision, content, Path(folder))
        before = whole(Path(folder) / content.name)
    say(compare(before, after, own_words(after.site.language), markdown=markdown))


def fmt(content: Content = Path("content"), check: Check = False) -> None:
    """Put the files of the record in house order; no value and no comment is changed."""
    changed = [path for path in sorted(content.rglob("*.yaml")) if _tidied(content, path, write=not check)]
    for path in changed:
        say(f"{path} {'is not in order' if check else 'put in order'}")
    if check and changed:
        raise typer.Exit(CONTENT_HAS_ERRORS)
    say(f"{len(changed)} files.")


def new(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="source, quote, fact, event …", metavar="KIND")],
    content: Content = Path("content"),
    table: Table = None,
    yes: Yes = False,
) -> None:
    """Start a record: fields as flags (--title "…" --source ID --excerpt "…"), or rows of a table with --from."""
    folder = _folder(kind)
    graph, given = whole(content), _flags(folder, context.args)
    if table is not None:
        _import(graph, content, folder, table, yes=yes)
        return
    record_id = given.pop("id", "")
    for name in start.needed(graph, folder, given):
        given[name] = _asked(name)
    draft = start.start(graph, folder, given, record_id)
    _write(content, folder, draft)
    report(list(draft.problems))
    say(f"{draft.file} is there. Fill in what is missing, then run `make check`.")


def list_rules() -> None:
    """List every rule with its sentence."""
    say(rule_list())


def explain(code: Annotated[str, typer.Argument(help="The word in brackets after a problem.", metavar="CODE")]) -> None:
    """Say what a problem's code means: the rule, why, a wrong and a right example."""
    text = explanation(code)
    if not text:
        say(f"There is no code `{code}`. Look at the word in brackets at the end of a problem.")
        raise typer.Exit(WRONG_USAGE)
    say(text)


def _known(graph: Graph, record: str) -> str:
    if record in graph.kinds:
        return record
    near = nearest(record, graph.kinds)
    say(f"There is no record `{record}`." + (f" Did you mean `{near}`?" if near else ""))
    raise typer.Exit(WRONG_USAGE)


def _folder(kind: str) -> str:
    """The folder of a kind, which may be named by one record of it: `quote`, `quotes`, `question`."""
    names = {**{one: one for one in KINDS}, **{one.removesuffix("s"): one for one in KINDS}, "question": "background"}
    if kind not in names:
        say(f"There is no kind `{kind}`. The kinds are: {', '.join(one.removesuffix('s') for one in KINDS)}.")
        raise typer.Exit(WRONG_USAGE)
    return names[kind]


def _flags(kind: str, words: list[str]) -> dict[str, str]:
    """`--title X --source=Y` as fields of a kind."""
    found: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        name, has_value, value = word.partition("=")
        if not name.startswith("--"):
            say(f'`{word}` belongs to no field; write --field "value".')
            raise typer.Exit(WRONG_USAGE)
        found[name.removeprefix("--").replace("-", "_")] = value if has_value else next(rest, "")
    if stray := start.unknown(kind, found):
        say(f"There is no field `{stray[0]}`." + (f" Did you mean `{stray[1]}`?" if stray[1] else ""))
        raise typer.Exit(WRONG_USAGE)
    return found


def _asked(name: str) -> str:
    if not sys.stdin.isatty():
        say(f"--{name.replace('_', '-')} is needed.")
        raise typer.Exit(WRONG_USAGE)
    return str(typer.prompt(name.replace("_", " ")))


def _import(graph: Graph, content: Path, kind: str, table: Path, *, yes: bool) -> None:
    header = table.read_text("utf-8-sig").splitlines()[:1]
    columns = [one.strip('"') for one in header[0].split(",")] if header else []
    for column, name in start.mapping(kind, columns).items():
        say(f"  {column} → {name}")
    drafts = list(start.table(graph, kind, table))
    bad = [(line, problem) for line, draft in drafts for problem in draft.problems]
    for line, problem in bad:
        say(f"{table}:{line}: {problem.message} [{problem.code}]")
    if bad:
        say(f"{len(bad)} problems in {len(drafts)} rows. Nothing was written.")
        raise typer.Exit(CONTENT_HAS_ERRORS)
    if not yes and not (sys.stdin.isatty() and typer.confirm(f"Write {len(drafts)} records?")):
        say("Nothing was written. Say --yes to write.")
        return
    for _, draft in drafts:
        _write(content, kind, draft)
    say(f"{len(drafts)} records are there. Run `make check`.")


def _write(content: Path, kind: str, draft: start.Draft) -> None:
    path = content / kind / f"{draft.id}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(draft.text)


def _tidied(content: Path, path: Path, *, write: bool) -> bool:
    kind = SITE if path.parent == content else path.relative_to(content).parts[0]
    model = Site if kind == SITE else KINDS.get(kind)
    if model is None:
        return False
    before = path.read_text("utf-8")
    after = tidy(before, model)
    if write and before != after:
        path.write_text(after, "utf-8")
    return before != after


def _extract(revision: str, content: Path, folder: Path) -> None:
    """The record as it was at a revision, in a folder of its own."""
    command = ["git", "-C", str(content.parent), "archive", revision, content.name]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        say(f"git has no state `{revision}` of {content}/: {done.stderr.decode(errors='replace').strip()}")
        raise typer.Exit(WRONG_USAGE)
    with tarfile.open(fileobj=BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")


def _check_again(content: Path) -> None:
    _, problems = stages.check(content, today(), drafts=True)
    report(problems)
