"""Lists from files at the desk: looked at, put right, taken in, taken back; who is awaited is shown."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QComboBox, QMenu, QPushButton

from tests import samples
from tests.desktop.at_the_desk import Hand
from tests.desktop.test_desk_story import add_person, plan_and_open
from workshop_desk.desktop.desk.import_list import ImportList
from workshop_desk.domain.codes import apart
from workshop_desk.domain.identity_commands import AddRegistrations
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Joining
from workshop_desk.domain.units import RegistrationId

PEOPLE = (
    "Prénom;Nom;E-mail;Service;Billet\n"
    "Zoé;Martin;zoe@a.example;Qualité;T-1\n"
    "Paul;Petit;no address;;T-2\n"
    ";;nobody@a.example;;T-3\n"
    "ZOE;Martin;zoe@a.example;;T-4\n"
    "=HYPERLINK(1);Roy;;;\n"
)


def choose(hand: Hand, path: Path, content: bytes | str) -> None:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("cp1252"))
    dialog = hand.dialog("import_dialog")
    assert isinstance(dialog, ImportList)
    dialog.bring(path)


def pick(hand: Hand, name: str, value: str) -> None:
    box = hand.find(name, QComboBox)
    box.setCurrentIndex(box.findData(value))


def looked_at(hand: Hand, words: str) -> None:
    hand.until(lambda: hand.seen_on_top("import_brought") and hand.words("import_brought") == words)


def on_list(room: Room) -> list[str]:
    return [one.name for one in room.registrations.values()]


def menu_of(hand: Hand, place: Registration) -> QMenu:
    """Open the menu of someone awaited by a click on their row."""
    people = hand.window.run.side.people
    view = hand.find("people_list", QAbstractItemView)
    at = next(n for n, said in enumerate(hand.rows("people_list")) if said.startswith(place.name))
    view.clicked.emit(view.model().index(at, 0))
    return next(one for one in people.findChildren(QMenu, "expected_menu") if one.isVisible())


def press(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_a_list_before_the_day(hand: Hand, tmp_path: Path) -> None:
    hand.click("method_codev")
    hand.dialog("new_session_dialog")
    hand.type("new_title", "Monday")
    pick(hand, "new_joining", Joining.BOTH.value)
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: hand.words("card_title") == "Monday")
    session = hand.desk.live.sessions[0].id
    hand.click("card_list")
    choose(hand, tmp_path / "list.csv", PEOPLE)
    looked_at(hand, "3 people come on the list.")
    assert hand.words("import_left_out").splitlines() == [
        "1 line says someone again: line 5",
        "1 line has no name: line 4",
        "1 e-mail cannot be read and is left out: line 3",
    ]
    assert "=HYPERLINK(1) Roy" in hand.words("import_sample")
    # The first name is no name: put right by hand.
    pick(hand, "column_1", "")
    pick(hand, "column_0", "name")
    hand.until(lambda: hand.words("import_sample").startswith("Zoé · zoe@a.example"))
    pick(hand, "column_1", "last")
    pick(hand, "column_0", "first")
    hand.until(lambda: hand.words("import_sample").startswith("Zoé Martin · zoe@a.example · Qualité"))
    pick(hand, "import_joining", Joining.LIST.value)
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: hand.words("toast_text") == "3 people are on the list now.")
    hand.hear_out()
    planned = hand.desk.live.read(session).result(5)
    assert on_list(planned) == ["Zoé Martin", "Paul Petit", "=HYPERLINK(1) Roy"]
    assert planned.session.joining is Joining.LIST
    hand.click("toast_undo")
    hand.hear_out()
    planned = hand.desk.live.read(session).result(5)
    assert on_list(planned) == []
    assert planned.session.joining is Joining.BOTH


def test_a_session_taken_off_and_put_back_keeps_its_list(hand: Hand) -> None:
    planned = samples.codev_plan("en")
    session = planned.session.id
    hand.desk.do(planned)
    hand.desk.do(AddRegistrations(session, (Registration(RegistrationId("l"), session, "Zoé"),)))
    # Read once the home is seen; a session that is gone by then could not be.
    hand.until(lambda: "steps" in hand.words("card_steps"))
    hand.click("card_drop")
    hand.until(lambda: hand.seen("no_sessions"))
    hand.click("toast_undo")
    hand.until(lambda: len(hand.desk.live.sessions) == 1)
    hand.hear_out()
    assert on_list(hand.desk.live.read(session).result(5)) == ["Zoé"]


def test_files_that_are_no_list_change_nothing(hand: Hand, tmp_path: Path) -> None:
    plan_and_open(hand)
    press(hand.window.run.side.people.list_menu(hand.desk.room), "Import a list")
    for content, said in (
        (b"\x89PNG\r\n\x1a\n\0\0", "“list.csv” is no list. Save it as CSV or as a spreadsheet first."),
        (b"", "“list.csv” holds no people. Nothing was changed."),
        ("Nom\n", "“list.csv” holds no people. Nothing was changed."),
        (
            "Nom\n" + "Zoé\n" * 10_000,
            "“list.csv” has 10,000 lines; a list holds 2,000 at most. Save the part you need.",
        ),
    ):
        choose(hand, tmp_path / "list.csv", content)
        hand.until(lambda said=said: hand.words("problem") == said)
        assert not hand.find("dialog_do", QPushButton).isEnabled()
    choose(hand, tmp_path / "list.csv", "Nom\nZoé\n")
    looked_at(hand, "1 person comes on the list.")
    assert hand.words("problem") == ""
    hand.find("import_titles", QCheckBox).setChecked(False)
    looked_at(hand, "2 people come on the list.")
    hand.click("dialog_safe")
    hand.no_dialog()
    assert hand.desk.room.registrations == {}


def test_who_is_awaited_stands_under_who_is_here(hand: Hand, tmp_path: Path) -> None:
    plan_and_open(hand)
    people = hand.window.run.side.people
    press(people.list_menu(hand.desk.room), "Import a list")
    choose(hand, tmp_path / "list.csv", PEOPLE)
    looked_at(hand, "3 people come on the list.")
    hand.click("dialog_do")
    hand.no_dialog()
    hand.until(lambda: len(hand.rows("people_list")) == 3)
    assert hand.rows("people_list")[:2] == [
        "Zoé Martin, Qualité, expected",
        "Paul Petit, expected",
    ]
    assert hand.words("people_count") == "0 present of 8"
    zoe, paul = tuple(hand.desk.room.registrations.values())[:2]
    press(menu_of(hand, zoe), "Check in")
    hand.until(lambda: hand.rows("people_list")[0] == "Zoé Martin, no phone")
    room = hand.desk.room
    assert room.registrations[zoe.id].person in room.present
    press(menu_of(hand, paul), "Take off the list")
    hand.until(lambda: len(hand.rows("people_list")) == 2)
    hand.click("toast_undo")
    hand.until(lambda: len(hand.rows("people_list")) == 3)
    menu = people.list_menu(hand.desk.room)
    press(menu.findChildren(QMenu)[0], "Only people on the list")
    hand.until(lambda: hand.desk.room.session.joining is Joining.LIST)
    hand.until(lambda: hand.words("toast_text") == "Who may come in: only people on the list.")


def test_a_personal_code_is_told_at_the_desk(hand: Hand) -> None:
    plan_and_open(hand)
    person = add_person(hand, "Inès")
    code = apart(hand.desk.room.attendees[person].code)
    assert code
    people = hand.window.run.side.people
    press(people.menu_for(hand.desk.room, person), f"Personal code: {code}")
    hand.until(lambda: hand.words("toast_text") == f"Inès comes back with {code}.")
