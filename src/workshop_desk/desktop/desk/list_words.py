"""Words for a list of people awaited: what is wrong with a file, and what it would bring."""

from typing import assert_never

from workshop_desk.desktop.list_files import ListFlaw
from workshop_desk.domain.columns import Column
from workshop_desk.domain.preview import Preview
from workshop_desk.domain.registrations import MOST_REGISTRATIONS
from workshop_desk.domain.sessions import Joining
from workshop_desk.i18n.numbers import number
from workshop_desk.i18n.words import Words

_SHOWN = 8
"""Numbers of lines that are named before the rest is only counted."""


def list_flaw_sentence(t: Words, flaw: ListFlaw, name: str, count: int) -> str:
    """Return in one sentence why a file gives no list, and what to do."""
    match flaw:
        case ListFlaw.MISSING:
            return t("“{name}” is no longer where it was.", name=name)
        case ListFlaw.NO_TABLE:
            return t("“{name}” is no list. Save it as CSV or as a spreadsheet first.", name=name)
        case ListFlaw.TOO_LARGE:
            return t("“{name}” is too large for a list of people. Save only the list itself.", name=name)
        case ListFlaw.TOO_MANY:
            return t(
                "“{name}” has {count} lines; a list holds {most} at most. Save the part you need.",
                name=name,
                count=number(count, t.language),
                most=number(MOST_REGISTRATIONS, t.language),
            )
        case ListFlaw.EMPTY:
            return t("“{name}” holds no people. Nothing was changed.", name=name)
        case ListFlaw.LOCKED:
            return t("“{name}” is locked with a password. Save it without one first.", name=name)
        case _:
            assert_never(flaw)


def column_word(t: Words, column: Column | None) -> str:
    """Return what a column is called."""
    match column:
        case None:
            return t("leave out")
        case Column.NAME:
            return t("First and last name")
        case Column.FIRST:
            return t("First name")
        case Column.LAST:
            return t("Last name")
        case Column.EMAIL:
            return t("E-mail")
        case Column.CODE:
            return t("Code of the ticket")
        case Column.DEPARTMENT:
            return t("Department or company")
        case _:
            assert_never(column)


def joining_word(t: Words, joining: Joining) -> str:
    """Return who may come in, in words."""
    match joining:
        case Joining.OPEN:
            return t("Anyone, with a name")
        case Joining.LIST:
            return t("Only people on the list")
        case Joining.BOTH:
            return t("People on the list, and others")
        case _:
            assert_never(joining)


def brought(t: Words, told: Preview) -> str:
    """Return how many people a file would bring."""
    if not told.fresh:
        return t("Nobody new would come on the list.")
    return t.many("{n} person comes on the list.", "{n} people come on the list.", len(told.fresh))


def left_out(t: Words, told: Preview) -> tuple[str, ...]:
    """Return what becomes of all other lines, a sentence for each kind."""
    known, twice, unnamed = len(told.known), len(told.twice), len(told.unnamed)
    sentences = (
        t.many("{n} is on it already: {lines}", "{n} are on it already: {lines}", known,
               lines=_lines(t, told.known)),
        t.many("{n} line says someone again: {lines}", "{n} lines say someone again: {lines}", twice,
               lines=_lines(t, told.twice)),
        t.many("{n} line has no name: {lines}", "{n} lines have no name: {lines}", unnamed,
               lines=_lines(t, told.unnamed)),
        t.many("{n} name is too long: {lines}", "{n} names are too long: {lines}", len(told.too_long),
               lines=_lines(t, told.too_long)),
        t.many("{n} e-mail cannot be read and is left out: {lines}",
               "{n} e-mails cannot be read and are left out: {lines}", len(told.no_email),
               lines=_lines(t, told.no_email)),
    )  # fmt: skip
    kinds = (told.known, told.twice, told.unnamed, told.too_long, told.no_email)
    return tuple(words for words, lines in zip(sentences, kinds, strict=True) if lines)


def _lines(t: Words, lines: tuple[int, ...]) -> str:
    named = ", ".join(str(line) for line in lines[:_SHOWN])
    said = t.many("line {lines}", "lines {lines}", len(lines), lines=named)
    return said if len(lines) <= _SHOWN else f"{said}…"
