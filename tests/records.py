"""Small records that nobody thought of: any text, number, date and id that the fields allow, each rule kept."""

import json
import random
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from explainer.record.values import MAX_NUMBER
from explainer.record.yaml_reader import HIDDEN
from tests.texts import MARKUP

Files = Mapping[str, dict[str, Any]]
Make = Callable[..., Any]
SCRIPTS = (
    "Почему хлеб дорог?", "لماذا صمت البوق؟", "霧笛はなぜ止んだのか", "नमस्ते", "ﾟ", "e\u0301", "\u0301", "İstanbul", "ß",
    "🌁", "[a][b] [^c]", "9" * 30, "five million million", "1,5 billion",
)  # fmt: skip
# ids that could be taken for names of pages, anchors and files of our own
IDS = (
    "timeline", "map-a", "months-a", "spark-a", "a", "questions", "sources", "n1", "r1", "digits", "speakers",
    "side-none", "none", "figures", "undated", "2025", "2025-01", "standing", "report", "known", "data", "assets",
    "search", "404", "x" * 64, "0", "facts", "events", "quotes", "disputes", "charts", "a-b", "b", "c", "b-c",
)  # fmt: skip
PARTING = re.compile(r"([\s—–/|]+)")
LONG, WORDS = 2_000, 30
LETTERS = st.text(st.characters(codec="utf-8"), max_size=20)
SHARDS = st.one_of(st.sampled_from(MARKUP), st.sampled_from(SCRIPTS), LETTERS)


def cut(text: str, most: int = LONG, words: int = WORDS) -> str:
    """Give the beginning of a text, so many characters and words at most; never nothing."""
    return "".join(PARTING.split(HIDDEN.sub("", text))[: 2 * words])[:most].strip() or "x"


def _full(shard: str) -> str:
    return cut(shard * (LONG // len(shard) + 1))


TEXTS = st.one_of(
    *[st.lists(SHARDS, min_size=1, max_size=3).map(" ".join).map(cut)] * 14, SHARDS.filter(bool).map(_full)
)


class Maker:
    """Chooses for one record, with one source of chance: texts of a few drawn ones, dates up to a year, numbers."""

    def __init__(self, chance: random.Random, texts: list[str]) -> None:
        self.chance, self.texts = chance, texts
        self.ids = dict(zip(KINDS, chance.sample(IDS, len(KINDS)), strict=True))
        self.year = chance.choice([chance.randint(1900, 2030), chance.randint(1, 9_990)])
        self.first = max(1, self.year - chance.choice([0, 3, 300]))
        self.left_out = {one for one in OPTIONAL if chance.random() < 1 / 2}

    def text(self, most: int = LONG) -> str:
        return cut(self.chance.choice(self.texts), most)

    def name(self) -> str:
        return self.text(200)

    def day(self, first: int = 0) -> str:
        """Give a date up to the year, as much of it as may be known."""
        year, month, day = self.chance.randint(first or self.first, self.year), *self.chance.choices(range(1, 13), k=2)
        return f"{year:04}-{month:02}-{day:02}"[: self.chance.choice([4, 7, 10])]

    def number(self) -> int:
        return self.chance.choice([self.chance.randint(0, 20), self.chance.randint(0, MAX_NUMBER)])

    def value(self) -> str:
        return self.chance.choice([str(self.number()), f"{self.chance.uniform(-(10**9), 10**9):.3f}"])

    def prose(self, *tied: str) -> str:
        """Give prose in one of its forms, its words tied to records."""
        words = " ".join(f"[{self.chance.choice(['so', 'ja', '何'])}][{self.ids[one]}]" for one in tied or self.some())
        plain = cut(self.chance.choice(self.texts), 200, 10).replace("[", "(").replace("]", ")").replace(":::", "::")
        form = self.chance.choice(["{0} {1}. {0}", "{1}\n\n- {0}\n- {1}", "1. {1}", "*{0}* **{1}**"])
        return str(form.format(plain, words))

    def some(self) -> list[str]:
        """Give a few of the records that prose can mention."""
        return self.chance.sample(self.there(*TIED), self.chance.randint(1, 3))

    def there(self, *names: str) -> list[str]:
        return [one for one in names if one not in self.left_out]

    def evidence(self, *said: str) -> list[dict[str, Any]]:
        excerpts = said or (self.text(300),)
        return [{"source": self.ids["work"], "excerpt": one, "locator": self.text()} for one in excerpts]

    def derived(self, *numbers: object) -> list[dict[str, Any]]:
        """Say of whatever number may stand in some texts how it was got."""
        return [{"numbers": [cut(str(one)) for one in numbers], "how": self.text()}]


KINDS = (
    "question", "fact", "figure", "quote", "reply", "event", "old", "coming", "dispute", "outlet", "person", "body",
    "work", "term", "mended", "type", "count", "area", "side", "was", "once",
)  # fmt: skip
READS = ("count", "running count", "measure", "running measure")
OPTIONAL = ("reply", "old", "coming", "dispute")
TIED = ("fact", "figure", "quote", "event", "dispute", "term")


def _site(m: Maker, question: str) -> dict[str, Any]:
    west, south, high = m.chance.randint(-180, 160), m.chance.randint(-85, 70), m.chance.randint(3, 15)
    wide = min(m.chance.randint(max(high // 2 + 1, 3), high * 4), 180 - west)
    site: dict[str, Any] = {
        "title": f"{m.chance.choice(['', '霧 ', '霧 '])}{m.name()}", "question": question, "short_answer": m.prose(),
        "description": m.text(),
        "publisher": m.name(), "email": m.name(), "figures": [m.ids["figure"]],
        "disputes": [m.ids[one] for one in m.there("dispute")],
        "conversation": [m.ids[one] for one in m.there("quote", "reply")], "conversation_title": m.text(60),
        "event_types": {m.ids["type"]: {"label": m.name(), "plural": m.name()}},
        "counts": {m.ids["count"]: {"label": m.name(), "unit": m.name()}},
        "areas": {
            m.ids["area"]: {
                "label": m.name(), "kind": m.chance.choice(["sea", "land"]), "at": [west + 1, south + 1],
                "radius_km": m.chance.randint(1, 2_000),
            }
        },
        "sides": {m.ids["side"]: {"label": m.name(), "party": m.chance.random() < 0.5}},
        "source_kinds": {m.ids["type"]: {"label": m.name(), "official": True}},
        "known_dates": [m.chance.choice([m.day(), f"{m.year + 1:04}"])],
        "unknowns": [{"title": m.name(), "body": m.prose()}],
        "method": [{"heading": m.text(60), "body": m.prose()}],
    }  # fmt: skip
    if m.chance.random() < 1 / 8:
        counts = m.chance.choice([[], [m.ids["count"]]])
        reasons = {m.ids["body"]: m.text()}
        site["sums"] = [{"figure": m.ids["figure"], "counts": counts, "type": m.ids["type"], "reasons": reasons}]
        site["map"] = [west, south, west + wide, south + high]
        site["map_labels"] = {m.name(): [west, south]}
    return site


def _statements(m: Maker, heading: str, question: str) -> dict[str, dict[str, Any]]:
    statement, said = m.text(240), f"so {m.text(300)}"
    values = [m.value() for _ in range(m.chance.choice([1, 1, 1, 2, 4]))]
    positions = [m.text(), m.text()]
    return {
        f"facts/{m.ids['fact']}.yaml": {
            "title": heading, "statement": statement, "as_of": m.day(), "background": [m.ids["question"]],
            "evidence": m.evidence(), "derived": m.derived(heading, statement), "note": m.prose(),
        },
        f"figures/{m.ids['figure']}.yaml": {
            "title": m.text(60), "unit": m.name(), "reads": m.chance.choice(READS), "description": m.prose(),
            "background": [m.ids["question"]],
            "derived": m.derived(*values),
            "observations": [
                {
                    "as_of": m.day(), "value": value, "counter": m.ids[m.chance.choice(["outlet", "body"])],
                    "bound": m.chance.choice(["exactly", "at least", "about", "at most"]), "evidence": m.evidence(),
                    "differs_because": m.text(), "note": m.text(),
                }
                for value in values
            ],
        },
        f"quotes/{m.ids['quote']}.yaml": {
            "speaker": m.ids["person"], "said_how": "spoken", "said_on": m.day(), "occasion": m.text(), "text": said,
            "language": m.chance.choice(["en", "ar", "zh", "ja"]), "place": m.text(), "role": f"late {m.name()}",
            "translations": {"en": {"text": m.text(), "by": m.name()}}, "evidence": m.evidence(said),
            "background": [m.ids["question"]], "accuses": [m.ids["person"]], "answer": "none found",
            "altered": m.text(),
        },
        f"quotes/{m.ids['reply']}.yaml": {
            "speaker": m.ids["person"], "said_how": "quoted", "undated": True, "occasion": m.text(), "text": said,
            "language": "ja",
            "replies_to": m.ids["quote"], "evidence": m.evidence(said), "original_seen": False,
        },
        f"disputes/{m.ids['dispute']}.yaml": {
            "question": question, "assessment": m.prose(),
            "positions": [
                {"held_by": [m.ids[who]], "says": one, "evidence": m.evidence(one)}
                for who, one in zip(("body", "person"), positions, strict=True)
            ],
            "workings": [{"label": m.text(), "steps": [m.text()], "result": m.text()}],
            "derived": m.derived(*positions),
        },
    }  # fmt: skip


def _events(m: Maker, heading: str) -> dict[str, dict[str, Any]]:
    size, most, summary, first = m.number(), m.number(), m.prose(), m.chance.randint(1, 999_000)
    number = m.chance.choice([str(first), f"{first}-{first + m.chance.randint(0, 30)}"])
    to_come = min(m.year + m.chance.randint(2, 5_000), 9_999)
    return {
        f"events/{m.ids['event']}.yaml": {
            "title": heading, "date": m.day(), "type": m.ids["type"], "number": number, "areas": [m.ids["area"]],
            "place": m.text(), "counts": {m.ids["count"]: size}, "actors": [m.ids["body"]],
            "announced_by": m.ids["person"], "announced_how": m.text(), "summary": summary, "date_note": m.text(),
            "counts_by_area": {m.ids["area"]: {m.ids["count"]: m.number()}}, "evidence": m.evidence(),
            "derived": m.derived(heading, size, summary, said := m.text()),
            "claims": [{"held_by": m.ids["body"], "says": said, "evidence": m.evidence(said)}],
        },
        f"events/{m.ids['old']}.yaml": {
            "title": heading, "date": m.day(1), "type": m.ids["type"], "derived": m.derived(heading, 0, most),
            "counts": {m.ids["count"]: [{"from": m.day(), "min": 0, "max": most, "note": m.text()}]},
            "evidence": m.evidence(), "status": m.chance.choice(["confirmed", "unconfirmed"]),
        },
        f"events/{m.ids['coming']}.yaml": {
            "title": heading, "date": f"{to_come:04}", "scheduled": True, "type": m.ids["type"],
            "evidence": m.evidence(), "derived": m.derived(heading),
        },
    }  # fmt: skip


def _others(m: Maker, question: str) -> dict[str, dict[str, Any]]:
    set_in = m.there(*m.chance.choice([["fact"], ["figure", "quote"], ["event", "dispute"]]))
    return {
        f"background/{m.ids['question']}.yaml": {
            "question": question, "order": m.chance.randint(-MAX_NUMBER, MAX_NUMBER),
            "short_answer": m.prose(*m.there(*TIED)),
            "formerly": [m.ids["was"]], "note": m.prose(),
            "reviews": [{"by": m.name(), "on": m.day(), "what": m.text()}],
            "sections": [{"heading": m.text(60), "body": f"{m.prose()}\n\n::: {m.ids[one]}"} for one in set_in],
        },
        f"actors/{m.ids['outlet']}.yaml": {"name": m.name(), "kind": "media", "country": m.name()},
        f"actors/{m.ids['body']}.yaml": {
            "name": m.name(), "kind": "government", "description": m.prose(), "formerly": [m.ids["once"]],
            "side": m.ids["side"],
        },
        f"actors/{m.ids['person']}.yaml": {
            "name": m.name(), "kind": "person", "part_of": m.ids["body"],
            "roles": [{"title": m.name(), "from": m.day(), "as_of": [m.day()], "note": m.text()}],
        },
        f"sources/{m.ids['work']}.yaml": {
            "publisher": m.ids["outlet"], "title": m.text(), "author": m.name(), "published": f"{m.year + 1:04}",
            "read": "full", "language": "en", "kind": m.ids["type"], "via": m.ids["outlet"], "copy_url": m.text(),
            "note": m.prose(),
        },
        f"terms/{m.ids['term']}.yaml": {"term": m.name(), "aliases": [m.name()], "definition": m.prose("fact")},
        f"corrections/{m.ids['mended']}.yaml": {
            "date": m.day(), "kind": "update", "records": [m.ids["fact"]], "was": m.text(), "now": m.text(),
        },
    }  # fmt: skip


@st.composite
def records(draw: Make) -> Files:
    """Give a record of one to three of each kind, as the fields of its files."""
    maker = Maker(draw(st.randoms(use_true_random=False)), draw(st.lists(TEXTS, min_size=6, max_size=6)))
    heading, question = maker.text(60), maker.text(300)
    files = _statements(maker, heading, question) | _events(maker, heading) | _others(maker, question)
    left_out = {f"{maker.ids[one]}.yaml" for one in maker.left_out}
    kept = {name: fields for name, fields in files.items() if name.partition("/")[2] not in left_out}
    return {"site.yaml": _site(maker, question), **kept}


def written(files: Files, content: Path) -> None:
    """Write a record's files; YAML reads JSON."""
    for name, fields in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(json.dumps(fields, ensure_ascii=False, indent=1), encoding="utf-8")
