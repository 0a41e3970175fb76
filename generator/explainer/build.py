"""The stages in order: check the record, write the pages, build the site beside the old one, and swap."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from pathlib import Path

from explainer.analysis import Analysis, analyse
from explainer.languages import messages_of
from explainer.record.graph import STILL_WHOLE, Graph, link
from explainer.record.load import load
from explainer.record.problems import Problem, Severity, fewer
from explainer.record.values import PartialDate
from explainer.render import engine
from explainer.render.charts import draw
from explainer.render.check_html import check_html
from explainer.render.environment import environment
from explainer.render.exports import export
from explainer.render.page_view import PageView
from explainer.render.pages import Edition, render
from explainer.render.search import interface, search_index
from explainer.render.urls import site_address
from explainer.render.write import SITE_MARK, Output, SyncResult, locked, replace_directory, sync
from explainer.rules import lint


@dataclass(frozen=True)
class Checked:
    """A record that was read: no graph where there is no site, no analysis where a file or a record is missing."""

    graph: Graph | None
    analysis: Analysis | None
    problems: list[Problem]


@dataclass(frozen=True)
class Built:
    """The outcome of a build: `synced` is None where errors kept it from writing, `analysis` where there is none."""

    graph: Graph | None
    analysis: Analysis | None
    problems: list[Problem]
    synced: SyncResult | None


@dataclass(frozen=True)
class BuildOptions:
    """What a build is asked for beside the pages of today.

    *days* get a page each that shows the record as it was known; a *preview* shows drafts, and what is due;
    *repository* is the address on GitHub of the files, for the links to edit and to report; *url* that of the site.
    """

    days: tuple[PartialDate, ...] = ()
    preview: bool = False
    repository: str = ""
    url: str = ""


TODAY_ALONE = BuildOptions()


def check(content: Path, today: date, options: BuildOptions = TODAY_ALONE) -> Checked:
    """Read, analyse and check the record. Rules see only a whole one: causes come before consequences."""
    found = load(content)
    hidden = {loaded.id for loaded in found.records if not options.preview and getattr(loaded.record, "draft", False)}
    shown = (loaded for loaded in found.records if loaded.id not in hidden)
    graph, dangling = link(shown, found.unread, found.closed, hidden)
    broken = [*found.problems, *dangling]
    if graph is None or any(problem.code not in STILL_WHOLE for problem in broken):
        return Checked(graph, None, fewer(broken))
    analysis = analyse(_housed(graph, options), today)
    return Checked(analysis.graph, analysis, fewer(broken or lint(analysis)))


def build(content: Path, site_src: Path, today: date, options: BuildOptions = TODAY_ALONE) -> Built:
    """Check the record and write its pages; nothing is written where it has errors."""
    checked = check(content, today, options)
    analysis = checked.analysis
    if analysis is None or has_errors(checked.problems):
        return Built(checked.graph, analysis, checked.problems, None)
    messages = messages_of(analysis.graph.site.language)
    exported = list(export(analysis))
    downloads = [(output.path, len(output.content)) for output in exported if output.path.count("/") == 1]
    charts, drawn = draw(analysis, messages)
    files_drawn = frozenset(output.path for output in drawn)
    edition = Edition(today, downloads, files_drawn, options.days, preview=options.preview)
    pages = list(render(analysis, messages, charts, edition))
    dialog = interface(PageView(analysis, "", messages), {site_address(page.path) for page in pages})
    synced = sync([*pages, *drawn, *exported, *assets(), dialog], site_src)
    return Built(analysis.graph, analysis, checked.problems, synced)


def publish(analysis: Analysis, config: Path, site_src: Path, site: Path) -> int:
    """Build the site beside the old one and swap; the number of its pages. A failed build leaves the old one."""
    site.parent.mkdir(parents=True, exist_ok=True)
    unfinished = f".{site.name}-unfinished-"
    with locked(site_src):
        for left in site.parent.glob(f"{unfinished}*"):  # by a build that was killed
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(dir=site.parent, prefix=unfinished) as beside:
            new = Path(beside) / "site"
            engine.run(analysis.graph.site, config, site_src, new, newest(analysis.graph))
            _make_searchable(analysis, new)
            if faults := check_html(new, os.environ.get("SITE_URL", "")):
                raise engine.SiteError("\n".join(faults))
            pages = sum(1 for _ in new.rglob("*.html"))
            (new / SITE_MARK).write_text("The next build deletes this folder.\n", "utf-8")
            replace_directory(new, site)
    return pages


def has_errors(problems: list[Problem]) -> bool:
    """Whether any of them keeps the record from being published."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def assets() -> Iterator[Output]:
    """Style, scripts and fonts, as they lie in the package; the colours of the first style sheet from the palette."""
    yield Output("assets/css/tokens.css", environment().get_template("tokens.css.jinja").render().encode())
    root = files("explainer") / "assets"
    with_paths = Path(str(root))
    for path in sorted(with_paths.rglob("*")):
        if path.is_file():
            yield Output(f"assets/{path.relative_to(with_paths).as_posix()}", path.read_bytes())


def newest(graph: Graph) -> date:
    """The newest day on which a source of the record appeared: the date that the built files carry."""
    return max(
        (source.published.last for source in graph.sources.values() if source.published), default=date(2000, 1, 1)
    )


def _housed(graph: Graph, options: BuildOptions) -> Graph:
    """The record with its site's address, and the links to edit and to report that follow from where its files are."""
    links = {"url": graph.site.url or options.url or None}
    if repository := (graph.site.repository or options.repository).rstrip("/"):
        links["edit"] = graph.site.edit or f"{repository}/edit/main/"
        links["report"] = graph.site.report or f"{repository}/issues/new?template=error.yml"
    return replace(graph, site=graph.site.model_copy(update=links))


def _make_searchable(analysis: Analysis, new: Path) -> None:
    """Add the index that search reads to a site that was built."""
    page = PageView(analysis, "", messages_of(analysis.graph.site.language))
    built = {"".join(f"{part}/" for part in html.relative_to(new).parts[:-1]) for html in new.rglob("index.html")}
    for output in search_index(page, built):
        path = new / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.content)
