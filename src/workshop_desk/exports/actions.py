"""Actions on paper: what, who, by when, and how one will know."""

from dataclasses import replace
from datetime import date

from workshop_desk.domain.actions import Action, ActionState
from workshop_desk.exports.blocks import Cell, heading, prose, table_head, table_row
from workshop_desk.exports.flow import Block
from workshop_desk.exports.look import look
from workshop_desk.i18n.dates import short_date
from workshop_desk.i18n.words import Words

_WHAT, _WHO, _DUE, _SIGN = 3.0, 1.4, 1.3, 2.2
_WHOLE = 6
"""A table of so many rows or fewer is not cut by the end of a page."""


def blocks(t: Words, title: str, actions: tuple[Action, ...]) -> tuple[Block, ...]:
    """Return a table of actions; nothing where there are none."""
    kept = tuple(one for one in actions if one.state is not ActionState.DROPPED)
    if not kept:
        return ()
    signs = any(action.sign for action in kept)
    head = [(t("What"), _WHAT), (t("Who"), _WHO), (t("By when"), _DUE)]
    if signs:
        head.append((t("We will know it is done when…"), _SIGN))
    found = heading(title) + table_head(tuple(Cell(words, look().label, share) for words, share in head))
    for action in kept:
        found += table_row(_cells(t, action, signs=signs))
    if len(kept) <= _WHOLE:
        found = tuple(replace(block, keep=True) for block in found)
    *above, last = found
    note = t("Read again at the next session: done, changed or dropped, all three are good answers.")
    return (*above, replace(last, keep=True), *prose(note, look().small, gap=6.0))


def first_due(actions: tuple[Action, ...]) -> date | None:
    """Return the first day on which something is due."""
    return min((one.due for one in actions if one.due), default=None)


def _cells(t: Words, action: Action, *, signs: bool) -> tuple[Cell, ...]:
    colours = look()
    strong = replace(colours.strong, size=10.5)
    due = short_date(action.due, t.language) if action.due else "–"
    cells = [
        Cell(action.what, strong, _WHAT),
        Cell(action.who, colours.body, _WHO),
        Cell(due, colours.body, _DUE),
    ]
    if signs:
        quiet = replace(colours.body, ink=colours.ink("ink_2"))
        cells.append(Cell(action.sign, quiet, _SIGN))
    return tuple(cells)
