"""The last look at the built site finds what neither site builder notices, and nothing where nothing is."""

from pathlib import Path

import pytest

from explainer.render.check_html import check_html

CLEAN = """\
<!doctype html><html><head><link rel="stylesheet" href="/base/assets/a.css"></head><body>
<h1 id="top">Pond</h1><a href="#top">up</a> <a href="./#top">here</a> <a href="frogs/">frogs</a>
<a href="frogs/#big">big</a> <a href="frogs/#big:~:text=so%20big">words</a> <a href="frogs/#:~:text=so">words</a>
<a href="/base/frogs/">whole</a> <a href="/base/">home</a> <a href="https://a.org/none#x">out</a>
<a href="mailto:desk@a.org">write</a> <a href="frogs/?q=1#big">asked</a> <a href="assets/a%20b.svg">file</a>
<p>[that night] and [1] and <code>[a][b]</code> and arr[0] [ok]</p><script>var a=[1][0]</script>
</body></html>
"""
FROGS = '<body><h1 id="big">Frogs</h1><a href="../">back</a> <a href="../#top">up</a> <a href="..">back</a></body>'


def _site(folder: Path, home: str) -> Path:
    for name, text in {"index.html": home, "frogs/index.html": FROGS, "assets/a.css": "", "assets/a b.svg": ""}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_a_clean_site_has_no_fault(tmp_path: Path) -> None:
    assert check_html(_site(tmp_path, CLEAN), "https://host.example.org/base/") == []


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ('<a href="toads/">x</a>', "the link `toads/` leads nowhere"),
        ('<a href="frogs">x</a>', "the link `frogs` leads nowhere"),
        ('<a href="../out/">x</a>', "the link `../out/` leads nowhere"),
        ('<a href="/base/toads/">x</a>', "the link `/base/toads/` leads nowhere"),
        ('<img src="assets/none.svg" alt="">', "the link `assets/none.svg` leads nowhere"),
        ('<a href="frogs/#small">x</a>', "the link `frogs/#small` leads to a page without that anchor"),
        ('<a href="#none">x</a>', "the link `#none` leads to a page without that anchor"),
        ('<p id="top">x</p>', "the id `top` stands 2 times"),
        ("<p>as [it][deep] says</p>", "`[it][deep]` is a reference to nothing"),
        ("<p>as [it][] says</p>", "`[it][]` is a reference to nothing"),
        ("<p>so.[^1]</p>", "`[^1]` is a reference to nothing"),
    ],
)
def test_each_fault_is_found_with_its_page(tmp_path: Path, planted: str, fault: str) -> None:
    site = _site(tmp_path, CLEAN.replace("</body>", f"{planted}</body>"))

    assert check_html(site, "https://host.example.org/base/") == [f"index.html: {fault}"]


def test_every_fault_of_every_page_is_told_in_the_order_of_pages(tmp_path: Path) -> None:
    site = _site(tmp_path, '<a href="a/">x</a><a href="a/">again</a><a href="b/">x</a>')
    (site / "frogs" / "index.html").write_text('<a href="c/">x</a>', encoding="utf-8")

    assert check_html(site) == [
        "frogs/index.html: the link `c/` leads nowhere",
        "index.html: the link `a/` leads nowhere",
        "index.html: the link `b/` leads nowhere",
    ]
