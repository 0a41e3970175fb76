"""Any text comes out as that text, wherever it is put; dates, numbers and addresses read as they should."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from xml.etree.ElementTree import Element

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from explainer.languages.folding import fold
from explainer.record.models import Figure
from explainer.record.names import in_language, name_of, opening
from explainer.record.prose import mentions
from explainer.render.escape import aim, attribute, md, to_the_words
from explainer.render.page_view import PageView
from explainer.render.prose_markdown import plain, with_footnotes, without_footnotes, word_count
from explainer.render.urls import address, href, relative, site_address
from tests.small import WORDS, analysed, day, evidence, html_of, small
from tests.texts import TEXTS, URLS

IN_MARKDOWN = {
    "paragraph": ("{}", "p"),
    "list item": ("- {}", "ul/li"),
    "numbered item": ("1. {}", "ol/li"),
    "heading": ("# {}", "h1"),
    "heading with an id": ("### {} {{ #x }}", "h3"),
    "table cell": ("| a | b |\n| --- | --- |\n| {} | c |", "table/tbody/tr/td"),
    "link": ("see [{}](x.md) there", "p/a"),
    "block quotation": ("> {}\n> {{ lang=en }}", "blockquote/p"),
    "strong": ("a **{}**: b", "p/strong"),
    "paragraph with a class": ("<div markdown>\n\n{}\n{{ .statement }}\n\n</div>", "div/p"),
}
IN_HTML = {
    "inline": ("a <span>{}</span> b", "p/span"),
    "list item": ("- [a](x.md) <span>{}</span>", "ul/li/span"),
    "block": ("<div markdown>\n<p>{}</p>\n\n</div>", "div/p"),
    "raw block": ("<p>{}</p>", "p"),
}
IN_ATTRIBUTES = {
    "inline": ('a <span title="{}">x</span> b', "p/span", "title"),
    "raw block": ('<p title="{}">x</p>', "p", "title"),
    "title of a link": ('a [w](x.md "{}"){{ .term }} b', "p/a", "title"),
    "attribute list": ('a.[1](#n1){{ #r1 .w .is-x aria-label="{}" }} b', "p/a", "aria-label"),
}
AWKWARD = (
    "1. a",
    "#",
    "a #",
    "AT&T &copy &amp; &#0",
    "~~~",
    "$5 ^ $6",
    "[a][b]",
    "![",
    "{: .x }",
    "| - |",
    "*[a]: b",
    "\\",
)


def _words(element: Element | None) -> str | None:
    """Give the text of an element that holds nothing but text."""
    return element.text if element is not None and len(element) == 0 else None


def _squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("place", IN_MARKDOWN)
@given(text=TEXTS)
def test_text_in_markdown_comes_out_as_that_text(place: str, text: str) -> None:
    form, path = IN_MARKDOWN[place]

    assert _words(html_of(form.format(md(text))).find(path)) == text


@pytest.mark.parametrize("text", AWKWARD)
@pytest.mark.parametrize("place", IN_MARKDOWN)
def test_awkward_text_comes_out_as_that_text(place: str, text: str) -> None:
    form, path = IN_MARKDOWN[place]

    assert _words(html_of(form.format(md(text))).find(path)) == text


@pytest.mark.parametrize("place", IN_HTML)
@given(text=TEXTS)
def test_text_in_html_comes_out_as_that_text(place: str, text: str) -> None:
    form, path = IN_HTML[place]

    assert _words(html_of(form.format(attribute(text))).find(path)) == text


@pytest.mark.parametrize("place", IN_ATTRIBUTES)
@given(text=TEXTS)
def test_text_in_an_attribute_comes_out_as_that_text(place: str, text: str) -> None:
    form, path, name = IN_ATTRIBUTES[place]
    element = html_of(form.format(attribute(text))).find(path)

    assert element is not None
    assert element.get(name) == text


@given(url=URLS)
@example(url="https://a.org/x_(y)&copy;_z)")
def test_an_address_in_a_link_comes_out_as_that_address(url: str) -> None:
    link = html_of(f"see [w]({aim(url)}), so").find("p/a")

    assert link is not None
    assert (link.get("href"), link.text) == (url, "w")


@given(text=st.lists(st.one_of(TEXTS, st.just("")), min_size=1, max_size=4).map("\n".join))
def test_prose_reads_as_what_it_says(text: str) -> None:
    assume(not list(mentions(text)))
    page = PageView(analysed(), "index.md", WORDS)

    shown = html_of(without_footnotes(page, text))

    assert _squeezed("".join(shown.itertext())) == _squeezed(plain(page, text))


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        (
            "It rose by 5% to $5 (or so), didn't it? A/B: «c» – d!",
            "It rose by 5% to $5 (or so), didn't it? A/B: «c» – d!",
        ),
        ("- a", "\\- a"),
        ("2025. A year", "2025\\. A year"),
        ("a_b *c* [d] <e>", "a\\_b \\*c\\* \\[d\\] &lt;e>"),
        ("R&D &amp; Co", "R&D &amp;amp; Co"),
    ],
)
def test_escaped_text_still_reads_well_raw(text: str, markdown: str) -> None:
    assert md(text) == markdown


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Bogotá", "bogota"),
        ("Feu à Éclats", "feu a eclats"),
        ("18,400", "18400"),
        ("1.213.000", "1213000"),
        ("84.5", "84.5"),
    ],
)
def test_folded_text_is_what_a_reader_types(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("written", "long", "short"),
    [
        ("2025-12-02", "2 December 2025", "2 Dec 2025"),
        ("2025-12", "December 2025", "Dec 2025"),
        ("2025", "2025", "2025"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(written: str, long: str, short: str) -> None:
    assert (WORDS.date(day(written)), WORDS.short_date(day(written))) == (long, short)


@pytest.mark.parametrize(
    ("reads", "unit", "bound", "value", "said"),
    [
        ("running count", "people", "at least", "227 2026-08-25", "at least 227 by 25 August 2026"),
        ("running count", "people", "exactly", "18400 2025-03", "18,400 by March 2025"),
        ("running measure", "km", "exactly", "18 2024-05", "18 km by May 2024"),
        ("running measure", "tons", "exactly", "659 2022", "659 tons in 2022"),
        ("count", "soldiers", "exactly", "15000 2025-12-02", "15,000 on 2 December 2025"),
        ("count", "soldiers", "at most", "15000 2025", "at most 15,000 in 2025"),
        ("measure", "km", "exactly", "18 2024", "18 km in 2024"),
        ("measure", "percent", "about", "84.5 2025-03", "about 84.5 percent in March 2025"),
        ("measure", "euros a loaf", "exactly", "3.20 2024-05-03", "3.20 euros a loaf on 3 May 2024"),
    ],
)
def test_a_value_is_said_by_its_figures_grammar_and_never_undated(
    reads: str, unit: str, bound: str, value: str, said: str
) -> None:
    digits, as_of = value.split()
    seen = {"as_of": as_of, "value": digits, "bound": bound, "counter": "tom", "evidence": evidence("letter-1")}
    figure = Figure.model_validate({"id": "it", "title": "It", "unit": unit, "reads": reads, "observations": [seen]})

    assert WORDS.dated_value(figure, figure.observations[0]) == said


@pytest.mark.parametrize(("value", "said"), [(1234567, "1,234,567"), (Decimal("1234.50"), "1,234.50"), (0, "0")])
def test_thousands_are_parted(value: int | Decimal, said: str) -> None:
    assert WORDS.number(value) == said


@pytest.mark.parametrize(
    ("url", "excerpt", "address"),
    [
        ("https://a.org/x", "the horn was off", "https://a.org/x#:~:text=the%20horn%20was%20off"),
        (
            "https://a.org/x#y",
            "one two three four five six seven",
            "https://a.org/x#y:~:text=one%20two%20three%20four%20five%20six",
        ),
        ("https://a.org/x", "« well-kept », she said", "https://a.org/x#:~:text=well%2Dkept%20%C2%BB%2C%20she%20said"),
        ("https://a.org/x", "I heard [that night] it", "https://a.org/x#:~:text=I%20heard"),
    ],
)
def test_a_link_to_a_source_leads_to_the_words(url: str, excerpt: str, address: str) -> None:
    assert to_the_words(url, excerpt) == address


ADDRESSES: Mapping[str, str] = {
    "how-loud-was-it": "background/how-loud-was-it.md",
    "horn-nights": "figures/horn-nights.md",
    "how-many-blasts": "disputes/how-many-blasts.md",
    "ines-duval": "actors/ines-duval.md",
    "horn-silent": "facts/why-did-the-horn-fall-silent.md#horn-silent",
    "duval-by-hand": "quotes/ines-duval.md#duval-by-hand",
    "fog-4": "timeline/2025-03.md#fog-4",
    "log-2025": "sources/2025.md#log-2025",
    "foghorn": "glossary/index.md#foghorn",
    "blasts-miscounted": "corrections/index.md#blasts-miscounted",
    "fog-2-3@blasts": "timeline/2025-02.md#fog-2-3",
}


@pytest.mark.parametrize(("target", "file"), ADDRESSES.items())
def test_every_kind_has_its_address(target: str, file: str) -> None:
    assert address(small(), target) == file


@pytest.mark.parametrize(
    ("here", "there", "markdown", "html"),
    [
        ("index.md", "figures/a.md", "figures/a.md", "figures/a/"),
        ("figures/a.md", "index.md", "../index.md", "../../"),
        ("figures/a.md", "facts/b.md#c", "../facts/b.md#c", "../../facts/b/#c"),
        ("facts/b.md", "facts/b.md#c", "#c", "./#c"),
        ("a-z.md", "glossary/index.md#c", "glossary/index.md#c", "../glossary/#c"),
        ("glossary/index.md", "sources/2025.md", "../sources/2025.md", "../sources/2025/"),
    ],
)
def test_the_way_from_page_to_page(here: str, there: str, markdown: str, html: str) -> None:
    assert (relative(here, there), href(here, there)) == (markdown, html)


@pytest.mark.parametrize(
    ("file", "site"),
    [("index.md", ""), ("a/index.md", "a/"), ("a/b.md#c", "a/b/#c"), ("reindex.md", "reindex/")],
)
def test_a_file_has_its_address_on_the_site(file: str, site: str) -> None:
    assert site_address(file) == site


@pytest.mark.parametrize(
    ("record", "name"),
    [
        ("courier-2025-03-04", "A short report, its headline not seen"),
        ("gazette-2025-03-02", "Off: the horn"),
        ("feu-a-eclats", "Feu à éclats"),
        ("duval-by-hand", "I was sounding the horn by hand […] …"),
        ("blasts-miscounted", "Between 80 and 110 blasts"),
    ],
)
def test_a_record_is_called_by_what_a_reader_knows_it_by(record: str, name: str) -> None:
    assert name_of(small().record(record), "en") == name


def test_a_quotation_is_given_in_the_readers_language_where_it_can_be() -> None:
    quote = small().quotes["duval-by-hand"]

    assert in_language(quote, "en").startswith("I was sounding")
    assert in_language(quote, "fr").startswith("Je sonnais")
    assert opening("One, two: three", 2) == "One, two …"


def test_words_lead_to_their_note_and_their_sentence_is_one_piece() -> None:
    page = PageView(analysed(), "background/x.md", WORDS)

    blocks, following = with_footnotes(
        page, "The horn [carried far][horn-range], they say. It *was* [][horn-loudness].\n\n::: fog-1", 3
    )

    assert [(one.embed, [(note.number, *note.targets) for note in one.notes]) for one in blocks] == [
        ("", [(3, "horn-range"), (4, "horn-loudness")]),
        ("fog-1", []),
    ]
    assert blocks[0].markdown == (
        '<span class="s">The horn [carried far](#n3){ #r3 .w .is-several-reports data-n=3 aria-describedby=n3-stands },'
        " they say.</span>"
        ' <span class="s">It *was* [about 118.5 decibels in June 2024](#n4){ #r4 .w .is-one-report data-n=4'
        " aria-describedby=n4-stands }.</span>"
    )
    assert following == 5


def test_a_record_mentioned_twice_in_a_paragraph_has_one_note_and_an_actor_none() -> None:
    page = PageView(analysed(), "index.md", WORDS)

    (block,), _ = with_footnotes(page, "[Far][horn-range]. [Very far][horn-range], says [she][ines-duval].")

    assert [note.targets for note in block.notes] == [("horn-range",)]
    assert block.markdown.count("(#n1)") == 2
    assert "[she](actors/ines-duval.md)" in block.markdown


def test_prose_without_marks_links_what_it_mentions() -> None:
    page = PageView(analysed(), "known/index.md", WORDS)
    text = "The [horn][foghorn] went [on][fog-1]; see [*it*](https://a.org/x_y).\n\n2. a\n3. b"

    assert without_footnotes(page, text) == (
        'The [horn](../glossary/index.md#foghorn "A horn that sounds in fog, so that ships &quot;hear&quot;'
        ' the coast.")'
        "{ .term } went [on](../timeline/2025-02.md#fog-1); see [*it*](https://a.org/x_y).\n\n1. a\n2. b"
    )


def test_plain_prose_writes_figures_out_and_counts_its_words() -> None:
    page = PageView(analysed(), "index.md", WORDS)

    assert plain(page, "By *then* [][horn-nights].\n\n- [a][fog-1]\n- b") == "By then at most 4 by 20 April 2025. a b"
    assert word_count(page, "By *then* it was\n\n- so") == 5


def test_standing_names_its_parties_and_its_outlets() -> None:
    page = PageView(analysed(), "index.md", WORDS)
    assessment = page.assess(small().facts["horn-silent"])

    assert (page.standing(assessment), page.lineage(assessment)) == (
        "One side's word: Harbour Office",
        "Harbour Office, The Merrow Gazette and Shore Courier · 1 origin",
    )
    assert page.stands(assessment, "x") == (
        '<span class="st is-one-side x">One side&#x27;s word: Harbour Office</span>'
    )
    assert WORDS.date(day(str(date(2025, 3, 1)))) == "1 March 2025"
