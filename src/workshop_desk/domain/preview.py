"""What a list in a file would bring, before anything is taken in: who is new, and what is left out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workshop_desk.domain.columns import Column, Columns
from workshop_desk.domain.names import folded, name_words
from workshop_desk.domain.plaintext import LINE_MAX, NAME_MAX, clean_email, clean_line
from workshop_desk.domain.refusals import Refusal
from workshop_desk.domain.registrations import Registration


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, by its number in it, from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A person in a file."""

    line: int
    name: str
    email: str = ""
    department: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """Who would come on the list, and the lines that are left out, by why.

    `no_email` are lines of people who come on it without the address that could not be read.
    """

    fresh: tuple[Entry, ...] = ()
    known: tuple[int, ...] = ()
    twice: tuple[int, ...] = ()
    unnamed: tuple[int, ...] = ()
    too_long: tuple[int, ...] = ()
    no_email: tuple[int, ...] = ()


def preview(lines: Iterable[Line], columns: Columns, listed: Iterable[Registration] = ()) -> Preview:
    """Return what would become of each line beside who is `listed` already."""
    there = _Seen()
    for one in listed:
        there.add(Entry(0, one.name, one.email or "", one.department, one.code))
    here = _Seen()
    fresh: list[Entry] = []
    left_out: dict[str, list[int]] = {
        "known": [], "twice": [], "unnamed": [], "too_long": [], "no_email": []
    }  # fmt: skip
    for line in lines:
        entry = _entry(line, columns)
        if not entry.name:
            left_out["unnamed"].append(line.number)
            continue
        if len(entry.name) > NAME_MAX:
            left_out["too_long"].append(line.number)
            continue
        if entry.email and not _email(entry.email):
            entry = replace(entry, email="")
            left_out["no_email"].append(line.number)
        if there.has(entry):
            left_out["known"].append(line.number)
        elif here.has(entry):
            left_out["twice"].append(line.number)
        else:
            here.add(entry)
            fresh.append(entry)
    return Preview(tuple(fresh), **{why: tuple(numbers) for why, numbers in left_out.items()})


class _Seen:
    """People seen so far, found quickly by their name."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[str, ...], list[Entry]] = {}

    def add(self, entry: Entry) -> None:
        self._by_name.setdefault(_key(entry), []).append(entry)

    def has(self, entry: Entry) -> bool:
        """Tell whether someone of this name is the same person, as far as e-mail and code tell."""
        return any(_same(one, entry) for one in self._by_name.get(_key(entry), ()))


def _same(one: Entry, other: Entry) -> bool:
    """Tell whether two of one name are one person: one address, else one ticket, else nothing apart.

    One person with two tickets is still one; two people of one name differ in their address.
    """
    if one.email and other.email:
        return one.email.casefold() == other.email.casefold()
    if one.code and other.code:
        return folded(one.code) == folded(other.code)
    return True


def _key(entry: Entry) -> tuple[str, ...]:
    return name_words(entry.name) or (entry.name,)


def _entry(line: Line, columns: Columns) -> Entry:
    pairs = zip(columns, line.cells, strict=False)
    cells = {column: cell for column, cell in pairs if column is not None}
    first, last = cells.get(Column.FIRST, ""), cells.get(Column.LAST, "")
    whole = cells.get(Column.NAME, "") or f"{first} {last}"
    return Entry(
        line.number,
        _clean(whole, NAME_MAX),
        _clean(cells.get(Column.EMAIL, ""), LINE_MAX),
        _clean(cells.get(Column.DEPARTMENT, ""), LINE_MAX)[:LINE_MAX],
        _clean(cells.get(Column.CODE, ""), LINE_MAX)[:LINE_MAX],
    )


def _clean(text: str, longest: int) -> str:
    """Return a cell as one line of plain text; '' where nothing readable is in it, whole if too long."""
    try:
        return clean_line(text, max(longest, len(text)))
    except Refusal:
        return ""


def _email(text: str) -> bool:
    try:
        return clean_email(text) is not None
    except Refusal:
        return False
