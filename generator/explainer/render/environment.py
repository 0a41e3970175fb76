"""What templates are filled with, in every template: how text is made safe for its place, and the colours."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from explainer.render import escape
from explainer.render.palette import channels, palette
from explainer.render.urls import ROOT


def environment(functions: Iterable[Callable[..., object]] = ()) -> Environment:
    """The folder `templates/`, with *functions* by their names; an undefined name in a template is an error."""
    made = Environment(
        loader=PackageLoader("explainer", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701  # Markdown: `md` and `attribute` escape for the place where a text stands
    )
    filters: tuple[Callable[..., str], ...] = (escape.md, escape.aim, escape.attribute, channels)
    made.filters.update({function.__name__: function for function in filters})
    made.globals.update({function.__name__: function for function in functions}, palette=palette, root=ROOT)
    return made


@cache
def pieces() -> Any:  # a template's macros have no type
    """The macros of `_pieces.jinja`, which code may call: it writes no HTML itself."""
    return environment().get_template("_pieces.jinja").module
