"""What a list would bring: who is new, who is there, and why a line is left out."""

from tests.sample_texts import hostile_texts
from workshop_desk.domain.columns import Column
from workshop_desk.domain.plaintext import NAME_MAX
from workshop_desk.domain.preview import Entry, Line, Preview, preview
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.units import RegistrationId, SessionId

COLUMNS = (Column.FIRST, Column.LAST, Column.EMAIL, None, Column.CODE, Column.DEPARTMENT)


def look(*rows: tuple[str, ...], listed: tuple[Registration, ...] = ()) -> Preview:
    return preview([Line(number, row) for number, row in enumerate(rows, 2)], COLUMNS, listed)


def on_list(name: str, email: str | None = None, code: str = "") -> Registration:
    return Registration(RegistrationId(name), SessionId("s"), name, email, "", code)


def test_a_person_from_each_line() -> None:
    told = look((" Zoé ", "Martin", "zoe@a.example", "paid", "T-1", "Qualité"), ("Paul",))
    first = Entry(2, "Zoé Martin", "zoe@a.example", "Qualité", "T-1")
    assert told == Preview(fresh=(first, Entry(3, "Paul")))


def test_a_whole_name_goes_before_its_parts() -> None:
    columns = (Column.NAME, Column.FIRST)
    told = preview([Line(1, ("Zoé Martin", "Z.")), Line(2, ("", "Paul"))], columns)
    assert [one.name for one in told.fresh] == ["Zoé Martin", "Paul"]


def test_lines_that_are_left_out_say_why() -> None:
    told = look(
        ("", " ", "nobody@a.example"),
        ("x" * 41, "y" * 41),
        ("Zoé", "Martin", "no address"),
        ("zoe", "MARTIN"),
        ("Paul", "Petit"),
        ("\u200b", "\ufeff"),
    )
    assert [one.name for one in told.fresh] == ["Zoé Martin", "Paul Petit"]
    assert told.fresh[0].email == ""
    assert (told.unnamed, told.too_long, told.no_email, told.twice) == ((2, 7), (3,), (4,), (5,))


def test_who_is_the_same_person() -> None:
    told = look(
        ("Léa", "Roy", "lea@a.example", "", "T-1"),
        ("Léa", "Roy", "LEA@a.example", "", "T-2"),  # two tickets, one person
        ("Léa", "Roy", "other@a.example", "", "T-3"),  # two people of one name
        ("Ana", "Roy", "lea@a.example", "", "T-1"),  # one address for two people
        ("Jo", "Roy", "", "", "T-5"),
        ("Jo", "Roy", "", "", "T-6"),
        ("Jo", "Roy", "jo@a.example", "", "t-5"),
    )
    assert told.twice == (3, 8)
    assert len(told.fresh) == 5


def test_who_is_on_the_list_already() -> None:
    listed = (on_list("Zoé Martin", "zoe@a.example"), on_list("Paul Petit"), on_list("💡"))
    told = look(
        ("Zoe", "Martin", "zoe@a.example"),
        ("Zoé", "Martin", "another@a.example"),
        ("Petit", "Paul", "paul@a.example"),
        ("💡",),
        listed=listed,
    )
    assert told.known == (2, 4, 5)
    assert [one.email for one in told.fresh] == ["another@a.example"]


def test_whatever_stands_in_a_cell_is_text_or_left_out() -> None:
    rows = [
        Line(number, (text, "", text, text, text, text)) for number, text in enumerate(hostile_texts())
    ]
    told = preview(rows, COLUMNS)
    names = {one.name for one in told.fresh}
    assert '=HYPERLINK("http://example.invalid","clic")' in names
    assert "abcfdp.exe" in names, "what turns the direction round is taken out"
    assert all(len(name) <= NAME_MAX and "\n" not in name for name in names)
    everyone = [
        *told.known,
        *told.twice,
        *told.unnamed,
        *told.too_long,
        *(one.line for one in told.fresh),
    ]
    assert sorted(everyone) == list(range(len(rows)))


def test_names_that_look_like_nothing() -> None:
    assert [one.name for one in look(("Null", ""), ("X",), ("None",), ("0",)).fresh] == [
        "Null",
        "X",
        "None",
        "0",
    ]
