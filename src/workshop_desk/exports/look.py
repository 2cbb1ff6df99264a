"""The look of paper: colours and letters from the design tokens, always the light ones."""

import tomllib
from dataclasses import dataclass
from functools import cache

from workshop_desk.base.resources import resources
from workshop_desk.exports.typeset.paragraphs import Ink, Style

MM = 72 / 25.4
"""Points in a millimetre."""

A4 = (210 * MM, 297 * MM)
MARGIN = 15 * MM
TRACKING = -0.012
_QUIET_SHARE = 0.45


@dataclass(frozen=True, slots=True)
class Look:
    """Inks by their role and letters by theirs; sizes and leadings in points."""

    inks: dict[str, Ink]
    notes: tuple[tuple[str, Ink], ...]
    display: Style
    title: Style
    heading: Style
    body: Style
    strong: Style
    small: Style
    label: Style

    def ink(self, name: str) -> Ink:
        """Return a colour by its token's name."""
        return self.inks[name]

    @property
    def quiet(self) -> Ink:
        """Return the colour of bars that are not the point of a chart."""
        return mix(self.inks["primary"], self.inks["surface"], _QUIET_SHARE)

    @property
    def well(self) -> Ink:
        """Return the ground of a band of facts: light enough to print without a tint."""
        return mix(self.inks["sunken"], self.inks["surface"], 0.7)


@cache
def look() -> Look:
    """Read the tokens."""
    with (resources() / "design" / "tokens.toml").open("rb") as file:
        tokens = tomllib.load(file)
    inks = {name: _ink(code) for name, code in tokens["color"]["light"].items()}
    inks["note"] = _ink(tokens["sticky_text"]["ink"])
    notes = tuple((one["letter"], _ink(one["bg"])) for one in tokens["sticky"].values())
    kinds = tokens["type"]["paper"]
    main, quiet = inks["ink"], inks["ink_2"]
    small = _style(kinds["small"], quiet)
    body = _style(kinds["body"], main)
    return Look(
        inks=inks,
        notes=notes,
        display=_style(kinds["display"], main),
        title=_style(kinds["title"], main),
        heading=_style(kinds["heading"], main),
        body=body,
        strong=Style("text", 600, body.size, body.leading, main),
        small=small,
        label=Style("text", 600, small.size, small.leading, quiet),
    )


def mix(ink: Ink, ground: Ink, share: float) -> Ink:
    """Return a colour as it looks when it covers a share of the ground."""
    red, green, blue = (a * share + b * (1 - share) for a, b in zip(ink, ground, strict=True))
    return (red, green, blue)


def _ink(code: str) -> Ink:
    red, green, blue = bytes.fromhex(code.removeprefix("#")[:6])
    return (red / 255, green / 255, blue / 255)


def _style(kind: dict[str, object], ink: Ink) -> Style:
    family, size, line = str(kind["family"]), float(str(kind["size"])), float(str(kind["line"]))
    tracking = TRACKING if family == "display" else 0.0
    return Style(family, int(str(kind["weight"])), size, line, ink, tracking)
