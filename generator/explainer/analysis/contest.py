"""Who contests a statement: the holders of positions with another answer. A flag on both sides, and no verdict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from explainer.analysis.origins import speaker_of
from explainer.record.graph import Graph
from explainer.record.models import Dispute
from explainer.record.parts import Position


@dataclass(frozen=True)
class Contest:
    """Who says otherwise than a statement (ids of actors), and in which disputes."""

    by: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()

    @classmethod
    def joined(cls, contests: "Iterable[Contest]") -> "Contest":
        """What several contests amount to, each holder and dispute once."""
        found = tuple(contests)
        by = dict.fromkeys(holder for contest in found for holder in contest.by)
        return cls(tuple(by), tuple(dict.fromkeys(dispute for contest in found for dispute in contest.disputes)))


UNCONTESTED = Contest()


def contests(graph: Graph) -> Mapping[str, Contest]:
    """By record or part of one (`id@part`), who contests it. Symmetric: what one position contests contests it."""
    opponents: dict[str, dict[str, None]] = {}
    disputes: dict[str, dict[str, None]] = {}
    for dispute in graph.disputes.values():
        for position in dispute.positions:
            against = opponents_of(graph, dispute, position)
            for target in position.stated_in if against else ():
                opponents.setdefault(target, {}).update(dict.fromkeys(against))
                disputes.setdefault(target, {})[dispute.id] = None
    return {target: Contest(tuple(by), tuple(disputes[target])) for target, by in opponents.items()}


def opponents_of(graph: Graph, dispute: Dispute, position: Position) -> tuple[str, ...]:
    """The holders of positions with another answer; nobody contests themselves, unless the dispute is about that."""
    others = [holder for other in dispute.positions if other.answer != position.answer for holder in other.held_by]
    if dispute.self_contradiction:
        return tuple(dict.fromkeys(others))
    own = {_whole(graph, holder, position) for holder in position.held_by}
    return tuple(dict.fromkeys(holder for holder in others if _whole(graph, holder, position) not in own))


def _whole(graph: Graph, holder: str, position: Position) -> str:
    return speaker_of(graph, graph.actors[holder], position.as_of).actor
