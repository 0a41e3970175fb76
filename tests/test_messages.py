"""What an editor is told of each mistake that editors make: the place, what is wrong there, and what to type.

Each row is one change to one file of the small record, and all that `explainer check` prints for it.
"""
# ruff: noqa: E501  # a change and a message each stand in one line, as an editor has them

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import Run, Told
from tests.small import small

WHOLE = ""  # the file is new, or written anew
FINE = f"0 errors, 0 warnings in {len(small().kinds)} records. Nothing stands in the way of publishing.\n"


class Mistake(NamedTuple):
    """In *file*, *old* becomes *new*."""

    what: str
    file: str
    old: str
    new: str
    said: str


# fmt: off
MISTAKES = (
    # what YAML cannot read, or reads otherwise than it was meant
    Mistake("a line too far in", "facts/horn-range.yaml", "as_of: 2024", "  as_of: 2024", """\
content/facts/horn-range.yaml:6:3: error: the line stands further in than the field above it [yaml-syntax]
    hint: line the two up
"""),
    Mistake("a line not far enough in", "facts/horn-range.yaml", "    excerpt: We", "   excerpt: We", """\
content/facts/horn-range.yaml:9:4: error: the line is not lined up with anything above it [yaml-syntax]
    hint: line it up with the fields it belongs to; a new item of a list begins with a dash
"""),
    Mistake("a tab", "facts/horn-range.yaml", "    excerpt: We", "\texcerpt: We", """\
content/facts/horn-range.yaml:9:1: error: the line begins with a tab [yaml-syntax]
    hint: use spaces: two for each step in
"""),
    Mistake("a colon in a text", "facts/horn-range.yaml", "title: How far", "title: The horn: how far", """\
content/facts/horn-range.yaml:4:16: error: the text has a colon and a space in it [yaml-syntax]
    hint: put the whole text in quotation marks: `title: "The horn: how far the horn carried"`
"""),
    Mistake("a # in a text, which cuts it", "facts/horn-range.yaml", "nine miles out to sea", "nine miles out from buoy #4", """\
content/facts/horn-range.yaml:5:61: error: `statement` ends here: what follows the # is not read [cut-at-a-comment]
    hint: put the whole text in quotation marks: `statement: "The horn could be heard nine miles out from buoy #4."`
          or, where it is a comment, write two spaces before the # and one after it
"""),
    Mistake("a text that begins with a #", "facts/horn-range.yaml", "title: How far", "title: #1 in the bay: how far", """\
content/facts/horn-range.yaml:4:8: error: `title` ends here: what follows the # is not read [cut-at-a-comment]
    hint: put the whole text in quotation marks: `title: "#1 in the bay: how far the horn carried"`
          or, where it is a comment, write two spaces before the # and one after it
"""),
    Mistake("no space after a colon", "facts/horn-range.yaml", "as_of: 2024", "as_of:2024", """\
content/facts/horn-range.yaml:6:1: error: the line `as_of:2024` is neither a field nor a part of the text above it [yaml-syntax]
    hint: put a space after the colon: `as_of: 2024`
"""),
    Mistake("no dash before an item", "events/fog-1.yaml", "actors:\n  - horn-watch", "actors:\n  horn-watch", """\
content/events/fog-1.yaml:13:3: error: `actors` is text, and should be a list [wrong-type]
    hint: write `actors: [horn-watch]`
"""),
    Mistake("no dash before the first of several items", "facts/horn-range.yaml", "  - source: gazette-2025-04-20\n    excerpt", "  source: gazette-2025-04-20\n  excerpt", """\
content/facts/horn-range.yaml:8:3: error: the first item of the list has no dash [yaml-syntax]
    hint: put a dash and a space before it: `- source: gazette-2025-04-20`, its dash above that of line 10
"""),
    Mistake("no dash before the first item alone", "facts/horn-range.yaml", "  - source: gazette-2025-04-20", "    source: gazette-2025-04-20", """\
content/facts/horn-range.yaml:8:5: error: the first item of the list has no dash [yaml-syntax]
    hint: put a dash and a space before it: `- source: gazette-2025-04-20`, its dash above that of line 10
"""),
    Mistake("no dash before a later item", "facts/horn-range.yaml", "  - source: log-2025", "    source: log-2025", """\
content/facts/horn-range.yaml:10:5: error: `source` begins a new item of the list here, without its dash [duplicate-key]
    hint: put a dash and a space before it: `- source: log-2025`
"""),
    Mistake("a field of an item twice", "facts/horn-range.yaml", "    excerpt: We", "    excerpt: We heard\n    excerpt: We", """\
content/facts/horn-range.yaml:10:5: error: `excerpt` stands twice here; the first is in line 9 [duplicate-key]
    hint: keep one of the two; a new item of a list begins with a dash
"""),
    Mistake("no space after the first dash", "facts/horn-range.yaml", "  - source: gazette", "  -source: gazette", """\
content/facts/horn-range.yaml:8:3: error: the line `-source: gazette-2025-04-20` is neither a field nor a part of the text above it [yaml-syntax]
    hint: put a space after the dash: `- source: gazette-2025-04-20`
"""),
    Mistake("no space after a dash", "facts/horn-range.yaml", "  - source: log-2025", "  -source: log-2025", """\
content/facts/horn-range.yaml:10:3: error: the line `-source: log-2025` is neither a field nor a part of the text above it [yaml-syntax]
    hint: put a space after the dash: `- source: log-2025`
"""),
    Mistake("no dash before the first of several fields", "terms/foghorn.yaml", "  - source: notice", "    source: notice", """\
content/terms/foghorn.yaml:8:5: error: `evidence` is a group of fields, and should be a list [wrong-type]
    hint: put a dash and a space before the first of them: `- source: …`
"""),
    Mistake("a quotation mark that is never closed", "facts/keeper-asleep.yaml", "title: A neighbour's charge", 'title: "A neighbour\'s charge', """\
content/facts/keeper-asleep.yaml:11:8: error: the quotation mark that opens here is never closed [yaml-syntax]
    hint: close it at the end of the text
"""),
    Mistake("a quotation mark that only the next one closes", "facts/horn-range.yaml", "title: How far", 'title: "How far', """\
content/facts/horn-range.yaml:4:8: error: the quotation mark that opens here is never closed [yaml-syntax]
    hint: close it at the end of the text
"""),
    Mistake("a single quotation mark that only an apostrophe far below closes", "facts/keeper-asleep.yaml", "title: A neighbour's charge", "title: 'A charge", """\
content/facts/keeper-asleep.yaml:11:8: error: the quotation mark that opens here is never closed [yaml-syntax]
    hint: close it at the end of the text
"""),
    Mistake("a bracket at the end of a file", "terms/foghorn.yaml", WHOLE, "term: [\n", """\
content/terms/foghorn.yaml:1:7: error: the bracket that opens here is not closed, or a comma is missing after it [yaml-syntax]
    hint: close it; where it belongs to a text, put the text in quotation marks
"""),
    Mistake("the marks of a merge that git could not make", "facts/horn-range.yaml", "as_of: 2024\n", "<<<<<<< HEAD\nas_of: 2024\n=======\nas_of: 2023\n>>>>>>> main\n", """\
content/facts/horn-range.yaml:6:1: error: the line `<<<<<<< HEAD` is neither a field nor a part of the text above it [yaml-syntax]
    hint: git left it where it could not join two versions: keep one of the two, above or below =======,
          and delete the lines that begin with <, = and >
"""),
    Mistake("the last mark of such a merge, forgotten", "facts/horn-range.yaml", "as_of: 2024\n", "as_of: 2024\n>>>>>>> main\n", """\
content/facts/horn-range.yaml:7:1: error: the line `>>>>>>> main` is neither a field nor a part of the text above it [yaml-syntax]
    hint: git left it where it could not join two versions: keep one of the two, above or below =======,
          and delete the lines that begin with <, = and >
"""),
    Mistake("an apostrophe in single quotation marks", "facts/keeper-asleep.yaml", "title: A neighbour's charge", "title: 'A neighbour's charge'", """\
content/facts/keeper-asleep.yaml:11:21: error: the text goes on after its end [yaml-syntax]
    hint: put the whole text in quotation marks: `title: "A neighbour's charge"`
"""),
    Mistake("a text half in quotation marks", "facts/horn-range.yaml", "statement: The horn could", 'statement: "The horn" could', """\
content/facts/horn-range.yaml:5:23: error: the text goes on after its end [yaml-syntax]
    hint: put the whole text in quotation marks: `statement: '"The horn" could be heard nine miles out to sea.'`
"""),
    Mistake("a text that begins with a star", "facts/horn-range.yaml", "title: How", "title: *How", """\
content/facts/horn-range.yaml:4:8: error: `*How` is an alias [alias]
    hint: put the whole text in quotation marks: `title: "*How far the horn carried"`
"""),
    Mistake("an anchor", "facts/horn-range.yaml", "title: How", "title: &How", """\
content/facts/horn-range.yaml:4:8: error: `&How` is an anchor [anchor]
    hint: put the whole text in quotation marks: `title: "&How far the horn carried"`
"""),
    Mistake("a text that leaves its block", "events/fog-1.yaml", "  The horn sounded all night. The", "  The horn sounded all night.\nThe", """\
content/events/fog-1.yaml:26:1: error: the line `The [keeper][ines-duval] wrote it down.` is neither a field nor a part of the text above it [yaml-syntax]
    hint: write `name: value`; a text that goes on stands further in than its name
"""),
    Mistake("a record that leaves its block", "background/why-did-the-horn-fall-silent.yaml", "      ::: horn-nights", "    ::: horn-nights", """\
content/background/why-did-the-horn-fall-silent.yaml:17:5: error: the line that begins with `::` has left its text [unknown-field]
    hint: a text that goes on stands as far in as its first line
"""),
    Mistake("a field twice", "facts/horn-range.yaml", "as_of: 2024", "as_of: 2024\nas_of: 2025", """\
content/facts/horn-range.yaml:7:1: error: `as_of` stands twice here; the first is in line 6 [duplicate-key]
    hint: keep one of the two
"""),
    Mistake("a space that nobody sees", "facts/horn-range.yaml", "How far", "How\u200bfar", """\
content/facts/horn-range.yaml:4:11: error: a character that nobody sees stands here: U+200B, zero width space [bad-character]
    hint: delete it, and type the text around it again
"""),
    # files: what they are called, where they lie, how they are saved
    Mistake("an empty file", "facts/horn-range.yaml", WHOLE, "", """\
content/facts/horn-range.yaml:1:1: error: the file is empty [empty-file]
    hint: fill it in, or delete it
"""),
    Mistake("a file in the wrong folder", "quotes/horn-in-town.yaml", WHOLE, "title: The horn in the town\nstatement: The horn could be heard in the town.\nas_of: 2024\nbackground: [how-loud-was-it]\nevidence:\n  - source: gazette-2025-04-20\n    excerpt: heard in the town\n", """\
content/quotes/horn-in-town.yaml:1:1: error: the file has the fields of a fact, and lies in quotes/ [misplaced-file]
    hint: move it from quotes/ to facts/
"""),
    Mistake("a file beside the folders", "horn-in-town.yaml", WHOLE, "title: The horn in the town\n", """\
content/horn-in-town.yaml:1:1: error: `horn-in-town.yaml` lies beside the folders of records [misplaced-file]
    hint: move it into one of background, facts, figures, quotes, events, disputes, actors, sources, terms, absences, corrections, or out of here
"""),
    Mistake("a folder that is misspelt", "fact/horn-in-town.yaml", WHOLE, "title: The horn in the town\n", """\
content/fact:1:1: error: there is no kind of record called `fact` [unknown-folder]
    hint: did you mean `facts`?
"""),
    Mistake("two files with one id", "terms/horn-range.yaml", WHOLE, "term: Range\ndefinition: How far it carries.\n", """\
content/terms/horn-range.yaml:1:1: error: the id `horn-range` is used twice: content/facts/horn-range.yaml has it too [duplicate-id]
    hint: rename one of the two files
"""),
    Mistake("a capital letter in a file's name", "terms/Fog-signal.yaml", WHOLE, "term: Fog signal\ndefinition: A horn.\n", """\
content/terms/Fog-signal.yaml:1:1: error: `Fog-signal` cannot be an id [bad-id]
    hint: use small letters, digits and single hyphens, at most 64: `fog-signal.yaml`
"""),
    Mistake("an underscore in a file's name", "terms/fog_signal.yaml", WHOLE, "term: Fog signal\ndefinition: A horn.\n", """\
content/terms/fog_signal.yaml:1:1: error: `fog_signal` cannot be an id [bad-id]
    hint: use small letters, digits and single hyphens, at most 64: `fog-signal.yaml`
"""),
    Mistake("the ending .yml", "terms/fog-signal.yml", WHOLE, "term: Fog signal\ndefinition: A horn.\n", """\
content/terms/fog-signal.yml:1:1: error: `fog-signal.yml` is not read [yaml-name]
    hint: name it `fog-signal.yaml`
"""),
    Mistake("the ending .yaml.txt", "terms/fog-signal.yaml.txt", WHOLE, "term: Fog signal\ndefinition: A horn.\n", """\
content/terms/fog-signal.yaml.txt:1:1: error: `fog-signal.yaml.txt` is not read [yaml-name]
    hint: name it `fog-signal.yaml`
"""),
    Mistake("a file not saved as UTF-8", "terms/foghorn.yaml", WHOLE, "term: Foghorn\ndefinition: A trompe \udce0 brume.\n", """\
content/terms/foghorn.yaml:2:1: error: the file is not saved as UTF-8 [not-utf-8]
    hint: save it again with the encoding UTF-8
"""),
    Mistake("a byte order mark, which is no mistake", "terms/foghorn.yaml", "term: Foghorn", "\ufeffterm: Foghorn", FINE),
    # fields, and what stands in them
    Mistake("a misspelt field", "facts/horn-range.yaml", "statement:", "statment:", """\
content/facts/horn-range.yaml:5:1: error: there is no field `statment` [unknown-field]
    hint: did you mean `statement`?
"""),
    Mistake("a field that is missing", "facts/horn-range.yaml", "as_of: 2024\n", "", """\
content/facts/horn-range.yaml:1:1: error: `as_of` is missing [missing-field]
    hint: write `as_of: …`, the time that it speaks of: YYYY, YYYY-MM or YYYY-MM-DD
"""),
    Mistake("a field that is empty", "facts/horn-range.yaml", "title: How far the horn carried", "title:", """\
content/facts/horn-range.yaml:4:7: error: `title` is empty [empty-value]
    hint: fill it in, or take the line out
"""),
    Mistake("a list where text is wanted", "facts/horn-range.yaml", "title: How far the horn carried", "title: [How far the horn carried]", """\
content/facts/horn-range.yaml:4:8: error: `title` is a list, and should be text [wrong-type]
    hint: write it after the colon, in the same line: `title: How far the horn carried`
"""),
    Mistake("text where a list is wanted", "events/fog-1.yaml", "areas:\n  - outer-bay", "areas: outer-bay, harbour-mouth", """\
content/events/fog-1.yaml:6:8: error: `areas` is text, and should be a list [wrong-type]
    hint: write `areas: [outer-bay, harbour-mouth]`
"""),
    Mistake("text where fields are wanted", "facts/horn-range.yaml", "  - source: gazette-2025-04-20\n    excerpt: We", "  - We", """\
content/facts/horn-range.yaml:8:5: error: an item of `evidence` is text, and should be a group of fields [wrong-type]
    hint: write its fields, each in a line of its own: `source: …`, `excerpt: …`
"""),
    Mistake("yes for true, which is no mistake", "facts/horn-range.yaml", "cleaned: true", "cleaned: yes", FINE),
    Mistake("no where a word is wanted", "events/fog-1.yaml", "type: fog\n", "type: fog\nstatus: no\n", """\
content/events/fog-1.yaml:5:9: error: `no` is not a choice for `status` [not-a-choice]
    hint: the choices are: confirmed, unconfirmed
"""),
    Mistake("02/09/2025", "events/fog-1.yaml", "date: 2025-02-03", "date: 02/09/2025", """\
content/events/fog-1.yaml:2:7: error: `02/09/2025` is not a date [not-a-date]
    hint: write the year, the month and the day: `2025-09-02` or `2025-02-09`
"""),
    Mistake("2025-9-2", "events/fog-1.yaml", "date: 2025-02-03", "date: 2025-9-2", """\
content/events/fog-1.yaml:2:7: error: `2025-9-2` is not a date [not-a-date]
    hint: write the year, the month and the day: `2025-09-02`
"""),
    Mistake("a day that does not exist", "events/fog-1.yaml", "date: 2025-02-03", "date: 2025-02-30", """\
content/events/fog-1.yaml:2:7: error: `2025-02-30` is not a date [not-a-date]
    hint: there is no such day; write YYYY-MM-DD, or YYYY-MM, or YYYY: as much as is known
"""),
    Mistake("a number with its unit", "events/fog-1.yaml", "blasts: 40", "blasts: 40 blasts", """\
content/events/fog-1.yaml:11:11: error: `40 blasts` is not a number [not-a-number]
    hint: write digits alone: `40`
"""),
    Mistake("a thousands separator", "events/fog-1.yaml", "blasts: 40", "blasts: 1,140", """\
content/events/fog-1.yaml:11:11: error: `1,140` is not a number [not-a-number]
    hint: write digits alone: `1140`
"""),
    Mistake("a range in one line", "events/fog-1.yaml", "blasts: 40", "blasts: 40-60", """\
content/events/fog-1.yaml:11:11: error: `40-60` is not a number [not-a-number]
    hint: write `blasts: {min: 40, max: 60}`
"""),
    Mistake("quotation marks round an address", "sources/gazette-2025-03-06.yaml", "https://gazette.example.org/letters#march", "“https://gazette.example.org/letters”", """\
content/sources/gazette-2025-03-06.yaml:3:6: error: `“https://gazette.example.org/letters”` is not an address that can be linked [not-an-address]
    hint: take the quotation marks out: `https://gazette.example.org/letters`
"""),
    Mistake("an address without https", "sources/gazette-2025-03-06.yaml", "https://gazette", "gazette", """\
content/sources/gazette-2025-03-06.yaml:3:6: error: `gazette.example.org/letters#march` is not an address that can be linked [not-an-address]
    hint: write `https://gazette.example.org/letters#march`
"""),
    Mistake("a word that is no choice", "figures/horn-nights.yaml", "bound: at least", "bound: atleast", """\
content/figures/horn-nights.yaml:16:12: error: `atleast` is not a choice for `bound` [not-a-choice]
    hint: did you mean `at least`? The choices are: exactly, at least, about, at most
"""),
    Mistake("a name where an id is wanted", "quotes/duval-by-hand.yaml", "speaker: ines-duval", "speaker: Ines Duval", """\
content/quotes/duval-by-hand.yaml:1:10: error: `Ines Duval` cannot stand in `speaker` [not-an-id]
    hint: an id has small letters, digits and single hyphens: `ines-duval`
"""),
    Mistake("a title that is too long", "facts/horn-range.yaml", "the horn carried", "the horn of Merrow carried over the bay in the fog of that year", """\
content/facts/horn-range.yaml:4:8: error: `title` has 71 characters; at most 60 fit [too-long]
    hint: say it shorter; the rest belongs into a note or the prose
"""),
    # references
    Mistake("a draft on which another record rests", "sources/courier-2025-03-04.yaml", "publisher:", "draft: true\npublisher:", """\
content/facts/horn-silent.yaml:23:13: error: `courier-2025-03-04` is a draft, which readers are not shown [unknown-id]
    hint: take `draft: true` out of courier-2025-03-04.yaml, or this reference
"""),
    Mistake("a misspelt id", "facts/horn-range.yaml", "source: log-2025", "source: log-2052", """\
content/facts/horn-range.yaml:10:13: error: there is no source `log-2052` [unknown-id]
    hint: did you mean `log-2025`?
"""),
    Mistake("an id that is nowhere", "facts/horn-range.yaml", "source: log-2025", "source: almanac", """\
content/facts/horn-range.yaml:10:13: error: there is no source `almanac` [unknown-id]
    hint: write content/sources/almanac.yaml, or name one that exists
"""),
    Mistake("an id of the wrong kind", "quotes/duval-by-hand.yaml", "speaker: ines-duval", "speaker: beacon-2025-03-09", """\
content/quotes/duval-by-hand.yaml:1:10: error: `beacon-2025-03-09` is a source, not an actor [wrong-kind]
    hint: name an actor: its id is the name of its file in content/actors/
"""),
    Mistake("a block with an id that is nowhere", "background/why-did-the-horn-fall-silent.yaml", "::: horn-nights", "::: horn-night", """\
content/background/why-did-the-horn-fall-silent.yaml:17:7: error: there is no record `horn-night` [unknown-id]
    hint: did you mean `horn-nights`?
"""),
    Mistake("a block with words beside it", "background/why-did-the-horn-fall-silent.yaml", "::: horn-nights", "::: horn-nights, as a chart", """\
content/background/why-did-the-horn-fall-silent.yaml:17:7: error: `::: horn-nights, as a chart` does not set a record in [bad-block]
    hint: write three colons, a space and the id of a record, alone on the line
"""),
    Mistake("round brackets round an id", "background/why-did-the-horn-fall-silent.yaml", "2025][horn-silent]", "2025](horn-silent)", """\
content/background/why-did-the-horn-fall-silent.yaml:10:75: error: `horn-silent` is not an address that can be linked [bad-link]
    hint: a record stands in square brackets: [words][horn-silent]
"""),
    Mistake("a space between the brackets of a reference", "background/why-did-the-horn-fall-silent.yaml", "2025][horn-silent]", "2025] [horn-silent]", """\
content/background/why-did-the-horn-fall-silent.yaml:10:76: error: the brackets round `horn-silent` tie no words to it [bad-reference]
    hint: write [words][horn-silent], nothing between the brackets
"""),
    Mistake("a reference that is never closed", "background/why-did-the-horn-fall-silent.yaml", "2025][horn-silent]", "2025][horn-silent", """\
content/background/why-did-the-horn-fall-silent.yaml:10:75: error: the brackets round `horn-silent` tie no words to it [bad-reference]
    hint: write [words][horn-silent], nothing between the brackets
"""),
    Mistake("a capital letter in the id of a reference", "background/why-did-the-horn-fall-silent.yaml", "2025][horn-silent]", "2025][horn-silentX]", """\
content/background/why-did-the-horn-fall-silent.yaml:10:75: error: `horn-silentX` is not an id [bad-reference]
    hint: write [words][id], the id in small letters, digits and hyphens
"""),
    Mistake("HTML in prose, which is text and no mistake", "background/why-did-the-horn-fall-silent.yaml", "a *saving*", "a <b>saving</b>", FINE),
    Mistake("a position without its answer", "disputes/how-many-blasts.yaml", "  - answer: none\n    held_by:", "  - held_by:", """\
content/disputes/how-many-blasts.yaml:12:5: error: `answer` is missing [missing-field]
    hint: write `answer: …`, in few words; those with the same answer do not contest each other
"""),
    Mistake("a dispute over what a record does not have", "disputes/how-many-blasts.yaml", "fog-2-3@blasts", "fog-2-3@blast", """\
content/disputes/how-many-blasts.yaml:7:17: error: `fog-2-3` has no part `blast` [unknown-part]
    hint: did you mean `fog-2-3@blasts`?
"""),
    Mistake("a position without evidence", "disputes/how-many-blasts.yaml", "    evidence:\n      - source: gazette-2025-03-06\n        excerpt: I heard no horn [that night], only snoring.\n        attributed_to: tom-arkle\n", "", """\
content/disputes/how-many-blasts.yaml:12:5: error: `evidence` is missing [missing-field]
    hint: write
          evidence:
            - source: …
              excerpt: …
"""),
    # the rules
    Mistake("a quotation one word off", "quotes/duval-by-hand.yaml", "sonnais la corne", "sonnais la cloche", """\
content/quotes/duval-by-hand.yaml:7:7: error: the words “Je sonnais la cloche à la main” stand in no excerpt of this quotation [quotation-stands-in-its-excerpt]
    hint: the nearest passage, differing words marked: Je sonnais la **corne** à la main
          quote it exactly, or mark an omission with […]
"""),
    Mistake("a quotation with a wrong last word", "quotes/duval-by-hand.yaml", "la main", "la bouche", """\
content/quotes/duval-by-hand.yaml:7:7: error: the words “Je sonnais la corne à la bouche” stand in no excerpt of this quotation [quotation-stands-in-its-excerpt]
    hint: the nearest passage, differing words marked: Je sonnais la corne à la **main**
          quote it exactly, or mark an omission with […]
"""),
    Mistake("a quotation with a word too many", "quotes/duval-by-hand.yaml", "la corne", "la grande corne", """\
content/quotes/duval-by-hand.yaml:7:7: error: the words “Je sonnais la grande corne à la main” stand in no excerpt of this quotation [quotation-stands-in-its-excerpt]
    hint: the nearest passage, differing words marked: Je sonnais la **(no “grande”)** corne à la main
          quote it exactly, or mark an omission with […]
"""),
    Mistake("a quotation without a word", "quotes/duval-by-hand.yaml", "la corne", "corne", """\
content/quotes/duval-by-hand.yaml:7:7: error: the words “Je sonnais corne à la main” stand in no excerpt of this quotation [quotation-stands-in-its-excerpt]
    hint: the nearest passage, differing words marked: Je sonnais **la** corne à la main
          quote it exactly, or mark an omission with […]
"""),
    Mistake("a quotation with another mark at its end", "quotes/duval-by-hand.yaml", "toute la nuit.", "et toute la nuit!", """\
content/quotes/duval-by-hand.yaml:7:7: error: the words “et toute la nuit!” stand in no excerpt of this quotation [quotation-stands-in-its-excerpt]
    hint: the nearest passage, differing words marked: et toute la **nuit.**
          quote it exactly, or mark an omission with […]
"""),
    Mistake("a quotation of which nothing is quoted", "quotes/duval-by-hand.yaml", "text: Je sonnais la corne à la main […] toute la nuit.", "text: '[all of it invented]'", """\
content/quotes/duval-by-hand.yaml:7:7: error: the words “[all of it invented]” stand in no excerpt of this quotation [quotation-stands-in-its-excerpt]
    hint: the nearest passage, differing words marked: none; nothing of it is quoted
          quote it exactly, or mark an omission with […]
"""),
    Mistake("a quotation that is all invented", "quotes/duval-by-hand.yaml", "Je sonnais la corne à la main", "Personne ne dormait", """\
content/quotes/duval-by-hand.yaml:7:7: error: the words “Personne ne dormait” stand in no excerpt of this quotation [quotation-stands-in-its-excerpt]
    hint: the nearest passage, differing words marked: none; no word of it stands in an excerpt
          quote it exactly, or mark an omission with […]
"""),
    Mistake("a number that is not in its excerpt", "facts/horn-range.yaml", "nine miles", "eleven miles", """\
content/facts/horn-range.yaml:5:12: error: the number eleven miles stands in no excerpt here; it has “9 miles” [number-stands-in-an-excerpt]
    hint: quote words that hold it, or say how it was got: `derived:` with `numbers: [eleven miles]` and `how: …`
"""),
    Mistake("an excerpt that is too long", "facts/horn-range.yaml", "We heard it 9 miles out", "We heard it 9 miles out, and again that night, and again that night, and again that night, and again that night, and again that night, and again that night, and again that night, and again that night, and again that night", """\
content/facts/horn-range.yaml:9:14: error: the excerpt has 42 words; at most 40 may be quoted [excerpt-is-short]
    hint: keep the fewest words that prove the statement
"""),
    Mistake("a role that had ended", "quotes/duval-by-hand.yaml", "role: Keeper of the Merrow light", "role: Assistant keeper", """\
content/quotes/duval-by-hand.yaml:2:7: error: it was said on 2025-03-08; the role “Assistant keeper” was held from 2015 to 2019-04 [speaker-held-the-role]
    hint: name the role that the speaker had then
"""),
    Mistake("a party's word as our own", "facts/horn-silent.yaml", "The Harbour Office says that the foghorn", "The foghorn", """\
content/facts/horn-silent.yaml:12:12: error: every origin is Harbour Office, whom the sentence does not let speak [party-is-named-in-its-sentence]
    hint: begin it: “Harbour Office says that …”
"""),
    Mistake("a word that takes sides", "facts/horn-range.yaml", "The horn could", "The din could", """\
content/facts/horn-range.yaml:5:16: error: “din” is a party's word: The word takes a side. [loaded-word-is-attributed]
    hint: write sound, or put it in quotation marks with whose word it is
"""),
    Mistake("a source of low reliability alone", "facts/horn-range.yaml", WHOLE, "title: The horn in the town\nstatement: The horn could be heard 9 miles away.\nas_of: 2024\nbackground: [how-loud-was-it]\nevidence:\n  - source: rumour-2025-04\n    excerpt: heard 9 miles away\n", """\
content/facts/horn-range.yaml:6:3: error: every source of this fact is marked low [low-source-is-not-alone]
    hint: find a better source, or let it stand only inside a dispute
"""),
    Mistake("an accusation without an answer", "facts/keeper-asleep.yaml", "answer:\n  says: Ines Duval says that she was awake and sounded the horn by hand.\n  evidence:\n    - source: beacon-2025-03-09\n      excerpt: Je sonnais la corne à la main\n      attributed_to: ines-duval\n", "", """\
content/facts/keeper-asleep.yaml:4:5: error: Ines Duval is accused, and no answer is given [accusation-is-answered]
    hint: add `answer:` with `says` and `evidence`, or `answer: none found`
"""),
    Mistake("a date in the future", "facts/horn-range.yaml", "as_of: 2024", "as_of: 2042", """\
content/facts/horn-range.yaml:6:8: error: 2042 lies in the future [date-is-not-in-the-future]
    hint: correct it; an event that is still to come has `scheduled: true`
"""),
    Mistake("an event that is newer than its source", "events/horn-off.yaml", "date: 2025-03-01", "date: 2025-03-10", """\
content/events/horn-off.yaml:11:13: error: `notice-2025-03-01` is from 2025-03-01, before what it tells of, 2025-03-10 [source-is-not-older-than-what-it-tells]
    hint: check both dates, or take this evidence out
"""),
    Mistake("a range with its ends exchanged", "events/fog-2-3.yaml", "min: 90\n    max: 110", "min: 110\n    max: 90", """\
content/events/fog-2-3.yaml:11:10: error: the least, 110, is over the most, 90 [range-is-in-order]
    hint: exchange the two
"""),
    Mistake("a translation without its translator", "quotes/duval-by-hand.yaml", "    by: us\n", "", """\
content/quotes/duval-by-hand.yaml:11:5: error: the translation has no translator [translation-has-its-translator]
    hint: add `by:` with the outlet that printed it, or `by: us`
"""),
    Mistake("a type that site.yaml does not have", "events/horn-off.yaml", "type: notice", "type: notise", """\
content/events/horn-off.yaml:3:7: error: `notise` is no event type of site.yaml [word-is-in-the-vocabulary]
    hint: did you mean `notice`?
"""),
    Mistake("a type that hides an event from the sums", "events/fog-1.yaml", "type: fog\n", "type: fogg\n", """\
content/events/fog-1.yaml:4:7: error: `fogg` is no event type of site.yaml [word-is-in-the-vocabulary]
    hint: did you mean `fog`?
"""),
    Mistake("a kind of source that site.yaml does not have", "sources/gazette-2025-03-06.yaml", "kind: news-article", "kind: newsarticle", """\
content/sources/gazette-2025-03-06.yaml:6:7: error: `newsarticle` is no kind of source of site.yaml [word-is-in-the-vocabulary]
    hint: did you mean `news-article`?
"""),
    Mistake("a paragraph that rests on nothing", "background/why-did-the-horn-fall-silent.yaml", "      By then it had sounded on [][horn-nights].", "      By then it had sounded often.", """\
content/background/why-did-the-horn-fall-silent.yaml:15:7: error: a paragraph under “What the Harbour Office says” rests on no record that has evidence [paragraph-has-a-reference]
    hint: tie its words to a fact, a quotation, an event: [words][id]
"""),
)
# fmt: on


@pytest.mark.parametrize("mistake", MISTAKES, ids=[one.what for one in MISTAKES])
def test_a_mistake_is_told_with_its_place_and_its_remedy(run: Run, told: Told, mistake: Mistake) -> None:
    path = Path("content") / mistake.file
    before = path.read_text("utf-8") if mistake.old else WHOLE
    assert mistake.old in before
    path.parent.mkdir(exist_ok=True)
    path.write_text(before.replace(mistake.old, mistake.new, 1), "utf-8", "surrogateescape")

    told(mistake.said, run("check")[1], after=f'Mistake("{mistake.what}"')
