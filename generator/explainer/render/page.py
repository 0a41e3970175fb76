"""One page: its front matter, and a template filled with what the page needs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypedDict

import yaml
from jinja2 import Environment

from explainer.record.names import opening, says
from explainer.render import views
from explainer.render.charts.chart import Charts
from explainer.render.environment import environment
from explainer.render.escape import as_html
from explainer.render.page_view import PageView
from explainer.render.prose_markdown import plain, without_footnotes
from explainer.render.urls import site_address
from explainer.render.write import Output

DESCRIPTION = 200
# what lists list, search finds where it stands; a source is seldom what a reader looks for
SEARCHED: Mapping[str, dict[str, Any]] = {
    **{name: {"search": {"exclude": True}} for name in ("index", "timeline", "known", "changes", "adds-up")},
    "sources": {"search": {"boost": 0.1}},
}
GLOBALS = (without_footnotes, plain, says, opening, *views.GLOBALS)
UNDER_QUESTIONS = ("facts/", "background/")
_BLOCKS = "div|details|figure|figcaption|ul|ol|dl|table|tbody|thead|tr|form|fieldset|section"
_IN_MID_LINE = re.compile(
    rf"(?<=[^\n])(<(?:p|summary|li|dt|dd|h[1-6]|th|td|legend|output|{_BLOCKS})\b|</(?:{_BLOCKS})>)"
)


@dataclass(frozen=True)
class FrontMatter:
    """What stands in the front matter: texts unescaped, addresses as Markdown files from the root.

    `edition` is the banner of a page that shows the record as it once was; `theme` is what the theme says and shows
    around every page, which it finds on the front page.
    """

    title: str
    description: str
    layout: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    previous: tuple[str, str] | None = None
    following: tuple[str, str] | None = None
    card: str = ""
    edition: str = ""
    theme: Mapping[str, Any] | None = None


class Neighbours(TypedDict):
    """The pages before and after one, as `FrontMatter` takes them: (title, file)."""

    previous: tuple[str, str] | None
    following: tuple[str, str] | None


@dataclass(frozen=True)
class Site:
    """What every page is written with: the view of the record, the charts, a banner for all pages, and the cards."""

    page: PageView
    charts: Charts
    banner: str = ""
    cards: frozenset[str] = frozenset()

    def page_of_template(self, path: str, template: str, front_matter: FrontMatter, **context: object) -> Output:
        """Write one page from `templates/TEMPLATE.md.jinja`."""
        page = self.page.on(path)
        body = (
            templates()
            .get_template(f"{template}.md.jinja")
            .render(
                page=page,
                graph=page.graph,
                messages=page.messages,
                front_matter=front_matter,
                charts=self.charts,
                **context,
            )
        )
        fields = _front(path, front_matter, self.banner, self.cards) | SEARCHED.get(template, {})
        front = yaml.safe_dump(fields, allow_unicode=True, sort_keys=True, width=4096)
        return Output(path, f"---\n{front}---\n\n{_tidy(body)}".encode())


@cache
def templates() -> Environment:
    """The templates of all pages; an undefined name in one is an error."""
    return environment(GLOBALS)


def neighbours(ordered: list[tuple[str, str]], index: int) -> Neighbours:
    """The pages before and after one in the story's order, given as (title, file)."""
    before = ordered[index - 1] if index else None
    after = ordered[index + 1] if index + 1 < len(ordered) else None
    return {"previous": before, "following": after}


def _front(path: str, front_matter: FrontMatter, banner: str, cards: frozenset[str]) -> dict[str, Any]:
    front: dict[str, Any] = {
        "title": as_html(front_matter.title),
        "description": as_html(_short(front_matter.description)),
    }
    if front_matter.layout:
        front["layout"] = front_matter.layout
    if front_matter.crumbs:
        front["crumbs"] = [_link(crumb) for crumb in front_matter.crumbs]
    if front_matter.previous:
        front["prev"] = _link(front_matter.previous)
    if front_matter.following:
        front["next"] = _link(front_matter.following)
    if front_matter.card in cards:
        front["card"] = front_matter.card
    if path.startswith(UNDER_QUESTIONS):
        front["section"] = "."
    if front_matter.theme:
        front |= _as_html(front_matter.theme)
    if front_matter.edition:
        front["banner"] = {"kind": "edition", "text": as_html(front_matter.edition)}
        front["noindex"] = True
    elif banner:
        front["banner"] = {"kind": "ends", "text": as_html(banner)}
    return front


def _as_html(words: Any) -> Any:  # a text, or a table or a list of what may stand here
    """The theme's words, each made safe as a title is."""
    if isinstance(words, Mapping):
        return {name: _as_html(word) for name, word in words.items()}
    return as_html(words) if isinstance(words, str) else [_as_html(word) for word in words]


def _link(page: tuple[str, str]) -> dict[str, str]:
    return {"title": as_html(page[0]), "url": site_address(page[1]) or "."}


def _short(description: str) -> str:
    if len(description) <= DESCRIPTION:
        return description
    return description[:DESCRIPTION].rsplit(" ", 1)[0].rstrip(",;:.") + " …"


def _tidy(body: str) -> str:
    """Each block of HTML begins a line, as Markdown wants it; no space ends one, no two blank lines stand together."""
    lines: list[str] = []
    for line in _IN_MID_LINE.sub(r"\n\1", body).splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip() + "\n"
