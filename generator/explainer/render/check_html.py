"""A last look at the built site, for what neither site builder notices."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_UNDEFINED = re.compile(r"\[[^\[\]]+\]\[[^\[\]]*\]|\[\^[^\[\]]+\]")
_SKIPPED = ("script", "style", "code", "pre", "blockquote")  # in a quotation, brackets side by side are its own


@dataclass
class _Page(HTMLParser):
    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids[str(given["id"])] += 1
        self.links += [str(given[name]) for name in ("href", "src") if given.get(name)]
        if tag in _SKIPPED:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.text.append(data)


def check_html(site: Path, site_url: str = "") -> list[str]:
    """What is wrong with the built pages: duplicate ids, links that lead nowhere, references left undefined."""
    pages = {path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    base = urlsplit(site_url).path.strip("/")
    return [f"{name}: {fault}" for name, page in pages.items() for fault in _faults(name, page, pages, files, base)]


def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text("utf-8"))
    page.close()
    return page


def _faults(name: str, page: _Page, pages: Mapping[str, _Page], files: set[str], base: str) -> Iterator[str]:
    for one, times in page.ids.items():
        if times > 1:
            yield f"the id `{one}` stands {times} times"
    for link in dict.fromkeys(page.links):
        if fault := _broken(name, link, pages, files, base):
            yield fault
    for found in _UNDEFINED.findall("".join(page.text)):
        yield f"`{found}` is a reference to nothing"


def _broken(name: str, link: str, pages: Mapping[str, _Page], files: set[str], base: str) -> str:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return ""
    target = _file(name, unquote(parts.path), base)
    if target not in files:
        return f"the link `{link}` leads nowhere"
    fragment = unquote(parts.fragment.partition(":~:")[0])
    if fragment and target in pages and fragment not in pages[target].ids:
        return f"the link `{link}` leads to a page without that anchor"
    return ""


def _file(name: str, path: str, base: str) -> str:
    """The file of the site that a path means, seen from the page *name*."""
    if not path:
        return name
    if path.startswith("/"):
        found = path.strip("/").removeprefix(base).strip("/")
    else:
        found = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    is_folder = path.endswith(("/", "..")) or path == "." or found in ("", ".")
    return posixpath.normpath(posixpath.join(found, "index.html")) if is_folder else found
