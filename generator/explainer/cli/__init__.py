"""The command `explainer`: the only place that prints and exits; it and `explainer.open` alone know today's date."""

import errno
import io
import sys
import traceback
from typing import Annotated, NoReturn

import typer

from explainer import __version__
from explainer.cli import build, editing, init, new, verify
from explainer.cli.common import BUG, DONE, MACHINE, STOPPED


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"explainer {__version__}")
        raise typer.Exit


app = typer.Typer(
    help="Turn a record in YAML into a checked, searchable site.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def _explainer(
    _: Annotated[
        bool, typer.Option("--version", help="Say which version this is.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Turn a record in YAML into a checked, searchable site."""


app.command("init")(init.init)
app.command("check")(build.check)
app.command("build")(build.build)
app.command("serve")(build.serve)
app.command("new", cls=new.NewCommand, context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(
    new.new_record
)
app.command("show")(editing.show_record)
app.command("rename")(editing.rename_record)
app.command("diff")(editing.diff)
app.command("fmt")(editing.fmt)
app.command("schema")(editing.schema)
app.command("rules")(editing.list_rules)
app.command("explain")(editing.explain)
app.command("verify")(verify.verify)
app.command("archive")(verify.archive)


def main() -> NoReturn:
    """Run the command; what the machine refuses is told in one line, a bug shows its traceback, Ctrl-C is quiet."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without arrows or quotation marks still gets the words
    try:
        app(prog_name="explainer", standalone_mode=True)
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    except OSError as error:
        told = "the disk is full" if error.errno == errno.ENOSPC else str(error)
        sys.stderr.write(f"explainer: the machine refused: {told}\n")
        sys.exit(MACHINE)
    except Exception:  # noqa: BLE001  # whatever it is, it must not look like a fault of the record
        sys.stderr.write(f"{traceback.format_exc()}explainer: this is a bug of the generator, not of the record\n")
        sys.exit(BUG)
    sys.exit(DONE)
