"""What the rules are called and how they are told."""

import re
from dataclasses import replace

import pytest

from explainer.analysis import analyse
from explainer.editing.explain import rule_list
from explainer.record.models import Event
from explainer.rules import RULES
from explainer.rules.structure import map_shows_an_area
from tests.conftest import ROOT, Golden
from tests.small import TODAY, small

README = ROOT / "README.md"
LIST = re.compile(r"(<!-- rules: .*? -->\n).*?(<!-- end of rules -->)", re.DOTALL)


def test_the_readme_lists_every_rule_with_its_sentence(golden: Golden) -> None:
    text = README.read_text(encoding="utf-8")

    golden(README, LIST.sub(lambda found: f"{found[1]}{rule_list()}\n{found[2]}", text))


def test_every_rule_is_a_claim_told_in_one_sentence() -> None:
    told = {rule.__name__: (rule.__doc__ or "").splitlines()[0] for rule in RULES}

    assert {name: sentence for name, sentence in told.items() if not re.fullmatch(r"[A-Z`].*\.", sentence)} == {}


def _bare(event: Event) -> Event:
    return event.model_copy(update={"areas": (), "counts_by_area": {}})


NOWHERE = {name: area.model_copy(update={"at": None}) for name, area in small().site.areas.items()}


@pytest.mark.parametrize(
    ("site", "events", "why"),
    [
        ({}, {}, []),
        ({"map": None, "sums": ()}, {}, []),
        ({"sums": ()}, {}, ["it shows the events of the first sum, and there is none"]),
        ({}, {one.id: _bare(one) for one in small().events.values()}, ["no event of `horn-nights` has an area"]),
        ({"areas": NOWHERE}, {}, ["no area of the events says where it is"]),
        ({"map": (10.0, 50.0, 14.0, 54.0)}, {}, ["every area of the events lies outside of it"]),
    ],
)
def test_a_map_that_draws_nothing_says_why(site: dict[str, object], events: dict[str, Event], why: list[str]) -> None:
    changed = small().site.model_copy(update=site)
    graph = replace(small(), site=changed, events={**small().events, **events})

    found = map_shows_an_area(graph, analyse(graph, TODAY))

    assert [one.message for one in found] == [f"the map shows nothing: {reason}" for reason in why]
