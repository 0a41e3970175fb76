"""How colours look: their contrast by WCAG 2, and how far apart two are for a reader without green cones."""

import math
from collections.abc import Sequence

# of linear red, green and blue: Machado, Oliveira and Fernandes 2009, deuteranopia; then sRGB to CIE XYZ over its white
DEUTERANOPIA = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
XYZ = ((0.433953, 0.376219, 0.189828), (0.212673, 0.715152, 0.072175), (0.017758, 0.109477, 0.872765))
FAR = 25**7

Lab = tuple[float, float, float]


def contrast(colour: str, other: str) -> float:
    """The contrast of two colours by WCAG 2: from 1 to 21."""
    darker, lighter = sorted(_times([XYZ[1]], _linear(one))[0] for one in (colour, other))
    return (lighter + 0.05) / (darker + 0.05)


def apart_without_green(colour: str, other: str) -> float:
    """How far apart two colours are under simulated deuteranopia, by CIEDE2000."""
    return ciede2000(*(_lab(_times(DEUTERANOPIA, _linear(one))) for one in (colour, other)))


def ciede2000(one: Lab, other: Lab) -> float:
    """The difference of two colours in CIELAB, as Sharma, Wu and Dalal 2005 write it."""
    chroma = sum(math.hypot(*lab[1:]) for lab in (one, other)) / 2
    stretch = 1.5 - 0.5 * math.sqrt(chroma**7 / (chroma**7 + FAR))
    (c1, h1), (c2, h2) = (_polar(lab[1] * stretch, lab[2]) for lab in (one, other))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0
    light, c, h = (one[0] + other[0]) / 2, (c1 + c2) / 2, (h1 + turn / 2) % 360
    lightness = (other[0] - one[0]) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    saturation = (c2 - c1) / (1 + 0.045 * c)
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * c * _hue_weight(h))
    twist = math.sin(math.radians(60 * math.exp(-(((h - 275) / 25) ** 2)))) * 2 * math.sqrt(c**7 / (c**7 + FAR))
    return math.sqrt(lightness**2 + saturation**2 + hue**2 - twist * saturation * hue)


def _hue_weight(hue: float) -> float:
    waves = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    return 1 + sum(height * math.cos(math.radians(times * hue + start)) for height, times, start in waves)


def _polar(a: float, b: float) -> tuple[float, float]:
    return math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _linear(colour: str) -> list[float]:
    """Red, green and blue of `#rrggbb` or `#rgb` as amounts of light."""
    digits = colour[1:] if len(colour) == 7 else "".join(one * 2 for one in colour[1:])
    shares = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]


def _times(rows: Sequence[Sequence[float]], light: Sequence[float]) -> list[float]:
    return [min(1, max(0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in rows]


def _lab(light: Sequence[float]) -> Lab:
    x, y, z = (one ** (1 / 3) if one > 216 / 24389 else one * 841 / 108 + 4 / 29 for one in _times(XYZ, light))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
