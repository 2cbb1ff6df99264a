"""From how far away a phone reads a code: its camera must see each module on a few of its pixels.

A phone's main camera is a 26 mm lens on a 36 mm wide frame, and what is searched for codes is a video
picture 1920 pixels wide: at a distance of one metre a pixel sees 36 / 26 / 1920 m, 0.72 mm. A module
wants 2.5 pixels: zxing read 40 of 40 blurred, grainy, tilted codes from 2.5 pixels on, some from 2 and
none below 1.5 (`tests/domain/test_scanning.py`). So a module is read from 555 times its width; the usual
rule of thumb, a tenth of the distance for a code of 33 modules, asks for more and leaves a reserve.
Zooming in doubles the distance.
"""

from workshop_desk.domain.legibility import WIDESCREEN

PIXELS = 2.5
"""What a module takes of the camera's picture at least."""
_SEEN, _FRAME = 36 / 26, 1920
"""Metres across that the camera sees from one metre away, and the pixels of its picture across."""
_NARROW, _LEAST, _USUAL = 1.74, 0.4, 0.45
JOIN_MODULES = 33
"""Across a session's code, its white border included, whatever the address (version 2)."""


def lobby_code(shape: float = WIDESCREEN) -> float:
    """Return what a code of the lobby takes of the picture's height at least, white border included.

    Where the picture is not as wide as usual, two cards side by side are smaller.
    """
    return _LEAST if shape < _NARROW else _USUAL


def scanned_from(module: float) -> float:
    """Return from how far a code is read whose modules are so wide, in the same unit."""
    return module * _FRAME / (PIXELS * _SEEN)


def lobby_scanned_from(modules: int, picture_width: float, shape: float = WIDESCREEN) -> float:
    """Return from how many metres the lobby's code of so many modules across is read.

    The white border's eight count as modules; `shape` is the picture's width by its height.
    """
    return scanned_from(lobby_code(shape) * picture_width / shape / modules)
