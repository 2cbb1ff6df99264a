"""The lobby with the room's Wi-Fi: both codes are scanned off it, whatever the shape and the letters."""

from dataclasses import replace
from io import BytesIO
from itertools import product

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage

from tests import samples
from tests.desktop.stage_rooms import FAR_NETWORK, NETWORK, WIFI, Sight, check, painted, picture
from workshop_desk.desktop import fonts
from workshop_desk.desktop.parts.qr import modules
from workshop_desk.desktop.stage.scenes import Scene, scene_for
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.scanning import lobby_code
from workshop_desk.domain.wifi import Wifi, payload

SIZES = ((1280, 720), (1280, 800), (1024, 768), (720, 1280))
FACTORS = (1.0, 4 / 3, 1.8)


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    fonts.load_fonts()


def lobby(wifi: Wifi, network: NetworkState = NETWORK, message: str = "", language: str = "fr") -> Scene:
    story = samples.story_until("lobby", language)
    session = story.room.session
    curtain = replace(session.curtain, message=message)
    room = replace(story.room, session=replace(session, curtain=curtain))
    one = Sight("lobby", room, story.now)
    return scene_for(one.room, network, one.now, one.words, wifi=wifi)


def read(image: QImage) -> dict[str, int]:
    """Return the codes of a picture, and how many pixels each is wide without its border."""
    kept = QBuffer()
    image.save(kept, "BMP")
    with Image.open(BytesIO(kept.data().data())) as seen:
        found = zxingcpp.read_barcodes(seen.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return {one.text: one.position.top_right.x - one.position.top_left.x for one in found}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", WIFI)
def test_both_codes_are_scanned(name: str, size: tuple[int, int]) -> None:
    for factor, dark in ((1.0, True), (1.8, False)):
        scene, found, words, page, pages = lobby(WIFI[name]), set[str](), "", 0, 1
        while page < pages:
            image, report = picture(scene, size, page, factor=factor, dark=dark)
            check(report, size, f"{name} {factor:.1f}", factor)
            found |= read(image).keys()
            words += f" {report.words}"
            page, pages = page + 1, report.pages
        assert found == {payload(WIFI[name]), NETWORK.url}, factor
        assert NETWORK.code in words
        assert f"{NETWORK.address}:{NETWORK.port}" in words.replace(" ", "")
        assert WIFI[name].name.replace(" ", "") in words.replace(" ", "")


@pytest.mark.parametrize("size", SIZES)
def test_a_message_and_a_long_address_leave_both_cards_alone(size: tuple[int, int]) -> None:
    for name, factor in product(("usual", "wide"), FACTORS):
        plain = lobby(WIFI[name], FAR_NETWORK, language="en")
        told = lobby(WIFI[name], FAR_NETWORK, "Le café est servi au fond de la salle.", "en")
        for page in range(painted(plain, size, factor=factor).pages):
            before = painted(plain, size, page, factor=factor)
            report = painted(told, size, page, factor=factor)
            check(before, size, name, factor)
            check(report, size, f"{name} with a message", factor)
            kept = {box.text for box in report.boxes}
            cards = {FAR_NETWORK.code, "cerisier-42", "The Wi-Fi", "The session"}
            assert cards & {box.text for box in before.boxes} <= kept


def test_the_codes_are_as_large_as_is_said_at_the_desk() -> None:
    for size, factor in product(((1920, 1080), (1280, 800), (1024, 768)), (1.0, 4 / 3)):
        for page in range(2):
            image, _ = picture(lobby(WIFI["usual"]), size, page, factor=factor)
            for text, wide in read(image).items():
                code = len(modules(text))
                least = lobby_code(size[0] / size[1]) * size[1]
                # As many whole pixels a module as have room.
                assert wide / code * (code + 8) >= least - code - 8, (text, size, factor)


def test_what_nobody_types_is_in_the_code() -> None:
    words = painted(lobby(Wifi("Atelier", "p" * 63)), (1920, 1080)).words
    assert "p" * 20 not in words
    assert "est dans le code" in words
    assert "cerisier-42" in painted(lobby(WIFI["usual"]), (1920, 1080)).words
    assert "sans mot de passe" in painted(lobby(WIFI["open"]), (1920, 1080)).words


def test_without_a_way_in_the_wifi_is_not_offered_either() -> None:
    words = painted(lobby(WIFI["usual"], NetworkState()), (1920, 1080)).words
    assert "Atelier" not in words
    assert "Prenez place." in words


@pytest.mark.parametrize(("language", "title"), [("fr", "Nouveau code"), ("en", "New code")])
def test_a_code_that_is_another_one_now_says_so_whole(language: str, title: str) -> None:
    scene = lobby(WIFI["usual"], replace(NETWORK, moved=True), language=language)
    for size in ((1920, 1080), (1280, 800)):
        assert title in {box.text for box in painted(scene, size).boxes}
