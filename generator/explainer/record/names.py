"""What records are called and what they state, in their own words."""

from explainer.record.models import Correction, Fact, Quote, Record, Source


def name_of(record: Record) -> str:
    """What a link to the record says."""
    for field in ("title", "name", "term", "question", "label", "sought"):
        if isinstance(found := getattr(record, field, None), str):
            return found
    if isinstance(record, Quote):
        return opening(english(record))
    if isinstance(record, Source):
        return record.id
    return opening(record.was) if isinstance(record, Correction) else record.id


def says(record: Record) -> str:
    """What a record states, for its words to be found in an excerpt."""
    if isinstance(record, Fact):
        return record.statement
    if isinstance(record, Quote):
        return " ".join([record.text, *(one.text for one in record.translations.values())])
    counts = getattr(record, "counts", {})
    numbers = [str(one.value) for several in counts.values() for one in several if one.value is not None]
    return " ".join([name_of(record), *numbers])


def english(quote: Quote, language: str = "en") -> str:
    """The words in the reader's language where there is a translation, else as they were said."""
    translated = quote.translations.get(language)
    return translated.text if translated and quote.language != language else quote.text


def opening(text: str, most: int = 8) -> str:
    """The first words of a text."""
    words = text.split()
    return " ".join(words[:most]).rstrip(",;:.") + (" …" if len(words) > most else "")
