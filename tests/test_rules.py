"""What the rules are called and how they are told."""

import re

import pytest

from explainer.editing.explain import rule_list
from explainer.rules import RULES
from tests.conftest import ROOT

README = ROOT / "README.md"
LIST = re.compile(r"(<!-- rules: .*? -->\n).*?(<!-- end of rules -->)", re.DOTALL)


def test_the_readme_lists_every_rule_with_its_sentence(request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    current = LIST.sub(lambda found: f"{found[1]}{rule_list()}\n{found[2]}", text)
    if request.config.getoption("--rewrite-goldens"):
        README.write_text(current, encoding="utf-8", newline="\n")

    assert README.read_text(encoding="utf-8") == current, "`make goldens` writes the list anew"


def test_every_rule_is_a_claim_told_in_one_sentence() -> None:
    told = {rule.__name__: (rule.__doc__ or "").splitlines()[0] for rule in RULES}

    assert {name: sentence for name, sentence in told.items() if not re.fullmatch(r"[A-Z`].*\.", sentence)} == {}
