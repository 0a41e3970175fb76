"""The texts of the record that are our own words, and where prose names records."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from explainer.analysis import Analysis
from explainer.record.graph import SITE, Graph, split
from explainer.record.models import Record
from explainer.record.prose import Embed, mentions
from explainer.record.values import ProseField
from explainer.record.walk import Path, values, values_of_type

# the fields of plain text that an editor writes in their own words, at any depth
OWN = {
    "facts": ("title", "statement"),
    "figures": ("title", "unit", "note", "differs_because"),
    "events": ("title", "place", "announced_how", "date_note"),
    "disputes": ("question", "label"),
    "background": ("question", "heading"),
    "site": ("reasons", "heading", "conversation_title"),
}


# what in prose is no word: ids, addresses, records set in
_AIMS = re.compile(r"(?<=\])\[[^\[\]]*\]|(?<=\])\([^()\s]*\)|^[ \t]*:::.*$", re.MULTILINE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‘[^’]*’")


def texts_of(graph: Graph) -> Iterator[tuple[str, Path, str]]:
    """Every text of our own, plain and prose: record, path, text; blank, its length kept, where it is not our words."""
    for record_id, path, text in _texts(graph):
        yield record_id, path, _QUOTED.sub(_blank, _AIMS.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"\S", " ", match[0])


def _texts(graph: Graph) -> Iterator[tuple[str, Path, str]]:
    holders: list[tuple[str, str, BaseModel]] = [(one.id, graph.kinds[one.id], one) for one in graph.records()]
    for record_id, kind, holder in [*holders, (SITE, SITE, graph.site)]:
        prose = set() if kind in ("sources", "terms") else {path for path, _, _ in values(holder, ProseField)}
        for path, text in values_of_type(holder, str):
            if path in prose or not set(OWN.get(kind, ())).isdisjoint(path):
                yield record_id, path, text


def spoken_for(analysis: Analysis, record_id: str, path: Path) -> bool:
    """Whether a text is a party's word by its form: a fact that every origin of it says."""
    if record_id not in analysis.graph.facts or path != ("statement",):
        return False
    origins = analysis.assessment(record_id).origins
    return bool(origins) and all(origin.party for origin in origins)


def prose_of(graph: Graph) -> Iterator[tuple[str, Path, str, bool, bool, int]]:
    """Every mention in prose: record, path, target's id, whether it has words, whether it is set in, its offset."""
    holders = [*graph.records(), graph.site]
    for holder in holders:
        record_id = holder.id if isinstance(holder, Record) else SITE
        for path, _, text in values(holder, ProseField):
            for one in mentions(text):
                embedded = isinstance(one, Embed)
                words = not isinstance(one, Embed) and bool(one.children)
                yield record_id, path, split(one.target)[0], words, embedded, one.offset
