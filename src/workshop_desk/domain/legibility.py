"""How large the stage's letters must be for the last row to read them."""

USUAL_HEIGHTS = 6.0
"""Heights of the picture from which the last row looks, where nobody has measured."""
USUAL_FLOOR = 44
"""Size of the smallest letters then, in pixels of a picture 1080 high."""
MOST = 1.8
"""Larger letters than this leave no room for a sentence."""
WIDESCREEN = 16 / 9
DEPTHS, WIDTHS = (2.0, 60.0), (0.5, 20.0)
"""The metres that a room may be deep and a picture wide."""


def wanted_legibility(room_depth: float, picture_width: float, shape: float = WIDESCREEN) -> float:
    """Return by how much the letters should be larger than usual, 1 or more; 1 where a metre is 0.

    What the last row sees of a letter shrinks with its distance, counted in heights of the picture;
    `shape` is the picture's width by its height. Nearer rows than usual make nothing smaller.
    """
    if room_depth <= 0 or picture_width <= 0 or shape <= 0:
        return 1.0
    heights = room_depth / (picture_width / shape)
    return max(1.0, heights / USUAL_HEIGHTS)


def legibility(room_depth: float, picture_width: float, shape: float = WIDESCREEN) -> float:
    """Return by how much the letters are larger: as wanted, as far as sentences still have room."""
    return min(MOST, wanted_legibility(room_depth, picture_width, shape))


def smallest_letters(factor: float) -> int:
    """Return the size of the smallest letters in pixels of a picture 1080 high."""
    return round(USUAL_FLOOR * factor)


def may_be(metres: float, bounds: tuple[float, float]) -> bool:
    """Tell whether a measure makes sense; 0 is one that nobody has taken."""
    return metres == 0 or bounds[0] <= metres <= bounds[1]
