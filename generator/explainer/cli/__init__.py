"""The command `explainer`: the only place that prints, exits, and knows today's date."""

import errno
import sys
from typing import NoReturn

import typer

from explainer.cli import build, editing, new, verify
from explainer.cli.common import DONE, MACHINE

app = typer.Typer(
    help="Turn a record in YAML into a checked, searchable site.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("check")(build.check)
app.command("build")(build.build)
app.command("serve")(build.serve)
app.command("new", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(new.new_record)
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
    """Run the command; what the machine refuses is told in one line, a bug shows its traceback."""
    try:
        app(prog_name="explainer", standalone_mode=True)
    except OSError as error:
        told = "the disk is full" if error.errno == errno.ENOSPC else str(error)
        sys.stderr.write(f"explainer: the machine refused: {told}\n")
        sys.exit(MACHINE)
    sys.exit(DONE)
