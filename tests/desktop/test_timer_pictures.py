"""Scenes of time are painted whole, in both languages, with the longest words, on every projector."""

from dataclasses import replace

import pytest

from tests.desktop.stage_rooms import FAR_NETWORK, NETWORK, Sight, check, painted, picture
from tests.desktop.timer_rooms import SCENES, sight, worst
from workshop_desk.desktop import fonts
from workshop_desk.desktop.stage.canvas import Layout
from workshop_desk.desktop.stage.clocks import ClockGrid, places
from workshop_desk.desktop.stage.hard_end import HardEnd
from workshop_desk.desktop.stage.scenes import Scene, scene_for
from workshop_desk.desktop.theme import color, tokens

LANGUAGES = ("fr", "en")
SMALL, LARGE, OLD = (1280, 720), (3840, 2160), (1024, 768)
UPRIGHT, WIDEST = (1080, 1920), (2560, 1080)
DIGITS = "0123456789:+"


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    fonts.load_fonts()


def check_pages(scene: Scene, size: tuple[int, int], name: str, *, dark: bool = False) -> None:
    pages = page = 0
    while page <= pages:
        report = painted(scene, size, page, dark=dark)
        check(report, size, f"{name} page {page}")
        pages, page = report.pages - 1, page + 1


@pytest.mark.parametrize("size", [SMALL, LARGE, OLD, UPRIGHT, WIDEST])
@pytest.mark.parametrize("language", LANGUAGES)
def test_scenes_of_time_are_whole(language: str, size: tuple[int, int]) -> None:
    for name in SCENES:
        check_pages(sight(name, language).scene(FAR_NETWORK), size, name)


@pytest.mark.parametrize("size", [SMALL, LARGE, OLD, UPRIGHT, WIDEST])
@pytest.mark.parametrize("language", LANGUAGES)
def test_scenes_of_time_are_whole_with_the_longest_words(language: str, size: tuple[int, int]) -> None:
    for name in SCENES:
        check_pages(worst(name, language).scene(FAR_NETWORK), size, name)


@pytest.mark.parametrize("size", [SMALL, OLD, UPRIGHT])
@pytest.mark.parametrize("name", ["side", "side long", "side turn", "alone endless"])
def test_a_clock_on_the_side_covers_nothing_beside_the_way_out(name: str, size: tuple[int, int]) -> None:
    one = worst(name, "fr")
    hint = one.words("Esc: leave full screen")
    scene = scene_for(one.room, FAR_NETWORK, one.now, one.words, hint=hint)
    report = painted(scene, size)
    check(report, size, name)
    assert hint in report.words


@pytest.mark.parametrize("language", LANGUAGES)
def test_scenes_of_time_are_whole_in_the_dark(language: str) -> None:
    for name in SCENES:
        scene = sight(name, language).scene()
        check_pages(scene, SMALL, name, dark=True)
        assert painted(scene, SMALL, dark=True).words == painted(scene, SMALL).words


@pytest.mark.parametrize("size", [SMALL, LARGE, OLD])
def test_the_time_alone_takes_a_quarter_of_the_height(size: tuple[int, int]) -> None:
    for name in SCENES:
        if not name.startswith("alone"):
            continue
        for one in (sight(name), worst(name, "fr")):
            boxes = painted(one.scene(), size).boxes
            digits = max(
                (box for box in boxes if not set(box.text) - set(DIGITS)), key=lambda box: box.size
            )
            tall = digits.size if name == "alone endless" else 0.66 * digits.size
            assert tall >= 1080 / 4, name


def test_digits_stay_where_they_are_from_second_to_second() -> None:
    for name in ("running", "alone", "break until", "grid 6", "pitch name", "round"):
        one = sight(name)
        seen = set()
        for seconds in range(12):
            story = SCENES[name]("fr")
            story.wait(seconds=seconds)
            boxes = painted(Sight(name, one.room, story.now).scene(), SMALL).boxes
            seen |= {
                (round(box.used.left()), round(box.used.width()), box.size, len(box.text))
                for box in boxes
                if ":" in box.text and not set(box.text) - set(DIGITS) and box.size > 44
            }
        # As many digits stand at the same place, whichever they are: tables have two rows of three.
        by_length = {length: {one[:3] for one in seen if one[3] == length} for *_, length in seen}
        most = 6 if name == "grid 6" else 1
        assert all(len(found) <= most for found in by_length.values()), (name, by_length)
        sizes = {size for _, _, size, _ in seen}
        assert len(sizes) == 1, (name, sizes)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [SMALL, (1000, 1400), (2600, 700)])
def test_a_hard_end_is_red_to_the_edge(size: tuple[int, int], *, dark: bool) -> None:
    scene = sight("pitch end").scene()
    assert isinstance(scene, HardEnd)
    image, _ = picture(scene, size, dark=dark)
    red = color(tokens()["timer"]["rule"]["hard_stop_bg"])
    width, height = size
    corners = [(0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1), (width // 2, 2)]
    assert {image.pixelColor(x, y).name() for x, y in corners} == {red.name()}


@pytest.mark.parametrize("width", [1080.0, 1440.0, 1728.0, 1920.0, 2240.0])
def test_every_clock_of_a_page_has_its_own_place(width: float) -> None:
    height = 1920.0 if width == 1080.0 else 1080.0
    for count in range(1, 61):
        rects, pages = places(count, Layout(width, height))
        assert (pages - 1) * len(rects) < count <= pages * len(rects)
        for number, one in enumerate(rects):
            assert one.left() >= 80 - 0.1
            assert one.right() <= width - 80 + 0.1
            assert not any(one.intersects(other) for other in rects[number + 1 :])


@pytest.mark.parametrize("size", [SMALL, OLD, UPRIGHT])
def test_sixty_clocks_are_each_shown_once(size: tuple[int, int]) -> None:
    scene = sight("grid 60").scene(NETWORK)
    assert isinstance(scene, ClockGrid)
    scene = replace(scene, tiles=tuple(replace(one, name=f"T{n}") for n, one in enumerate(scene.tiles)))
    pages = painted(scene, size).pages
    shown = [
        box.text
        for page in range(pages)
        for box in painted(scene, size, page).boxes
        if box.text.startswith("T") and box.text[1:].isdigit()
    ]
    assert shown == [f"T{number}" for number in range(60)]


def test_the_pill_of_a_side_clock_is_in_the_title_line() -> None:
    boxes = painted(sight("side").scene(), SMALL).boxes
    (pill,) = (box for box in boxes if box.text.startswith("Café"))
    assert pill.text == "Café 4:18"
    assert 44 <= pill.used.top() <= pill.used.bottom() <= 112


@pytest.mark.parametrize("size", [SMALL, OLD, UPRIGHT])
@pytest.mark.parametrize("name", ["hard last", "pitch last"])
def test_what_warns_of_the_end_is_on_the_first_page(name: str, size: tuple[int, int]) -> None:
    report = painted(worst(name, "en").scene(), size)
    assert report.pages == 1
    assert "At zero we clap and stop" in report.words
