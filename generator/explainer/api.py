"""The record from Python: `explainer.open`."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from explainer.analysis import Analysis
from explainer.build import check, has_errors
from explainer.record.problems import Problem, format_problems


class RecordError(Exception):
    """A record has errors: the message names each with its place and its remedy."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(format_problems(self.problems, "text"))


def open(content: str | Path, today: date | None = None) -> Analysis:  # noqa: A001  # as in `gzip.open`
    """Read the record in a folder, with all that follows from its evidence; a record with errors is a RecordError."""
    checked = check(Path(content), today or date.today())  # noqa: DTZ011  # the day where it is read
    if checked.analysis is None or has_errors(checked.problems):
        raise RecordError(checked.problems)
    return checked.analysis
