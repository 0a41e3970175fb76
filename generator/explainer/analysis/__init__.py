"""What follows from the evidence, each thing worked out once: standings, origins, as-of views, sums, changes."""

from explainer.analysis.analysis import Analysis, analyse
from explainer.analysis.changes import FigureChange, Month, StandingChange, figure_changes, standing_changes
from explainer.analysis.in_words import origin_names, outlets_in_words, standing_in_words, why_in_words
from explainer.analysis.standing import Assessment, Origin, Part, Provenance, Standing, latest
from explainer.analysis.sums import Comparison, OwnSum

__all__ = [
    "Analysis", "Assessment", "Comparison", "FigureChange", "Month", "Origin", "OwnSum", "Part", "Provenance",
    "Standing", "StandingChange", "analyse", "figure_changes", "latest", "origin_names", "outlets_in_words",
    "standing_changes", "standing_in_words", "why_in_words",
]  # fmt: skip
