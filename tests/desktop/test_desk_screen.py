"""What the facilitator puts in front of the scene, and takes away, at the desk."""

from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QListWidget, QMenu, QPushButton, QWidget

from tests.desktop.at_the_desk import Hand
from tests.desktop.test_desk_story import plan_and_open
from tests.desktop.test_picture_files import pdf, saved
from workshop_desk.desktop.desk.picture_drop import PictureDrop
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain import stage_commands as stage
from workshop_desk.domain.curtain import Curtain
from workshop_desk.domain.units import PictureId


def curtain(hand: Hand) -> Curtain:
    return hand.desk.room.session.curtain


def choose(hand: Hand, name: str) -> None:
    """Choose something in the menu of what more there is."""
    menu = hand.find("screen_menu", QMenu)
    menu.aboutToShow.emit()
    action = menu.findChild(QAction, name)
    assert action is not None
    action.trigger()


def front(hand: Hand) -> str:
    button = hand.find("in_front", QPushButton)
    return button.text() if button.isVisible() else ""


def bring(hand: Hand, *paths: Path) -> None:
    """Choose files, as in the system's window."""
    hand.click("pictures_choose")
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QFileDialog)
    asked.filesSelected.emit([str(path) for path in paths])
    asked.close()


def shut(hand: Hand) -> None:
    top = QApplication.activeModalWidget()
    assert top is not None
    hand.press(Qt.Key.Key_Escape, top)
    hand.no_dialog()


def pictures(hand: Hand) -> list[str]:
    return [one.name for one in hand.desk.room.pictures.values()]


def test_freezing_says_so_and_one_click_goes_on(hand: Hand) -> None:
    plan_and_open(hand)
    assert front(hand) == ""
    hand.click("freeze")
    hand.until(lambda: curtain(hand).frozen and front(hand) == "Screen frozen")
    assert hand.words("freeze") == "Unfreeze the screen"
    assert hand.words("stage_next") == "The room does not see this yet."
    assert "keeps seeing this" in hand.words("toast_text")
    hand.click("in_front")
    hand.until(lambda: not curtain(hand).frozen and front(hand) == "")
    assert hand.words("freeze") == "Freeze the screen"
    hand.window.run.freeze()
    hand.until(lambda: curtain(hand).frozen)


def test_what_comes_next_stands_under_the_preview(hand: Hand) -> None:
    plan_and_open(hand)
    first = hand.window.face.say(hand.desk.room.steps[0].title)
    assert hand.words("stage_next") == f"Next: {first}"
    while hand.desk.room.step is None or hand.desk.room.step.position < len(hand.desk.room.steps) - 1:
        hand.desk.do(ask.Advance())
    while hand.desk.room.step.phase < len(hand.desk.room.step.phases) - 1:
        hand.desk.do(ask.Advance())
    hand.until(lambda: hand.words("stage_next") == "Next: the closing")


def test_eyes_up_and_only_the_time_from_the_menu(hand: Hand) -> None:
    plan_and_open(hand)
    choose(hand, "screen_look_here")
    hand.until(lambda: curtain(hand).look_here and "Look up here" in front(hand))
    menu = hand.find("screen_menu", QMenu)
    menu.aboutToShow.emit()
    only = menu.findChild(QAction, "screen_only_time")
    assert only is not None
    assert not only.isEnabled(), "there is no time before the first step"
    hand.click("next")
    hand.until(lambda: hand.desk.room.step is not None)
    choose(hand, "screen_only_time")
    hand.until(lambda: front(hand).endswith("+ 1"))
    choose(hand, "screen_look_here")
    hand.until(lambda: front(hand) == "Only the time")
    hand.click("in_front")
    hand.until(lambda: not hand.desk.room.session.clock_only)
    hand.until(lambda: hand.words("toast_text") == "Back to the scene.")
    hand.click("toast_undo")
    hand.until(lambda: hand.desk.room.session.clock_only)
    hand.desk.do(plans.SetClockOnly(False))


def test_a_message_is_written_changed_and_taken_away(hand: Hand) -> None:
    plan_and_open(hand)
    choose(hand, "screen_message")
    hand.dialog("message_dialog")
    hand.click("dialog_do")
    assert hand.words("problem") == "Write a few words first."
    hand.type("message_text", "  Coffee is ready  ")
    assert hand.words("message_count") == "19 of 120"
    hand.press(Qt.Key.Key_Return, hand.find("message_text", QWidget))
    hand.no_dialog()
    hand.until(lambda: curtain(hand).message == "Coffee is ready")
    hand.until(lambda: front(hand) == "Message on the screen")
    hand.window.run.message()
    hand.dialog("message_dialog")
    hand.type("message_text", "x" * 200)
    assert hand.words("message_count") == "120 of 120"
    hand.press(Qt.Key.Key_Escape, hand.find("message_text", QWidget))
    hand.no_dialog()
    assert curtain(hand).message == "Coffee is ready"
    choose(hand, "screen_message")
    hand.dialog("message_dialog")
    hand.click("message_away")
    hand.no_dialog()
    hand.until(lambda: not curtain(hand).message and front(hand) == "")
    hand.until(lambda: hand.words("toast_text") == "The message is taken away.")
    hand.click("toast_undo")
    hand.until(lambda: curtain(hand).message == "Coffee is ready")


def test_a_message_behind_a_frozen_screen_is_said_to_wait(hand: Hand) -> None:
    plan_and_open(hand)
    hand.desk.do(stage.SetFrozen(True))
    hand.until(lambda: curtain(hand).frozen)
    hand.window.run.message()
    hand.dialog("message_dialog")
    hand.type("message_text", "Later")
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: "once the screen goes on" in hand.words("toast_text"))


def test_pictures_are_taken_in_shown_and_forgotten(hand: Hand, tmp_path: Path) -> None:
    plan_and_open(hand)
    choose(hand, "screen_picture")
    hand.dialog("pictures")
    assert "No picture yet" in hand.all_words()
    (tmp_path / "text.jpg").write_text("no picture")
    plan, photo = saved(tmp_path / "plan.png", (400, 200)), saved(tmp_path / "photo.jpg", (400, 300))
    bring(hand, plan, tmp_path / "text.jpg", photo)
    hand.qtbot.waitUntil(lambda: pictures(hand) == ["plan", "photo"], timeout=30_000)
    assert hand.words("problem") == "“text.jpg” holds no picture that can be shown."
    grid = hand.find("pictures_grid", QListWidget)
    hand.until(lambda: grid.count() == 2 and grid.currentRow() == 1)
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: front(hand) == "Picture on the screen")
    kept = hand.desk.room.pictures[curtain(hand).picture]
    content = hand.desk.live.picture(kept.id).result(5)
    hand.window.run.picture()
    hand.dialog("pictures")
    hand.click("pictures_forget")
    hand.until(lambda: pictures(hand) == ["plan"])
    assert curtain(hand).picture is None
    # The way back of what was shown is still there until this one's is told.
    hand.until(lambda: "is forgotten" in hand.words("toast_text"))
    shut(hand)
    hand.click("toast_undo")
    hand.until(lambda: curtain(hand).picture == kept.id)
    assert hand.desk.live.picture(kept.id).result(5) == content
    hand.window.run.picture()
    hand.dialog("pictures")
    hand.click("pictures_back")
    hand.until(lambda: curtain(hand).picture is None)
    shut(hand)


def test_pages_of_a_document_are_chosen(hand: Hand, tmp_path: Path) -> None:
    plan_and_open(hand)
    hand.window.run.picture()
    hand.dialog("pictures")
    bring(hand, pdf(tmp_path / "Slides.pdf", 8))
    hand.qtbot.waitUntil(lambda: hand.on_top() == "pdf_pages", timeout=30_000)
    grid = hand.find("pdf_grid", QListWidget)
    assert grid.count() == 8
    grid.item(0).setSelected(False)
    grid.item(2).setSelected(True)
    grid.item(7).setSelected(True)
    assert hand.words("dialog_do") == "Take 2 pages"
    hand.click("dialog_do")
    hand.qtbot.waitUntil(lambda: pictures(hand) == ["Slides · 3", "Slides · 8"], timeout=30_000)
    shut(hand)


def test_a_locked_document_and_a_dot_cost_a_sentence_each(hand: Hand, tmp_path: Path) -> None:
    plan_and_open(hand)
    hand.window.run.picture()
    hand.dialog("pictures")
    bring(hand, pdf(tmp_path / "Secret.pdf", 1, password="x"))
    hand.qtbot.waitUntil(lambda: "locked with a password" in hand.words("problem"), timeout=30_000)
    bring(hand, saved(tmp_path / "dot.png", (1, 1)))
    hand.qtbot.waitUntil(lambda: "too small" in hand.words("problem"), timeout=30_000)
    assert pictures(hand) == []
    shut(hand)


def test_a_picture_under_way_can_be_stopped(hand: Hand, tmp_path: Path) -> None:
    plan_and_open(hand)
    path = tmp_path / "large.png"
    Image.effect_noise((6000, 5000), 90).convert("RGB").save(path, compress_level=0)
    hand.window.run.picture()
    hand.dialog("pictures")
    bring(hand, path)
    progress = hand.find("pictures_progress", QWidget)
    assert not progress.isVisible(), "what is quick shows no bar"
    hand.until(progress.isVisible)
    assert "large.png" in hand.words("pictures_working")
    hand.click("pictures_cancel")
    assert not progress.isVisible()
    bring(hand, saved(tmp_path / "small.png", (400, 200)))
    hand.qtbot.waitUntil(lambda: pictures(hand) == ["small"], timeout=30_000)
    shut(hand)


def test_a_dialog_that_goes_leaves_nothing_under_way(hand: Hand, tmp_path: Path) -> None:
    plan_and_open(hand)
    hand.window.run.picture()
    hand.dialog("pictures")
    bring(hand, saved(tmp_path / "small.png", (400, 200)))
    shut(hand)
    assert hand.outside.work is not None
    assert not hand.outside.work.busy


def test_small_pictures_are_made_again_after_a_restart(hand: Hand, tmp_path: Path) -> None:
    plan_and_open(hand)
    image = saved(tmp_path / "kept.png", (400, 200)).read_bytes()
    for name in ("one", "two"):
        picture = stage.AddPicture(f"id-{name}", name, "image/png", 400, 200, image)  # type: ignore[arg-type]
        hand.desk.do(picture)
    hand.window.run.picture()
    hand.dialog("pictures")
    grid = hand.find("pictures_grid", QListWidget)
    drawn = Qt.ItemDataRole.UserRole + 1
    hand.qtbot.waitUntil(
        lambda: all(grid.item(row).data(drawn) for row in range(grid.count())), timeout=30_000
    )
    assert grid.count() == 2
    shut(hand)


def test_a_dialog_closed_while_a_picture_is_read_leaves_nothing_under_way(
    hand: Hand, tmp_path: Path
) -> None:
    plan_and_open(hand)
    image = saved(tmp_path / "kept.png", (400, 200)).read_bytes()
    hand.desk.do(stage.AddPicture(PictureId("one"), "one", "image/png", 400, 200, image))
    hand.window.run.picture()
    QApplication.activeModalWidget().reject()  # before anything that it asked for could come
    read: list[bytes] = []
    hand.bridge.picture(PictureId("one"), read.append)  # answers come in the order of the questions
    hand.until(lambda: bool(read))
    assert hand.outside.work is None or not hand.outside.work.busy


def test_a_file_dropped_on_the_preview_is_shown_at_once(hand: Hand, tmp_path: Path) -> None:
    plan_and_open(hand)
    preview = next(one for one in hand.window.findChildren(QLabel) if one.text() == "preview")
    assert preview.acceptDrops()
    drop(preview, saved(tmp_path / "plan.png", (400, 200)))
    hand.qtbot.waitUntil(lambda: curtain(hand).picture is not None, timeout=30_000)
    hand.no_dialog()
    hand.until(lambda: front(hand) == "Picture on the screen")


def drop(on: QWidget, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls(
        [QUrl.fromLocalFile(str(path)) for path in paths] or [QUrl("https://example.invalid/a")]
    )
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *how)
    enter.ignore()
    QApplication.sendEvent(on, enter)
    if enter.isAccepted():
        QApplication.sendEvent(on, QDropEvent(QPointF(5, 5), *how, QEvent.Type.Drop))
    return enter.isAccepted()


def test_only_files_of_this_machine_can_be_dropped(hand: Hand, tmp_path: Path) -> None:
    widget, taken = QWidget(), []
    hand.qtbot.addWidget(widget)
    PictureDrop(widget, taken.append)
    assert drop(widget, tmp_path / "a.png", tmp_path / "b.png")
    assert taken == [(tmp_path / "a.png", tmp_path / "b.png")]
    assert not drop(widget)


@pytest.mark.parametrize("width", [1180, 1440])
def test_the_bar_has_room_for_all_of_it(hand: Hand, width: int) -> None:
    plan_and_open(hand)
    hand.window.resize(width, 720 if width < 1300 else 900)
    for command in (stage.SetMessage("Hello"), stage.SetFrozen(True), stage.SetLookHere(True)):
        hand.desk.do(command)
    hand.until(lambda: front(hand) == "Screen frozen + 2")
    bar = hand.find("topbar", QWidget)
    inside = [one for one in bar.findChildren(QPushButton) if one.isVisible()]
    hand.until(lambda: all(one.width() >= one.sizeHint().width() for one in inside if one.text()))
    places = sorted((one.mapTo(bar, QPoint(0, 0)).x(), one.width()) for one in inside)
    assert all(x + wide <= after for (x, wide), (after, _) in pairwise(places))
    assert places[-1][0] + places[-1][1] <= width
    freeze = hand.find("freeze", QPushButton)
    assert freeze.accessibleName() == "Unfreeze the screen"
    assert bool(freeze.text()) is (width > 1300)
