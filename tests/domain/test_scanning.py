"""From how far a phone reads a code, held against a decoder that sees it as a camera does."""

import random

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageFilter

from workshop_desk.domain.scanning import PIXELS, lobby_scanned_from, scanned_from
from workshop_desk.exports.qr import QUIET, matrix

CODES = ("HTTP://192.168.8.10:8080/J/K7QM", "WIFI:T:WPA;S:Atelier-Halliade;P:cerisier-42;;")
FINE, TRIES = 8, 8


def taken(payload: str, pixels: float, dice: random.Random) -> Image.Image:
    """Return a code as a camera takes it: tilted, blurred, grainy, washed out, off the pixels' grid."""
    rows = matrix(payload)
    side = len(rows) + 2 * QUIET
    code = Image.new("L", (side, side), 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            code.putpixel((x + QUIET, y + QUIET), 0 if dark else 255)
    wall = Image.new("L", (2 * FINE * side, 2 * FINE * side), 200)
    at = FINE * side // 2 + dice.randrange(FINE)
    wall.paste(code.resize((FINE * side, FINE * side), Image.Resampling.NEAREST), (at, at))
    wall = wall.rotate(dice.uniform(-8, 8), Image.Resampling.BICUBIC, fillcolor=200)
    wide = round(2 * side * pixels)
    seen = wall.resize((wide, wide), Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(0.6))
    grey = seen.point([round(51 + 0.6 * level) for level in range(256)])
    grain = bytes(min(255, max(0, round(dice.gauss(128, 8)))) for _ in range(wide * wide))
    return ImageChops.add(grey, Image.frombytes("L", grey.size, grain), 1, -128)


@pytest.mark.parametrize("payload", CODES)
def test_as_many_pixels_as_we_ask_for_are_read_every_time_and_much_fewer_are_not(payload: str) -> None:
    dice = random.Random(5)

    def read(pixels: float) -> int:
        found = (zxingcpp.read_barcodes(taken(payload, pixels, dice)) for _ in range(TRIES))
        return sum(1 for one in found if one and one[0].text == payload)

    assert read(PIXELS) == TRIES
    assert read(PIXELS / 2) <= TRIES / 4


def test_the_distance_grows_with_the_module() -> None:
    assert scanned_from(0.015) == pytest.approx(8.32, abs=0.01)  # 12 of 1080 pixels of 1.35 m
    assert scanned_from(0.03) == pytest.approx(2 * scanned_from(0.015))
    assert lobby_scanned_from(33, 2.4) == pytest.approx(10.21, abs=0.01)
    assert lobby_scanned_from(41, 2.4) == pytest.approx(8.22, abs=0.01)
    assert lobby_scanned_from(41, 2.4, 1.6) == pytest.approx(8.12, abs=0.01)
