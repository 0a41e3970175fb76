"""The command `explainer`: the only place that prints, exits, and knows today's date."""

import errno
import sys
from typing import NoReturn

import typer

from generator.cli import editor, site
from generator.cli.beginning import new
from generator.cli.terminal import DONE, MACHINE

app = typer.Typer(
    help="Turn a record in YAML into a checked, searchable site.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("check")(site.check)
app.command("build")(site.build)
app.command("serve")(site.serve)
app.command("new", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(new)
app.command("show")(editor.show_record)
app.command("rename")(editor.rename_record)
app.command("diff")(editor.diff)
app.command("fmt")(editor.fmt)
app.command("schema")(editor.schema)
app.command("rules")(editor.list_rules)
app.command("explain")(editor.explain)


def main() -> NoReturn:
    """Run the command; what the machine refuses is told in one line, a bug shows its traceback."""
    try:
        app(prog_name="explainer", standalone_mode=True)
    except OSError as error:
        told = "the disk is full" if error.errno == errno.ENOSPC else str(error)
        sys.stderr.write(f"explainer: the machine refused: {told}\n")
        sys.exit(MACHINE)
    sys.exit(DONE)
