"""What `explainer explain CODE` says of each problem."""

from generator import graph, load
from generator.desk.explain import code_of, explanation
from generator.rules import RULES

CODES = {*load.CODES, *graph.CODES, *(code_of(rule.__name__) for rule in RULES)}


def test_every_code_is_explained() -> None:
    assert {code for code in CODES if not explanation(code)} == set()


def test_an_explanation_gives_the_rule_its_reason_and_both_examples() -> None:
    assert explanation("range-is-in-order") == (
        "range-is-in-order: A count is a number, or a range whose least is not over its most.\n"
        "\n"
        "Why: A range whose ends are exchanged adds up wrongly.\n"
        "\n"
        "Wrong:\n"
        "    loaves: {min: 90, max: 40}\n"
        "\n"
        "Right:\n"
        "    loaves: {min: 40, max: 90}"
    )


def test_what_is_no_code_has_no_explanation() -> None:
    assert explanation("no-such-code") == ""
