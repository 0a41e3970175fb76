"""Which letters the cards can show: those of the one font that comes with them."""

import struct
from functools import cache
from importlib.resources import files

FONT = files("explainer") / "render" / "charts" / "font" / "newsreader-medium.ttf"


def lacking(text: str) -> list[str]:
    """The characters of a text that the font does not have, each once."""
    return list(dict.fromkeys(one for one in text if ord(one) not in _characters()))


@cache
def _characters() -> frozenset[int]:
    """The characters that the font has, from the segments of its `cmap` table."""
    font = FONT.read_bytes()
    tables = {font[at : at + 4]: struct.unpack_from(">8xI", font, at)[0] for at in range(12, 12 + 16 * font[5], 16)}
    cmap = tables[b"cmap"]
    start = cmap + min(
        struct.unpack_from(">4xI", font, cmap + 4 + 8 * index)[0]
        for index in range(struct.unpack_from(">2xH", font, cmap)[0])
        if struct.unpack_from(">HH", font, cmap + 4 + 8 * index) == (3, 1)
    )
    segments = struct.unpack_from(">H", font, start + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", font, start + 14)
    starts = struct.unpack_from(f">{segments}H", font, start + 16 + 2 * segments)
    return frozenset(one for first, last in zip(starts, ends, strict=True) for one in range(first, last + 1))
