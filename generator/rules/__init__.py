"""stub."""

from datetime import date

from generator.graph import Graph
from generator.problems import Problem


def lint(graph: Graph, today: date) -> list[Problem]:
    """Stub."""
    return []
