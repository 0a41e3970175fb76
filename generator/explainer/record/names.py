"""What records are called and what they state, in their own words."""

from explainer.record.models import Correction, Fact, Figure, Quote, Record, Source
from explainer.record.parts import Observation


def name_of(record: Record, language: str = "") -> str:
    """What a link to the record says; a quotation's words in a language, where they are translated into it."""
    for field in ("title", "name", "term", "question", "label", "sought"):
        if isinstance(name := getattr(record, field, None), str):
            return name
    if isinstance(record, Quote):
        return opening(in_language(record, language))
    if isinstance(record, Source):
        return record.id
    return opening(record.was) if isinstance(record, Correction) else record.id


def says(record: Record) -> str:
    """What a record states, for its words to be found in an excerpt."""
    if isinstance(record, Fact):
        return record.statement
    if isinstance(record, Quote):
        return " ".join([record.text, *(translation.text for translation in record.translations.values())])
    counts = getattr(record, "counts", {})
    numbers = [str(count.value) for moved in counts.values() for count in moved if count.value is not None]
    return " ".join([name_of(record), *numbers])


def alike_before(figure: Figure, seen: Observation) -> int:
    """How many values of a figure of the same date and counter stand before one."""
    key = (seen.as_of, seen.counter)
    return [other for other in figure.observations if (other.as_of, other.counter) == key].index(seen)


def in_language(quote: Quote, language: str) -> str:
    """The words in a language where there is a translation into it, else as they were said."""
    translated = quote.translations.get(language)
    return translated.text if translated and quote.language != language else quote.text


def opening(text: str, most: int = 8) -> str:
    """The first words of a text."""
    words = text.split()
    return " ".join(words[:most]).rstrip(",;:.") + (" …" if len(words) > most else "")
