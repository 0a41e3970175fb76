"""What a problem's code means: the rule, why there is one, a wrong and a right example."""

from importlib.resources import files

import yaml

from explainer.rules import RULES

CODES = files("explainer") / "languages" / "en" / "codes.yaml"


def rule_list() -> str:
    """Every rule with its sentence, as the README has them."""
    return "\n".join(f"- `{code_of(rule.__name__)}`: {sentence_of(rule.__doc__)}" for rule in RULES)


def codes() -> dict[str, dict[str, str]]:
    """Every code, with what is told of it."""
    told: dict[str, dict[str, str]] = yaml.load(CODES.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  # texts alone, in a file of our own
    return told


def explanation(code: str) -> str:
    """The explanation of one code."""
    sentences = {code_of(rule.__name__): sentence_of(rule.__doc__) for rule in RULES}
    one = codes()[code]
    parts = [f"{code}: {one.get('rule') or sentences[code]}", f"Why: {one['why']}"]
    parts += [f"{label}:\n{_indented(one[key])}" for key, label in (("wrong", "Wrong"), ("right", "Right"))]
    return "\n\n".join(parts)


def code_of(name: str) -> str:
    """A rule's code from its function's name."""
    return name.replace("_", "-")


def sentence_of(docstring: str | None) -> str:
    """The first line of a docstring."""
    return (docstring or "").strip().splitlines()[0]


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.rstrip().splitlines())
