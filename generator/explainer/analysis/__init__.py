"""What follows from the evidence, each thing worked out once: standings, origins, as-of views, sums, changes."""

from explainer.analysis.analysis import Analysis, analyse
from explainer.analysis.changes import FigureChange, Month, StandingChange, figure_changes, standing_changes
from explainer.analysis.contest import Contest
from explainer.analysis.in_words import (
    basis_in_words,
    contest_in_words,
    outlets_in_words,
    standing_in_words,
    why_in_words,
)
from explainer.analysis.origins import Origin, Provenance, declared_party, provenance, side_of, speaker_of, upwards
from explainer.analysis.standing import Assessment, Basis, Part, latest
from explainer.analysis.sums import Comparison, OwnSum

__all__ = [
    "Analysis",
    "Assessment",
    "Basis",
    "Comparison",
    "Contest",
    "FigureChange",
    "Month",
    "Origin",
    "OwnSum",
    "Part",
    "Provenance",
    "StandingChange",
    "analyse",
    "basis_in_words",
    "contest_in_words",
    "declared_party",
    "figure_changes",
    "latest",
    "outlets_in_words",
    "provenance",
    "side_of",
    "speaker_of",
    "standing_changes",
    "standing_in_words",
    "upwards",
    "why_in_words",
]  # fmt: skip
