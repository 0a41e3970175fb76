"""What `explainer explain CODE` says of each problem."""

from explainer.editing.explain import code_of, codes, explanation
from explainer.record import graph, load
from explainer.rules import RULES
from tests.conftest import Run

CODES = {*load.CODES, *graph.CODES, *(code_of(rule.__name__) for rule in RULES)}


def test_every_code_is_explained() -> None:
    assert CODES - set(codes()) == set()
    assert all(explanation(code) for code in CODES)


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


def test_what_is_no_code_is_told_with_the_code_that_is_like_it(run: Run) -> None:
    assert run("explain", "quotation-stand") == (
        2,
        "There is no code `quotation-stand`. Did you mean `quotation-stands-in-its-excerpt`?\n",
    )


def test_a_code_may_be_typed_in_capitals(run: Run) -> None:
    assert run("explain", "RANGE-is-in-order") == (0, f"{explanation('range-is-in-order')}\n")
