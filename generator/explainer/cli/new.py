"""The command that starts records: one from flags or questions, many from a table."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from explainer.cli.common import (
    CONTENT_HAS_ERRORS,
    STOPPED,
    WRONG_USAGE,
    Content,
    at_terminal,
    joined,
    report,
    say,
    today,
)
from explainer.editing.fields import choices, told
from explainer.editing.import_csv import read
from explainer.editing.json_schema import refresh_schemas
from explainer.editing.new import ASKED, NewRecord, by_id, derived, flags, judged, needed, repeated, required, start
from explainer.record.graph import Graph, nearest, with_article
from explainer.record.models import KINDS
from explainer.record.parts import Evidence, Observation
from explainer.record.problems import format_problems

Table = Annotated[
    Path | None, typer.Option("--from", help="A CSV file, a record for each row.", exists=True, dir_okay=False)
]
Yes = Annotated[bool, typer.Option("--yes", help="Write the rows of a table without asking.")]
FEW = 20
NO_FILE = ("bad-id", "duplicate-id", "address-is-used-once")  # what keeps a record from having a file at all
NEXT = {
    "sources": 'rest something on it: `explainer new fact --source {id} --excerpt "…"`, or a quote, or an event',
    "facts": "tie words of an answer to it, [words][{id}], in content/background/",
    "terms": "tie words of an answer to it, [words][{id}], in content/background/",
    "actors": "refer to it: `attributed_to: {id}`, `speaker: {id}`, or [words][{id}]",
}


class NewCommand(TyperCommand):
    """With a kind before it, `--help` tells the fields of that kind; it needs no record for that."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Answer before anything is asked of the folder."""
        kind = next((one for one in args if not one.startswith("-")), "")
        if kind and "--help" in args:
            say(f"The fields of {with_article(folder := _folder(kind))}:\n" + "\n".join(_fields(folder)))
            ctx.exit()
        parsed: list[str] = super().parse_args(ctx, args)
        return parsed


def new_record(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="source, quote, fact, event …", metavar="KIND")],
    content: Content = Path("content"),
    table: Table = None,
    yes: Yes = False,
) -> None:
    """Start a record: its fields as flags (--title "…" --source ID --excerpt "…"), or asked for, or --from a table.

    `new KIND --help` lists the fields of a kind.
    """
    try:
        _new(context, kind, content, table, yes=yes)
    except typer.Abort:  # Ctrl-C at a question
        raise typer.Exit(STOPPED) from None


def _new(context: typer.Context, kind: str, content: Path, table: Path | None, *, yes: bool) -> None:
    folder, graph = _folder(kind), joined(content)
    given = by_id(graph, folder, _flags(context.args, ["id", *flags(folder, graph)]))
    if table is not None:
        _import(graph, content, folder, table, yes=yes)
        return
    record_id = given.pop("id", "")
    if at_terminal():
        given = _answered(graph, folder, given)
        if not record_id and not repeated(graph, folder, given):
            record_id = str(typer.prompt("id", default=start(graph, folder, given).id))
    elif not given:
        _tell_fields(graph, folder)
    (draft,) = judged(graph, [start(graph, folder, given, record_id)], today())
    if any(one.code in NO_FILE for one in draft.problems):
        report(list(draft.problems))
        raise typer.Exit(WRONG_USAGE)
    _write(content, folder, [draft])
    _told(draft, folder)


def _told(draft: NewRecord, folder: str) -> None:
    """What was written, what is still wrong with it, and what comes next."""
    say(f"{draft.file} is written.")
    report(list(draft.problems))
    following = NEXT.get(folder, "see it in the preview, `explainer serve`").format(id=draft.id)
    say(f"Next: {'mend what is told above; then ' if draft.problems else ''}{following}. Then `explainer check`.")


def _import(graph: Graph, content: Path, kind: str, path: Path, *, yes: bool) -> None:
    try:
        table = read(graph, kind, path.read_text("utf-8-sig"), today())
    except (ValueError, csv.Error) as error:
        say(f"{path} cannot be read as a table in CSV, saved as UTF-8: {error}")
        raise typer.Exit(WRONG_USAGE) from None
    for column, name in table.columns:
        say(f"  {column} → {name or '(left out)'}")
    left_out = ", ".join(f"`{column}`" for column, name in table.columns if not name)
    for name in table.missing:
        say(f"There is no column for `{name}`; name one so{f' (left out: {left_out})' if left_out else ''}.")
    bad = [row for row in table.rows if row.draft.problems]
    for row in bad:
        for one in row.draft.problems:
            say(format_problems([one], "text").replace(str(one.place), f"{path}:{row.line}", 1))
    if bad or table.missing or not table.rows:
        say((f"{len(bad)} of {len(table.rows)} rows have something wrong. " if bad else "") + "Nothing was written.")
        raise typer.Exit(CONTENT_HAS_ERRORS)
    if not yes and not (at_terminal() and typer.confirm(f"Write {len(table.rows)} records?")):
        say("Nothing was written. Say --yes to write.")
        return
    _write(content, kind, [row.draft for row in table.rows])
    say(f"Records written in content/{kind}/: {len(table.rows)}. Then `explainer check`.")


def _write(content: Path, kind: str, drafts: Iterable[NewRecord]) -> None:
    """Write all, or, where one cannot be written, none."""
    written: list[Path] = []
    try:
        for draft in drafts:
            path = content / kind / f"{draft.id}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                written.append(path)
                file.write(draft.text)
    except OSError:
        for path in written:
            path.unlink()
        raise
    refresh_schemas(joined(content), content)


def _folder(kind: str) -> str:
    """The folder of a kind, which may be named by one record of it: `quote`, `quotes`, `question`."""
    names = {**{one: one for one in KINDS}, **{one.removesuffix("s"): one for one in KINDS}, "question": "background"}
    if kind not in names:
        listed = ["question" if one == "background" else one.removesuffix("s") for one in KINDS]
        near = nearest(kind, listed)
        say(f"There is no kind `{kind}`.{f' Did you mean `{near}`?' if near else ''} Kinds: {', '.join(listed)}.")
        raise typer.Exit(WRONG_USAGE)
    return names[kind]


def _flags(words: list[str], fields: list[str]) -> dict[str, str]:
    """`--title X --source=Y` as fields; one that is given again is a list."""
    found: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        flag, has_value, value = word.partition("=")
        name = flag.removeprefix("--").replace("-", "_")
        if not flag.startswith("--"):
            say(f'`{word}` belongs to no field; write --field "value".')
            raise typer.Exit(WRONG_USAGE)
        if name not in fields:
            near = nearest(name, fields)
            said = f"Did you mean `--{near.replace('_', '-')}`?" if near else f"The fields are: {', '.join(fields)}."
            say(f"There is no field `{name}`. {said}")
            raise typer.Exit(WRONG_USAGE)
        text = value if has_value else next(rest, "")
        found[name] = f"{found[name]}; {text}" if name in found else text
    return {name: text for name, text in found.items() if text.strip(" …")}


def _tell_fields(graph: Graph, folder: str) -> None:
    say("Say what it is, with the fields that must be there first:\n" + "\n".join(_fields(folder, graph)))
    raise typer.Exit(WRONG_USAGE)


def _fields(folder: str, graph: Graph | None = None) -> Iterator[str]:
    """The fields of a kind as flags, each with what it is for: those that must be there before the others."""
    first = needed(graph, folder, {}) if graph else required(folder)
    for name in (*first, *(one for one in flags(folder, graph) if one not in first)):
        yield f"  --{name.replace('_', '-'):22}{_about(folder, name)}".rstrip()


def _answered(graph: Graph, folder: str, given: dict[str, str]) -> dict[str, str]:
    """What was given and what is asked for, each where the answers before it do not tell it."""
    done: set[str] = set()
    asked = ASKED.get(folder, ())
    while left := [one for one in needed(graph, folder, given, asked) if one not in done]:
        if repeated(graph, folder, given):
            break
        name = left[0]
        offered = derived(graph, folder, given).get(name, ("", ""))[0]
        if (text := _asked(graph, folder, name, offered)) != offered:
            given = {**given, name: text}
        done.add(name)
    return given


def _asked(graph: Graph, folder: str, name: str, offered: str) -> str:
    """An answer that can stand in the field; an empty one takes what is offered, or leaves it to be filled in."""
    allowed = choices(graph, folder, name)
    listed = f"; {', '.join(allowed)}" if 0 < len(allowed) < FEW else ""
    about = f"{name.replace('_', ' ')} ({_about(folder, name)}{listed})"
    while text := str(typer.prompt(about, default=offered, show_default=bool(offered))).strip():
        text = by_id(graph, folder, {name: text})[name]
        if not allowed or text in allowed:
            return text
        near = nearest(text, allowed)
        say(f"There is no `{text}`." + (f" Did you mean `{near}`?" if near else ""))
    return ""


def _about(folder: str, name: str) -> str:
    models = (KINDS[folder], Evidence, Observation)
    return next((told(one, name) for one in models if name in one.model_fields), "")
