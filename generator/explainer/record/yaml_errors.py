"""What YAML refuses, in an editor's words: the line where the mistake was made, and what to type there."""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from explainer.record.problems import Place, Problem, short

At = tuple[int, int]  # a line and a column, from 0 as libyaml counts them
QUOTE = "put the text in quotation marks"
FIELD = re.compile(r"\s*(?:- +)?(?P<name>[\w-]+):\s+(?P<value>.*\S)")
OPENED = re.compile(r"\s*(?:- +(?:[\w-]+:\s+)?|[\w-]+:\s+)(?P<value>[\"'\[{].*)")
Fault = tuple[At, str, str]


class _YamlError(NamedTuple):
    """What libyaml says of a syntax error: where it stopped, and where what it was reading began."""

    lines: tuple[str, ...]
    at: At
    begun: At

    def line(self, row: int) -> str:
        return self.lines[row] if 0 <= row < len(self.lines) else ""

    def tab(self) -> Fault:
        return self.at, "the line begins with a tab", "use spaces: two for each step in"

    def colon(self) -> Fault:
        """A colon where no field can begin: in a text, or after a line that is no field, or in a line too far in."""
        row, column = self.at
        line, above = self.line(row), self.line(row - 1)
        if not row or not re.fullmatch(r"\s*(- +)*[^\s:]+", line[:column]):
            return self.at, "the text has a colon and a space in it", quoted(line)
        if FIELD.match(above) and _indent(line) > _indent(above):
            message = "the line stands further in than the field above it"
            return self.undashed(row) or ((row, _indent(line)), message, "line the two up")
        return no_field(row - 1, above)

    def bare(self) -> Fault:
        return no_field(self.begun[0], self.line(self.begun[0]))

    def misfit(self) -> Fault:
        """Something after the end of a value, or a line at a depth that no line above it has."""
        row, column = self.at
        line = self.line(row)
        if line[:column].strip(" -"):
            return self.begun_above(row) or (self.at, "the text goes on after its end", quoted(line))
        if re.match(r"-\w", line[column:]):
            return no_field(row, line)
        if line[column : column + 1] == "-":
            hint = "line it up with the other items, or drop the dash"
            return self.undashed(row) or (self.at, "an item of a list stands among fields", hint)
        if re.match(rf"\s*- +{re.escape(line.strip().partition(':')[0])}:", self.line(self.begun[0])):
            return self.at, "a new item of the list begins here without its dash", dashed(line)
        hint = "line it up with the fields it belongs to; a new item of a list begins with a dash"
        return self.at, "the line is not lined up with anything above it", hint

    def undashed(self, row: int) -> Fault | None:
        """The first line below a name, where it has no dash and a later one in its list has."""
        later = next((at for at in range(row, len(self.lines)) if re.match(r"\s*- ", self.line(at))), 0)
        deep = _indent(self.line(later))
        names = (at for at in range(row - 1, -1, -1) if re.fullmatch(r"\s*(- +)?[\w-]+:", self.line(at)))
        name = next((at for at in names if _indent(self.line(at)) <= deep), later)
        first = next((at for at in range(name + 1, later) if not re.match(r"\s*(#|$)", self.line(at))), later)
        within = [_indent(one) > _indent(self.line(name)) for one in self.lines[first:later] if one]
        if not within or not all(within) or self.line(first).lstrip().startswith("-"):
            return None
        hint = f"{dashed(self.line(first))}, its dash above that of line {later + 1}"
        return (first, _indent(self.line(first))), "the first item of the list has no dash", hint

    def begun_above(self, row: int) -> Fault | None:
        """The quotation mark of a text above that ends only at the first mark of this line."""
        for above in range(row - 1, -1, -1):
            if (found := OPENED.match(self.line(above))) and (mark := found["value"][0]) in "\"'":
                rest = "".join((found["value"][1:], *self.lines[above + 1 : row]))
                if mark not in rest and mark in self.line(row):
                    return self._replace(begun=(above, found.start("value"))).open_quote()
        return None

    def open_quote(self) -> Fault:
        return self.begun, "the quotation mark that opens here is never closed", "close it at the end of the text"

    def open_bracket(self) -> Fault:
        message = "the bracket that opens here is not closed, or a comma is missing after it"
        return self.begun, message, f"close it; where it belongs to a text, {QUOTE}"

    def first_character(self) -> Fault:
        row, column = self.begun
        line = self.line(row)
        found = [(at, one) for at in range(row) if (one := OPENED.match(self.line(at))) and one["value"][0] in "[{"]
        if not line and found:
            return self._replace(begun=(found[-1][0], found[-1][1].start("value"))).open_bracket()
        return self.begun, f"a text cannot begin with `{line[column : column + 1]}`", quoted(line)

    def list_in_line(self) -> Fault:
        return self.at, "a list cannot begin in the line of its name", f"begin it on the next line, or {QUOTE}"

    def block(self) -> Fault:
        row, column = self.begun
        if not column:
            return no_field(row, self.line(row))
        hint = "begin the text on the next line, two spaces further in than its name"
        return self.at, f"nothing can follow `{self.line(row)[column]}` in its line", hint

    def escape(self) -> Fault:
        return self.at, "a backslash is special in double quotation marks", "write it twice, or use single ones"

    def outside(self) -> Fault:
        return self.at, "the line belongs to nothing above it", "let every field begin in the same column as the first"

    def unknown(self) -> Fault:
        return self.at, "the line cannot be read as YAML", f"compare it with the lines above, or {QUOTE}"


def syntax_problem(error: yaml.MarkedYAMLError, file: str, lines: tuple[str, ...]) -> Problem:
    """What an editor did where libyaml stopped, and what to type; it may have gone wrong some lines above."""
    marks = (error.problem_mark, error.context_mark or error.problem_mark)
    said = _YamlError(lines, *((mark.line, mark.column) if mark else (0, 0) for mark in marks))
    words = f"{error.context}: {error.problem}"
    explain = next((method for pattern, method in SYNTAX if re.search(pattern, words)), _YamlError.unknown)
    if re.match(r" *\t", said.line(said.at[0])):
        explain = _YamlError.tab
    (row, column), message, hint = explain(said)
    return Problem(Place(file, row + 1, column + 1), "yaml-syntax", message, hint)


def no_field(row: int, line: str) -> Fault:
    """What is said of a line that is neither a field nor an item, for want of a space."""
    message = f"the line `{short(line.strip())}` is neither a field nor a part of the text above it"
    if found := re.match(r"\s*(?:- +)?([\w-]+):(\S.*)", line):
        hint = f"put a space after the colon: `{found[1]}: {short(found[2])}`"
    elif re.match(r"[<=>|]{7}( |$)", line):
        hint = "git left it where it could not join two versions: keep one of the two, above or below =======,"
        hint += "\nand delete the lines that begin with <, = and >"
    elif found := re.match(r"\s*-(\w.*)", line):
        hint = f"put a space after the dash: `- {short(found[1])}`"
    else:
        hint = "write `name: value`; a text that goes on stands further in than its name"
    return (row, _indent(line)), message, hint


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def dashed(line: str) -> str:
    """How to begin an item of a list that has no dash."""
    return f"put a dash and a space before it: `- {short(line.strip())}`"


def quoted(line: str) -> str:
    """How to put the value of a line in the quotation marks that it does not have itself."""
    found = FIELD.match(line)
    if not found:
        return QUOTE
    name, value = found["name"], found["value"]
    if value[0] == value[-1] and value[0] in "\"'" and value[1:-1].count(value[0]) % 2:
        value = value[1:-1]  # an apostrophe within
    mark = next((one for one in "\"'" if one not in value and "\\" not in value), None)
    if mark is None:
        return f"write `{name}: |` and the text on the next line, two spaces further in"
    return f"put the whole text in quotation marks: `{name}: {mark}{short(value)}{mark}`"


SYNTAX: tuple[tuple[str, Callable[[_YamlError], Fault]], ...] = (
    (r"mapping values are not allowed", _YamlError.colon),
    (r"could not find expected ':'", _YamlError.bare),
    (r"did not find expected (key|'-' indicator)", _YamlError.misfit),
    (r"unexpected end of stream", _YamlError.open_quote),
    (r"did not find expected ',' or", _YamlError.open_bracket),
    (r"cannot start|node content|an alias|an anchor|a tag|a directive|mapping keys", _YamlError.first_character),
    (r"block sequence entries are not allowed", _YamlError.list_in_line),
    (r"a block scalar", _YamlError.block),
    (r"parsing a quoted scalar", _YamlError.escape),
    (r"expected <document start>", _YamlError.outside),
)
