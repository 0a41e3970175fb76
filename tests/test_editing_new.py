"""`explainer new`: a record from a few words, or a table of them, told with all that is said and written."""

import re
from pathlib import Path

import pytest

from explainer.build import check
from tests.conftest import ROOT, Run
from tests.small import TODAY

TRUST = "# attributed_to:  # whose word the passage gives; leave out where the outlet reports on its own authority\n"
PLAIN = "title,date,type,source,excerpt\n"
BACKGROUND = "# background:  # the questions it helps to answer\n"
MENDED = "Next: mend what is told above; then see it in the preview, `explainer serve`. Then `explainer check`.\n"


def test_a_source_from_three_flags_takes_the_rest_from_its_publisher(run: Run) -> None:
    flags = ["--url", "https://gazette.example.org/x", "--publisher", "The Merrow Gazette", "--published", "2025-05-02"]

    assert run("new", "source", *flags) == (
        0,
        (
            "content/sources/merrow-gazette-2025-05-02.yaml is written.\n"
            "Next: rest something on it: `explainer new fact --source merrow-gazette-2025-05-02 --excerpt "
            '"…"`, or a quote, or an event. Then `explainer check`.\n'
        ),
    )
    assert _text("sources/merrow-gazette-2025-05-02") == (
        "publisher: merrow-gazette\n"
        "url: https://gazette.example.org/x\n"
        "published: 2025-05-02\n"
        "language: en\n"
        "kind: news-article\n"
        "# via:  # the one work, agency or party it relays\n"
        "read: excerpt  # full, where you read all of it\n"
    )


def test_a_quote_takes_words_role_date_and_language_from_its_source(run: Run) -> None:
    words = ["--source", "beacon-2025-03-09", "--excerpt", 'she said: "toute la nuit"', "--speaker", "ines-duval"]

    assert run("new", "quote", *words) == (
        0,
        (
            "content/quotes/duval-toute-la-nuit.yaml is written.\n"
            "content/quotes/duval-toute-la-nuit.yaml:4:10: error: `occasion` is empty [empty-value]\n"
            "    hint: fill it in\n"
            "content/quotes/duval-toute-la-nuit.yaml:5:10: error: `said_how` is empty [empty-value]\n"
            f"    hint: fill it in\n{MENDED}"
        ),
    )
    assert _text("quotes/duval-toute-la-nuit") == (
        "speaker: ines-duval\n"
        "role: Keeper of the Merrow light\n"
        "said_on: 2025-03-09  # the source's date: write the day on which it was said\n"
        "occasion:  # where and how: a press conference, a post, an interview\n"
        "said_how:  # spoken, posted, written, or `quoted`: only seen in another's story, which does not say how\n"
        "text: toute la nuit\n"
        "language: fr\n"
        f"{BACKGROUND}"
        "evidence:\n"
        "  - source: beacon-2025-03-09\n"
        "    excerpt: 'she said: \"toute la nuit\"'\n"
        f"    {TRUST}"
    )


def test_an_event_is_judged_by_the_rules_at_once(run: Run) -> None:
    flags = ["--title", "A calm", "--date", "2025-03-03", "--type", "fog", "--nights", "2", "--source", "log-2025"]
    more = ["--excerpt", "calm", "--background", "how-loud-was-it", "--actors", "ines-duval"]

    assert run("new", "event", *flags, *more) == (
        0,
        (
            "content/events/a-calm.yaml is written.\n"
            "content/events/a-calm.yaml:6:11: error: the number 2 nights stands in no excerpt here "
            "[number-stands-in-an-excerpt]\n"
            "    hint: quote words that hold it, or say how it was got: "
            "`derived:` with `numbers: [2 nights]` and `how: …`\n"
            f"{MENDED}"
        ),
    )
    assert _text("events/a-calm") == (
        "title: A calm\ndate: 2025-03-03\ntype: fog\n# areas:  # areas of site.yaml\ncounts:\n  nights: 2\n"
        "actors:\n  - ines-duval\nbackground:\n  - how-loud-was-it\n"
        f"evidence:\n  - source: log-2025\n    excerpt: calm\n    {TRUST}"
    )


def test_a_figure_begins_with_its_first_value(run: Run) -> None:
    unit = ["--unit", "gulls", "--reads", "count"]
    seen = ["--value", "7", "--as-of", "2025-03", "--counter", "horn-watch", "--source", "log-2025"]

    assert run("new", "figure", "--title", "Gulls", *unit, *seen, "--excerpt", "7 gulls")[0] == 0
    assert _text("figures/gulls") == (
        f"title: Gulls\nunit: gulls\nreads: count\n{BACKGROUND}observations:\n"
        "  - as_of: 2025-03\n    value: 7\n    counter: horn-watch\n    evidence:\n"
        f"      - source: log-2025\n        excerpt: 7 gulls\n        {TRUST}"
    )
    assert check(Path("content"), TODAY).problems == []


def test_what_is_missing_stands_there_with_what_it_is(run: Run) -> None:
    code, said = run("new", "question", "--question", "Is it calm?")

    assert (code, said.count("[empty-value]")) == (0, 3)
    assert _text("background/is-it-calm") == (
        "question: Is it calm?\n"
        "order: 30\n"
        "short_answer:  # the answer in at most 60 words, each sentence tied to a record\n"
        "sections:  # the answer at length, in three to six sections\n"
        "  - heading:  # of the section\n"
        "    body:  # paragraphs with references: [words][id], [][figure] for its latest value, "
        "a line `::: id` to set a record in\n"
    )


def test_an_id_that_is_taken_gets_a_number(run: Run) -> None:
    words = ["--term", "Foghorn", "--definition", "A horn."]

    assert run("new", "term", *words)[1].splitlines()[0] == "content/terms/foghorn-2.yaml is written."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["fact", "--titel", "x"], "There is no field `titel`. Did you mean `--title`?\n"),
        (["fact", "x"], '`x` belongs to no field; write --field "value".\n'),
        (
            ["quotation"],
            (
                "There is no kind `quotation`. Did you mean `question`? "
                "Kinds: question, fact, figure, quote, event, dispute, actor, source, term, absence, correction.\n"
            ),
        ),
        (
            ["term", "--id", "../../x", "--term", "x"],
            (
                "content/terms/../../x.yaml:1:1: error: `../../x` cannot be an id [bad-id]\n"
                "    hint: small letters, digits and single hyphens, at most 64\n"
            ),
        ),
        (
            ["term", "--id", "horn-range", "--term", "x"],
            (
                "content/terms/horn-range.yaml:1:1: error: there is a record `horn-range` already [duplicate-id]\n"
                "    hint: choose another id\n"
            ),
        ),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(run: Run, words: list[str], said: str) -> None:
    before = sorted(Path().rglob("*"))

    assert run("new", *words) == (2, said)
    assert sorted(Path().rglob("*")) == before


def test_without_flags_the_fields_are_told_with_what_they_are(run: Run) -> None:
    code, said = run("new", "term")

    assert (code, said.splitlines()[:4], said.splitlines()[-2:]) == (
        2,
        [
            "Say what it is, with the fields that must be there first:",
            "  --term                  the word as it stands in texts",
            "  --definition            a sentence or two",
            "  --aliases               other forms and other languages, by which search finds it",
        ],
        [
            "  --cleaned               markup and footnote marks were taken out, words untouched",
            "  --own-reporting         the passage names another outlet, but the outlet found this out itself",
        ],
    )


def test_at_a_terminal_only_what_must_be_known_is_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explainer.cli.new.at_terminal", lambda: True)

    code, said = run("new", "actor", "--name", "Old Bell", typed="persn\nperson\n\n")

    assert code == 0
    assert "There is no `persn`. Did you mean `person`?\n" in said
    assert "id [old-bell]: " in said
    assert _text("actors/old-bell") == (
        "name: Old Bell\nkind: person\n"
        "# part_of:  # the whole whose word its word was on the day, or several with their days\n"
    )


def test_at_a_terminal_the_source_and_its_words_are_asked_first_and_tell_much_of_the_rest(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explainer.cli.new.at_terminal", lambda: True)

    code, said = run("new", "quote", typed="beacon-2025-03-09\ntoute la nuit\n\nines-duval\na walk\nspoken\n\n")

    assert (code, _asked(said)) == (0, ["source", "excerpt", "said on", "speaker", "occasion", "said how", "id"])
    assert "[2025-03-09]: " in said
    assert _text("quotes/duval-toute-la-nuit") == (
        "speaker: ines-duval\n"
        "role: Keeper of the Merrow light\n"
        "said_on: 2025-03-09  # the source's date: write the day on which it was said\n"
        "occasion: a walk\n"
        "said_how: spoken\n"
        "text: toute la nuit\n"
        "language: fr\n"
        f"{BACKGROUND}"
        "evidence:\n"
        "  - source: beacon-2025-03-09\n"
        "    excerpt: toute la nuit\n"
        f"    {TRUST}"
    )


def test_at_a_terminal_a_source_is_asked_for_its_address_date_title_and_publisher(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explainer.cli.new.at_terminal", lambda: True)

    code, said = run("new", "source", typed="https://bay.example.org/x\n2025-05-02\nA calm\nThe Bay\nShore Courier\n\n")

    assert (code, _asked(said)) == (0, ["url", "published", "title", "publisher", "publisher", "id"])
    assert "There is no `The Bay`." in said
    assert _text("sources/shore-courier-2025-05-02").splitlines()[:4] == [
        "publisher: shore-courier", "title: A calm", "url: https://bay.example.org/x", "published: 2025-05-02",
    ]  # fmt: skip


def test_an_address_that_is_a_sources_already_is_asked_no_further(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explainer.cli.new.at_terminal", lambda: True)

    office, notice = "harbour-office-2", "notice-2025-03-01"

    code, said = run("new", "source", typed="https://harbour.example.org/notices/14\n")

    assert (code, said.splitlines()[-2:]) == (
        2,
        [
            f"content/sources/{office}.yaml:1:1: error: `{notice}` has this url already [address-is-used-once]",
            f"    hint: rest on that one; where this relays it, say `--via {notice}`",
        ],
    )


def test_all_that_is_unknown_is_told_with_what_is_like_it(run: Run) -> None:
    words = ["--source", "log-2052", "--speaker", "ines-duvall", "--excerpt", "…"]

    assert run("new", "quote", *words)[1].splitlines()[1:5] == [
        "content/quotes/ines-duvall.yaml:1:10: error: there is no speaker `ines-duvall` [unknown-id]",
        "    hint: did you mean `ines-duval`?",
        "content/quotes/ines-duvall.yaml:8:13: error: there is no source `log-2052` [unknown-id]",
        "    hint: did you mean `log-2025`?",
    ]


def test_dots_in_the_place_of_an_excerpt_are_none(run: Run) -> None:
    run("new", "fact", "--title", "A calm", "--source", "log-2025", "--excerpt", "…")

    assert "    excerpt:  # the fewest exact words" in _text("facts/a-calm")


def test_no_excerpt_that_contributing_shows_can_be_copied_as_evidence() -> None:
    shown = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")

    assert set(re.findall(r'excerpt:.*|--excerpt "[^"]*"', shown)) == {
        '--excerpt "…"',
        "excerpt:  # the exact words",
        "excerpt:  # the exact words, with the number",
    }


HEAD = "Title,date,kind of day,Nights with the horn,source,excerpt,type,weather\n"
MAPPED = (
    "  Title → title\n  date → date\n  kind of day → (left out)\n  Nights with the horn → nights\n"
    "  source → source\n  excerpt → excerpt\n  type → type\n  weather → (left out)\n"
)


def test_a_table_tells_how_it_is_read_and_every_bad_row_and_writes_nothing(run: Run) -> None:
    Path("t.csv").write_text(
        f"{HEAD}A fog,2025-04-02,x,1,log-2025,one fog,fog,\n"
        'B,02/04/2025,x,,log-2025,"two\nlines",fog,\n'
        "C,2025-04-03,x,,log-2052,x,fog,,more\n",
        "utf-8",
    )
    before = sorted(Path("content").rglob("*"))

    assert run("new", "event", "--from", "t.csv", "--yes") == (
        1,
        (
            f"{MAPPED}"
            "t.csv:3: error: `02/04/2025` is not a date [not-a-date]\n"
            "    hint: write the year, the month and the day: `2025-04-02` or `2025-02-04`\n"
            "t.csv:5: error: the row has 9 cells, the table 8 columns [too-many]\n"
            "    hint: put a text with commas in quotation marks\n"
            "2 of 3 rows have something wrong. Nothing was written.\n"
        ),
    )
    assert sorted(Path("content").rglob("*")) == before


@pytest.mark.parametrize(
    ("kind", "source", "said"),
    [
        (
            "fogg",
            "log-2025",
            [
                "t.csv:2: error: there is no type `fogg` [word-is-in-the-vocabulary]",
                "    hint: did you mean `fog`?",
            ],
        ),
        (
            "fog",
            "log-2052",
            ["t.csv:2: error: there is no source `log-2052` [unknown-id]", "    hint: did you mean `log-2025`?"],
        ),
    ],
)
def test_a_table_is_judged_by_references_and_rules_too(run: Run, kind: str, source: str, said: list[str]) -> None:
    Path("t.csv").write_text(f"title;date;type;source;excerpt\nA;2025-04-02;{kind};{source};fog\n", "utf-8")

    assert run("new", "event", "--from", "t.csv", "--yes")[1].splitlines()[5:] == [
        *said,
        "1 of 1 rows have something wrong. Nothing was written.",
    ]


def test_a_table_becomes_records_each_with_an_id_of_its_own(run: Run) -> None:
    Path("t.csv").write_text(f"{PLAIN}A fog,2025-04-02,fog,log-2025,fog\nA fog,2025-04-03,fog,log-2025,fog\n", "utf-8")

    code, said = run("new", "event", "--from", "t.csv", "--yes")

    assert (code, said.splitlines()[-1]) == (0, "Records written in content/events/: 2. Then `explainer check`.")
    assert _text("events/a-fog").replace("04-02", "04-03") == _text("events/a-fog-2")


def test_a_row_that_is_there_already_is_told_and_not_written_again(run: Run) -> None:
    again = '"Two nights of fog, at the mouth and outside",2025-02-11,fog,log-2025,fog\n'
    Path("t.csv").write_text(f"{PLAIN}{again}A,2025-04-02,fog,log-2025,fog\nA,2025-04-02,fog,log-2025,fog\n", "utf-8")

    assert run("new", "event", "--from", "t.csv", "--yes")[1].splitlines()[5:] == [
        "t.csv:2: error: `fog-2-3` has this title and date already [duplicate-id]",
        "    hint: change that one",
        "t.csv:4: error: an earlier row is the same [duplicate-id]",
        "    hint: keep one of the two",
        "2 of 3 rows have something wrong. Nothing was written.",
    ]


def test_a_table_without_a_column_that_is_needed_says_so_once_beside_all_else_that_is_wrong(run: Run) -> None:
    rows = "A\t2025-04-02\tfog\tlog-2025\tfog\nB\t2025-4-3\tfog\tlog-2052\tfog\n"
    Path("t.csv").write_text(f"title\tdate\tkind of day\tsource\texcerpt\n{rows}", "utf-8")

    assert run("new", "event", "--from", "t.csv", "--yes") == (
        1,
        (
            "  title → title\n  date → date\n  kind of day → (left out)\n  source → source\n  excerpt → excerpt\n"
            "There is no column for `type`; name one so (left out: `kind of day`).\n"
            "t.csv:3: error: there is no source `log-2052` [unknown-id]\n"
            "    hint: did you mean `log-2025`?\n"
            "t.csv:3: error: `2025-4-3` is not a date [not-a-date]\n"
            "    hint: write the year, the month and the day: `2025-04-03`\n"
            "1 of 2 rows have something wrong. Nothing was written.\n"
        ),
    )


def test_rows_may_refer_to_each_other(run: Run) -> None:
    Path("t.csv").write_text("id,name,kind,part_of\nbell,The Bell,media,choir\nchoir,The Choir,ngo,\n", "utf-8")

    assert run("new", "actor", "--from", "t.csv", "--yes")[0] == 0


def test_a_table_is_not_written_without_a_yes(run: Run) -> None:
    Path("t.csv").write_text("title,date,type,source,excerpt\nA fog,2025-04-02,fog,log-2025,fog\n", "utf-8")

    code, said = run("new", "event", "--from", "t.csv")

    assert (code, said.splitlines()[-1]) == (0, "Nothing was written. Say --yes to write.")
    assert not Path("content/events/a-fog.yaml").exists()


def test_where_one_record_cannot_be_written_none_is(run: Run) -> None:
    Path("t.csv").write_text("id,term,definition\nbell,Bell,It rings.\nbuoy,Buoy,It floats.\n", "utf-8")
    Path("content/terms/buoy.yaml").mkdir()

    assert run("new", "term", "--from", "t.csv", "--yes")[0] == 1
    assert not Path("content/terms/bell.yaml").exists()


def test_a_table_that_is_none_says_so(run: Run) -> None:
    Path("t.csv").write_bytes(b"title\n\xff\n")

    code, said = run("new", "event", "--from", "t.csv")

    assert (code, said.split(":")[0]) == (2, "t.csv cannot be read as a table in CSV, saved as UTF-8")


def _asked(said: str) -> list[str]:
    """The names of the fields that were asked for, from prompts `name (what it is): `."""
    return re.findall(r"(?:^|: )([a-z][a-z ]*) (?:\(|\[)", said, re.MULTILINE)


def _text(name: str) -> str:
    return Path(f"content/{name}.yaml").read_text("utf-8")


@pytest.mark.parametrize("where", [".", "content"])
def test_help_with_a_kind_lists_its_fields_even_where_there_is_no_record(
    run: Run, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.chdir(where)

    code, said = run("new", "term", "--help")

    assert (code, said.splitlines()[:5]) == (
        0,
        [
            "The fields of a term:",
            "  --term                  the word as it stands in texts",
            "  --definition            a sentence or two",
            "  --aliases               other forms and other languages, by which search finds it",
            "  --background            the questions in which it is needed",
        ],
    )
    assert "`new KIND --help` lists the fields of a kind." in run("new", "--help")[1]
