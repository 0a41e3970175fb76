"""What the dialog of search says, beside the index: its words, and the ways on where nothing is found."""

import json
from collections.abc import Collection

from explainer.record.values import PartialDate
from explainer.render.page_view import PageView
from explainer.render.search.entries import pages
from explainer.render.write import Output

WAYS = ("background", "map", "changes", "unknowns", "a_z")
MONTHS = range(1, 13)


def interface(page: PageView, written: Collection[str]) -> Output:
    """The words of the dialog as a file; *written* are the addresses of the site's pages."""
    words = page.messages["search"]["dialog"]
    found = pages(page)
    ways = [found[name] for name in WAYS if name in found and found[name].url.partition("#")[0] in written]
    sources = page.count("sources", len(page.graph.sources))
    end = page.analysis.reach
    to = words["nothing_to"].format(date=page.date(end)) if end else ""
    content = words | {
        "stop_words": words["stop_words"].split(),
        "months": [page.date(PartialDate(2000, month)).replace("2000", "").strip() for month in MONTHS],
        "ways": [(way.title, way.url) for way in ways],
        "nothing_why": words["nothing_why"].format(sources=sources, to=to),
    }
    return Output("assets/search.json", json.dumps(content, ensure_ascii=False, sort_keys=True).encode())
