"""Text as it is looked for: whatever the language, a reader types it without accents."""

import re
import unicodedata


def fold(text: str) -> str:
    """Text as a reader without accents on the keyboard would type it, small letters, digits unparted."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return re.sub(r"(?<=\d)[.,\u00a0\u202f ](?=\d{3}(?!\d))", "", bare).casefold()
