"""Signing at the desk: who has signed, the facilitator's own, corrections with a reason, the sheets."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from tests import samples, signing
from tests.desktop.at_the_desk import Hand
from tests.live.desk import at_the_desk
from workshop_desk.desktop.desk.signatures import Signatures
from workshop_desk.domain.signatures import SignatureChannel, SignatureKind, marks


def begin(hand: Hand) -> None:
    """Open a training action with two people, a minute ago."""
    hand.desk.open(signing.training_plan("en"))
    for name in ("Ann B", "Bob C"):
        hand.desk.do(at_the_desk(name))
    hand.desk.moments.wait(60)
    hand.window.resume()
    hand.until(lambda: hand.seen("signing_card"))


def draw(hand: Hand) -> None:
    """Draw on the field with the mouse."""
    pad = hand.find("sign_pad", QWidget)
    button = Qt.MouseButton.LeftButton
    hand.qtbot.mousePress(pad, button, pos=QPoint(60, 200))
    for x in range(60, 300, 20):
        hand.qtbot.mouseMove(pad, QPoint(x, 200 - (x % 60)))
    hand.qtbot.mouseRelease(pad, button, pos=QPoint(300, 120))


def trigger(hand: Hand, dialog: Signatures, place: int, words: str) -> None:
    """Choose from the menu of someone's row."""
    people = [None, *hand.desk.room.attendees]
    menu: QMenu = dialog.menu_for(people[place])
    next(one for one in menu.actions() if one.text() == words).trigger()


def open_list(hand: Hand) -> Signatures:
    hand.click("signing_open")
    dialog = hand.dialog("signatures_dialog")
    assert isinstance(dialog, Signatures)
    return dialog


def close(hand: Hand, dialog: QWidget) -> None:
    dialog.close()
    hand.no_dialog()


def test_the_facilitator_signs_with_the_mouse(hand: Hand) -> None:
    begin(hand)
    assert hand.words("signing_said") == "0 of 2 have signed"
    dialog = open_list(hand)
    assert marks(hand.desk.room.session.id, hand.desk.moments.now().utc)[0] in hand.words("signing_mark")
    hand.click("dialog_do")
    hand.dialog("sign_here_dialog")
    assert not hand.find("dialog_do", QAbstractButton).isEnabled()
    draw(hand)
    hand.click("sign_again")
    assert not hand.find("dialog_do", QAbstractButton).isEnabled()
    draw(hand)
    hand.click("dialog_do")
    hand.until(lambda: len(hand.desk.room.signatures) == 1)
    (one,) = hand.desk.room.signatures
    assert (one.person, one.channel, one.mark) == (None, SignatureChannel.DESK, "")
    assert len(one.strokes[0]) > 8
    hand.until(lambda: hand.on_top() == "signatures_dialog")
    hand.until(lambda: "signed" in hand.rows("signing_list")[0])
    close(hand, dialog)


def test_paper_and_striking_out_ask_for_the_reason(hand: Hand) -> None:
    begin(hand)
    dialog = open_list(hand)
    assert [row.split(".")[0] for row in hand.rows("signing_list")] == [
        "Claire Lambert (facilitation)",
        "Ann B",
        "Bob C",
    ]
    trigger(hand, dialog, 1, "Has signed on paper…")
    hand.dialog("edit_dialog")
    hand.type("edit_text", "Phone empty")
    hand.click("dialog_do")
    hand.until(lambda: len(hand.desk.room.signatures) == 1)
    hand.until(lambda: "signed on paper" in hand.rows("signing_list")[1])
    trigger(hand, dialog, 1, "Strike it out…")
    hand.dialog("edit_dialog")
    hand.type("edit_text", "Wrong line")
    hand.click("dialog_do")
    hand.until(lambda: len(hand.desk.room.signatures) == 2)
    first, second = hand.desk.room.signatures
    assert (first.kind, first.reason) == (SignatureKind.PAPER, "Phone empty")
    assert (second.kind, second.reason) == (SignatureKind.VOIDED, "Wrong line")
    hand.until(lambda: "to be signed" in hand.rows("signing_list")[1])
    trigger(hand, dialog, 2, "Sign here")
    hand.dialog("sign_here_dialog")
    draw(hand)
    hand.click("dialog_do")
    hand.until(lambda: len(hand.desk.room.signatures) == 3)
    assert hand.desk.room.signatures[2].person == list(hand.desk.room.attendees)[1]
    hand.until(lambda: hand.on_top() == "signatures_dialog")
    close(hand, dialog)


def test_the_sheets_are_made_from_there(hand: Hand) -> None:
    begin(hand)
    dialog = open_list(hand)
    hand.click("signing_blank")
    session = hand.desk.room.session.id
    assert hand.outside.asked[-1] == f"blank sheet {session}"
    hand.outside.sheet_done(hand.outside.folder / "sheet.pdf")
    assert hand.outside.asked[-1] == "folder sheet.pdf"
    hand.click("signing_call")
    hand.until(lambda: hand.desk.room.session.curtain.message == "Please sign for this afternoon.")
    hand.until(lambda: hand.words("toast_text") == "The screen asks the room to sign.")
    hand.click("signing_sheet")
    assert hand.outside.asked[-1] == f"sheet {session}"
    hand.outside.failed(ValueError("a bug"))
    assert "could not be made" in hand.words("toast_text")
    close(hand, dialog)


def test_closing_says_what_is_not_signed_yet(hand: Hand) -> None:
    begin(hand)
    hand.desk.do(signing.at_desk(hand.desk.room.present[0]))
    hand.hear_out()
    hand.click("close_session")
    dialog = hand.dialog("close_dialog")
    words = [one.text() for one in dialog.findChildren(QWidget, "close_unsigned")]  # type: ignore[attr-defined]
    assert words == [
        "1 person has not signed yet for this half-day.",
        "Whoever facilitates has not signed yet for this half-day.",
    ]
    close(hand, dialog)


def test_other_sessions_have_no_such_line(hand: Hand) -> None:
    hand.desk.open(samples.codev_plan("en"))
    hand.desk.do(at_the_desk("Ann B"))
    hand.window.resume()
    hand.until(lambda: hand.seen("people_list"))
    assert not hand.seen("signing_card")
    assert "ignature" not in hand.all_words()
