"""The site builder: its settings beside mkdocs.yml, where title and language follow from the record."""

import os
import re
import subprocess
import sys
from datetime import date
from importlib.resources import files
from pathlib import Path

import yaml

from explainer.languages import messages_of
from explainer.record.site_config import SiteConfig
from explainer.render.escape import as_html

A_DAY = 24 * 60 * 60
LAST_STAMP = 2**32 - 1  # what an archive of the site can be dated to; the first is 1970


class SiteError(Exception):
    """The site builder, or the last look at what it built, refused the pages."""


def run(site: SiteConfig, config: Path, site_src: Path, built: Path, newest: date) -> None:
    """Build the pages in *site_src* into *built*; every file carries the date *newest*."""
    settings = write_settings(site, config, site_src)
    stamp = min(max((newest - date(1970, 1, 1)).days * A_DAY, 0), LAST_STAMP)
    dated = {"SOURCE_DATE_EPOCH": str(stamp), "SITE_SRC": str(site_src.resolve()), "SEARCH_PLUGIN": "false"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(settings), "-d", str(built.resolve())]
    done = subprocess.run(command, env={**os.environ, **dated}, capture_output=True, text=True, check=False)
    output = done.stdout + done.stderr
    if done.returncode and (fault := re.search(r"\[Errno (\d+)\] (.*)", output)):
        # the machine's fault, not the record's: a full disk, a folder that cannot be written
        raise OSError(int(fault[1]), fault[2])
    if done.returncode:
        raise SiteError(output)


def write_settings(site: SiteConfig, config: Path, site_src: Path) -> Path:
    """Write the file that inherits *config* and is built in its place: `mkdocs.site_src.yml` beside `mkdocs.yml`.

    It holds no list, since not every site builder lets one take the place of an inherited one.
    """
    settings = {
        "INHERIT": config.name,
        "site_name": as_html(site.title),
        # of the site builder's own words; those of a language that it lacks are said as its locale's are
        "theme": {
            "language": messages_of(site.language).locale.language,
            "custom_dir": str(files("explainer") / "theme"),
        },
    }
    path = config.with_name(f"{config.stem}.{site_src.name.lstrip('.')}.yml")
    text = "# written anew by each build from content/site.yaml\n" + yaml.safe_dump(settings, allow_unicode=True)
    path.write_text(text, "utf-8", newline="\n")
    return path
