"""Badges are read from the pictures of a film, by the child process that would look through a camera."""

from io import BytesIO
from pathlib import Path

import av
import pytest
import qrcode
from PIL import Image
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests import samples
from tests.desktop.at_the_desk import Hand
from workshop_desk.desktop.badge_camera import BadgeCamera, can_see
from workshop_desk.desktop.camera_frames import (
    AGAIN,
    Camera,
    Frame,
    Sightings,
    codes_in,
    frames,
    smaller,
)
from workshop_desk.desktop.desk import scan_badges
from workshop_desk.desktop.desk.scan_badges import ScanBadges
from workshop_desk.domain import commands as ask
from workshop_desk.domain.badges import badge_payload
from workshop_desk.domain.people import Channel
from workshop_desk.domain.presence import Source
from workshop_desk.domain.units import Language, PersonId

WIDE, HIGH = 642, 480
"""Rows that are no multiple of 32 long, as some cameras have them."""


def badge(text: str, size: int = 200, turned: int = 12) -> Image.Image:
    """Return what a camera would see: a badge held a little askew, on a grey ground."""
    drawn = BytesIO()
    qrcode.make(text, border=4).save(drawn)
    code = Image.open(drawn).convert("L").resize((size, size))
    ground = Image.new("L", (WIDE, HIGH), 150)
    ground.paste(code.rotate(turned, expand=True, fillcolor=150), (180, 90))
    return ground


def film(path: Path, *pictures: Image.Image, each: int = 4) -> Camera:
    """Write a film in which each picture is seen for a few frames."""
    with av.open(str(path), "w") as written:
        stream = written.add_stream("mpeg4", rate=15)
        stream.width, stream.height, stream.pix_fmt = WIDE, HIGH, "yuv420p"
        stream.bit_rate = 4_000_000
        for picture in pictures:
            for _ in range(each):
                written.mux(stream.encode(av.VideoFrame.from_image(picture.convert("RGB"))))
        written.mux(stream.encode(None))
    return Camera("film", str(path))


def test_codes_are_read_from_the_pictures_of_a_film(tmp_path: Path) -> None:
    nothing = Image.new("L", (WIDE, HIGH), 90)
    camera = film(tmp_path / "one.mp4", nothing, badge("WB:K7QM:M4TK"), nothing, each=1)
    seen = [codes_in(frame) for frame in frames(camera)]
    assert seen == [(), ("WB:K7QM:M4TK",), ()]


def test_a_badge_held_still_is_read_once_and_again_when_it_comes_back() -> None:
    sightings = Sightings()
    assert sightings.new(("a",), 0.0) == ("a",)
    assert sightings.new(("a", "b"), 1.0) == ("b",)
    assert sightings.new((), 2.0) == ()
    assert sightings.new(("a",), 2.5) == ()
    assert sightings.new(("a",), 2.5 + AGAIN) == ("a",)


def test_a_picture_to_aim_by_is_small() -> None:
    small = smaller(Frame(1281, 721, bytes(1281 * 721)))
    assert (small.width, len(small.grey)) == (321, small.width * small.height)


def test_a_child_looks_and_the_window_hears(qtbot: QtBot, tmp_path: Path) -> None:
    assert can_see()
    camera, read = BadgeCamera(), []
    camera.read.connect(read.append)
    with qtbot.waitSignals([camera.seen, camera.lost], timeout=20_000):
        camera.start(film(tmp_path / "two.mp4", badge("first"), badge("second", turned=45)))
    assert read == ["first", "second"]


def test_a_camera_that_is_not_there_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    camera = BadgeCamera()
    with qtbot.waitSignal(camera.lost, timeout=20_000) as heard:
        camera.start(Camera("gone", str(tmp_path / "nothing.mp4")))
    assert "nothing.mp4" in heard.args[0]


def no_cameras() -> tuple[Camera, ...]:
    """Return the cameras of a laptop without one, whatever this machine has."""
    return ()


def test_badges_let_people_in_one_after_the_other(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan_badges, "cameras", no_cameras)
    hand.desk.open(samples.codev_plan("en"))
    for name, code in (("Zoë", "M4TK"), ("Ng", "Q7RT")):
        join = ask.Join(PersonId(name), name, "", Language("en"), Channel.DESK, codes=(code,))
        hand.desk.do(join)
        hand.desk.do(ask.Leave(PersonId(name)))
    hand.window.resume()
    hand.until(lambda: len(hand.rows("people_list")) == 2)
    hand.click("person_scan")
    dialog = hand.dialog("scan_dialog")
    assert isinstance(dialog, ScanBadges)
    hand.qtbot.waitUntil(lambda: "No camera is found" in hand.words("problem"), timeout=20_000)
    badges = (badge_payload("K7QM", "M4TK"), "https://example.org", badge_payload("K7QM", "Q7RT"))
    dialog.look_through(film(tmp_path / "three.mp4", *map(badge, badges)))
    hand.qtbot.waitUntil(lambda: len(hand.desk.room.present) == 2, timeout=20_000)
    assert [one.source for one in hand.desk.room.presence.events[-2:]] == [Source.BADGE] * 2
    hand.until(lambda: dialog.findChildren(QLabel, "scan_said")[0].text() == "Ng is back.")
    told = list(hand.window.toasts.history)[-3:]
    assert told == [
        "Zoë is back.",
        "This code is for phones. Scan the badge, or type the name.",
        "Ng is back.",
    ]
    hand.click("scan_done")
    hand.no_dialog()
