"""What a reading proves, kept beside the record: one small file a source, the work's text never in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from explainer.record.graph import Graph
from explainer.record.proofs import FOLDER, Proof
from explainer.record.walk import all_evidence
from explainer.verify.compare import Fetched, Match, Outcome, digest, find, key

READ = "read"


@dataclass(frozen=True)
class Reading:
    """A source, the text that was got of it, and how each of its excerpts stands in that text."""

    source: str
    fetched: Fetched
    how: str
    matches: tuple[tuple[str, Match], ...]

    @property
    def moved(self) -> tuple[tuple[str, Match], ...]:
        """The excerpts that do not stand in the text word for word."""
        return tuple((excerpt, match) for excerpt, match in self.matches if match.outcome is not Outcome.FOUND)


def excerpts_of(graph: Graph) -> dict[str, tuple[str, ...]]:
    """By source: every excerpt that the record has of it, each once, in the order of the record."""
    excerpts: dict[str, dict[str, None]] = {}
    for record in graph.records():
        for _, passage in all_evidence(record):
            excerpts.setdefault(passage.source, {})[passage.excerpt] = None
    return {source: tuple(found) for source, found in sorted(excerpts.items())}


def read(source: str, fetched: Fetched, excerpts: Iterable[str], how: str) -> Reading:
    """Hold every excerpt of a source against its text."""
    matches = tuple((excerpt, find(fetched.text, excerpt)) for excerpt in excerpts) if fetched.text else ()
    return Reading(source, fetched, how, matches)


def proof_of(reading: Reading, on: date, tool: str) -> Proof:
    """What is kept of a reading: hashes and outcomes, and the words that stand in place of an excerpt's."""
    found = any(match.outcome is not Outcome.MISSING for _, match in reading.matches)
    outcome = READ if found or reading.fetched.outcome is Outcome.FOUND else reading.fetched.outcome.value
    return Proof.model_validate(
        {
            "on": on.isoformat(),
            "tool": tool,
            "how": reading.how,
            "outcome": outcome,
            "reason": reading.fetched.reason if outcome != READ else None,
            "text": digest(reading.fetched.text) if outcome == READ else None,
            "excerpts": [_excerpt(*pair) for pair in reading.matches] if outcome == READ else [],
        }
    )


def write(content: Path, source: str, proof: Proof) -> Path:
    """Write the proof of a source; the file is replaced whole."""
    path = content / FOLDER / f"{source}.yaml"
    path.parent.mkdir(exist_ok=True)
    text = yaml.safe_dump(proof.model_dump(exclude_none=True), sort_keys=False, allow_unicode=True, width=4096)
    unfinished = path.with_suffix(".tmp")
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    unfinished.replace(path)
    return path


def due(graph: Graph, proofs: dict[str, Proof], wanted: Iterable[str]) -> Iterator[str]:
    """The sources to read, those never read first, then the longest unread; what has no address is left out."""
    chosen = [source for source in wanted or excerpts_of(graph) if graph.sources[source].url]
    yield from sorted(chosen, key=lambda source: (str(proofs[source].on) if source in proofs else "", source))


def _excerpt(excerpt: str, match: Match) -> dict[str, Any]:
    proof = {"excerpt": key(excerpt), "outcome": match.outcome.value}
    return proof | {name: value for name, value in (("words", match.words), ("around", match.around)) if value}
