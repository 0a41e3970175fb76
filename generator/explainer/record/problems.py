"""What is wrong with the record: where, what, and what to do about it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Literal

MAX_SHOWN, MAX_IN_A_FILE = 120, 50
OF_FILES = ("bad-id", "misplaced-file", "not-regular-file", "unknown-folder", "yaml-name")
RED, YELLOW, BOLD, PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[0m"


class Severity(StrEnum):
    """An error keeps the record from being published; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Place:
    """A file as the editor knows it, and a line and column in it, both from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Give the form that editors open on a click."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong; `code` names its kind, `hint` says what to type."""

    later: bool = field(init=False, repr=False)  # what is wrong with a file itself comes first; more may follow from it
    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        """Put it in its order."""
        object.__setattr__(self, "later", self.code not in OF_FILES)


def fewer(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in their order, of each file so many as an editor mends at once, and how many more there are."""
    by_file: dict[str, list[Problem]] = {}
    for one in sorted(problems):
        by_file.setdefault(one.place.file, []).append(one)
    return sorted(one for some in by_file.values() for one in (*some[:MAX_IN_A_FILE], *_counted(some[MAX_IN_A_FILE:])))


def _counted(left: list[Problem]) -> Iterator[Problem]:
    if left:
        severity = Severity.ERROR if any(one.severity is Severity.ERROR for one in left) else Severity.WARNING
        message = f"{len(left):,} more problems in this file are not listed"
        yield Problem(left[0].place, "more-problems", message, "mend those above; they often have one cause", severity)


def format_problems(
    problems: Iterable[Problem], style: Literal["text", "json", "github"], *, colour: bool = False
) -> str:
    """All problems as text for people, JSON for programs, or annotations of a pull request."""
    if style == "json":
        return json.dumps([_plain(one) for one in problems], ensure_ascii=False, indent=2)
    if style == "github":
        return "\n".join(_annotation(one) for one in problems)
    return "\n".join(_lines(one, colour=colour) for one in problems)


def short(text: str) -> str:
    """The text in one line, nothing in it unseen; only its beginning where the whole would drown the message."""
    seen = "".join(one if one.isprintable() else ascii(one)[1:-1] for one in text[: MAX_SHOWN + 1])
    return seen if len(text) <= MAX_SHOWN else f"{seen[:MAX_SHOWN]}…"


def _plain(problem: Problem) -> dict[str, object]:
    place = asdict(problem.place)
    rest = {"severity": problem.severity, "code": problem.code, "message": problem.message, "hint": problem.hint}
    return {**place, **rest}


def _lines(problem: Problem, *, colour: bool) -> str:
    paint = RED if problem.severity is Severity.ERROR else YELLOW
    severity = f"{paint}{problem.severity}{PLAIN}" if colour else problem.severity
    place = f"{BOLD}{problem.place}{PLAIN}" if colour else problem.place
    hint = "".join(
        f"\n    hint: {line}" if not at else f"\n          {line}" for at, line in enumerate(problem.hint.splitlines())
    )
    return f"{place}: {severity}: {problem.message} [{problem.code}]{hint}"


def _annotation(problem: Problem) -> str:
    place = problem.place
    text = f"{problem.message}\nhint: {problem.hint}" if problem.hint else problem.message
    where = f"file={_property(place.file)},line={place.line},col={place.column},title={_property(problem.code)}"
    return f"::{problem.severity} {where}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
