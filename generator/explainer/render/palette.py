"""The colours of the site, for whatever is drawn: `palette.yaml` is the only place that names one."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

Scheme = Literal["light", "dark", "print"]


@cache
def palette(scheme: Scheme) -> Mapping[str, str]:
    """Each colour of one scheme by its name; print is light where it has none of its own."""
    text = (files("explainer") / "palette.yaml").read_text("utf-8")
    colours: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  # it makes strings alone
    return {name: schemes.get(scheme, schemes["light"]) for name, schemes in colours.items()}


def channels(colour: str) -> str:
    """Red, green and blue as numbers, as Zensical's search wants them: `16 32 42`."""
    return " ".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
