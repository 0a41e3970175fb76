"""Where a build may write: into a folder of its own, and never over what people made."""

import contextlib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

import typer

from explainer.render.write import LOCK, MANIFEST, SITE_MARK, STAGING

OUR_OWN = {"--site-src": MANIFEST, "--site": SITE_MARK}
HOLDS_NOTHING = {LOCK, MANIFEST, STAGING, ".gitignore"}
REMEDY = "name a folder that does not exist, that is empty, or that an earlier build made"


def fit_to_write(site_src: Path, site: Path, content: Path) -> None:
    """End the command where a folder that it would write into, or put in another's place, holds anything else."""
    kept = {"the record": content, "the generator": Path(str(files("explainer")))}
    with contextlib.suppress(RuntimeError):  # nobody's machine may have no home
        kept["your home folder"] = Path.home()
    given = (("--site-src", site_src, kept), ("--site", site, kept), ("--site", site, {"the --site-src": site_src}))
    for option, folder, others in given:
        if wrong := _wrong(folder, OUR_OWN[option], others):
            message = f"{folder} {wrong}, and nothing was written; {REMEDY}"
            raise typer.BadParameter(message, param_hint=option)


def _wrong(folder: Path, mark: str, kept: Mapping[str, Path]) -> str:
    """What keeps a build from writing into a folder; nothing where it may."""
    real = folder.resolve()
    if folder.is_symlink():
        return f"is a link to {real}"
    if ".git" in real.parts or (real / ".git").exists():
        return "is, or lies in, what git keeps"
    if near := next(_nearness(real, kept), ""):
        return near
    return "has files in it that no build made" if _holds(real) - {mark} and not (real / mark).is_file() else ""


def _nearness(real: Path, kept: Mapping[str, Path]) -> Iterator[str]:
    for what, path in kept.items():
        other = path.resolve()
        if real == other:
            yield f"is {what}"
        elif other.is_relative_to(real):
            yield f"holds {what}"
        elif real.is_relative_to(other) and what != "your home folder":
            yield f"lies in {what}"


def _holds(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()} - HOLDS_NOTHING if folder.is_dir() else set()
