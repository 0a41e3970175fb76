"""The generator's own words: every word that it puts on a page itself, one file for each language."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


def own_words(language: str) -> Mapping[str, Any]:
    """The words of one language; English where the language has no file yet."""
    folder = files("explainer") / "languages"
    chosen = folder / language / "messages.yaml"
    text = (chosen if chosen.is_file() else folder / "en" / "messages.yaml").read_text("utf-8")
    words: Mapping[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  # it makes strings alone
    return words


@cache
def purposes() -> Mapping[str, str]:
    """What each field of a record is for, by its name or as `Model.field`."""
    text = (files("explainer") / "languages" / "en" / "fields.yaml").read_text("utf-8")
    found: Mapping[str, str] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  # it makes strings alone
    return found


def counted(words: Mapping[str, Any], name: str, number: int) -> str:
    """A number with its noun, in the singular or the plural: `1 source`, `3 sources`."""
    forms = words["counted"][name]
    return str(forms["one" if number == 1 else "many"]).format(n=f"{number:,}")


def listed(words: Mapping[str, Any], names: tuple[str, ...], most: int = 3) -> str:
    """Names as a sentence lists them: `A, B and C`, or `A, B and 2 others`."""
    shown = names if len(names) <= most else (*names[: most - 1], counted(words, "others", len(names) - most + 1))
    before, last = ", ".join(shown[:-1]), "".join(shown[-1:])
    return f"{before} {words['and']} {last}" if before else last
