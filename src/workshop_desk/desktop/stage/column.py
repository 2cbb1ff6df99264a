"""The left column: prompt, lead, panel and remark, laid out in pages that never shrink the letters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QRectF

from workshop_desk.desktop.parts.typeset import Style, cut_lines, cut_parts, width_of, wrap
from workshop_desk.desktop.stage.canvas import (
    BODY,
    FLOOR,
    HERO,
    LABEL,
    PROMPT,
    StageSheet,
    legible,
)
from workshop_desk.domain.timer import TimerPhase

_PROMPTS = (PROMPT, PROMPT.at(80), PROMPT.at(66))
_HEROES = (HERO, HERO.at(112), *_PROMPTS)
_PANELS = (BODY, BODY.at(58), BODY.at(54))
_PANEL_X, _PANEL_TOP, _PANEL_BOTTOM = 40.0, 34.0, 36.0
_ICON = 72.0
_FEW = 4
_BREATHS = (re.compile(r"(?<=[.,;:!?…]) +"), re.compile(r"(?<=[.!?…]) +"))
_PAUSES = frozenset(".,;:!?…»”")


@dataclass(frozen=True, slots=True)
class Panel:
    """A text that stands out: what it is, the text, and a line of facts below it."""

    label: str
    text: str
    facts: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The words of the left column; `mark` are the prompt's key words, under the felt pen.

    A `hero` prompt is a name or an hour, as large as it goes. `warns` gives the remark's icon the colour
    of the last minute.
    """

    prompt: str
    mark: str = ""
    lead: str = ""
    panel: Panel | None = None
    remark: str = ""
    remark_icon: str = ""
    hero: bool = False
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines of one style; a panel has its label and facts around them."""

    kind: str
    gap: float
    lines: tuple[str, ...]
    style: Style
    panel: Panel | None = None
    floor: Style = FLOOR

    @property
    def height(self) -> float:
        """Return the block's height without the gap above it."""
        height = self.style.line * len(self.lines)
        if self.panel is not None:
            height += _PANEL_TOP + self.floor.line + 10 + _PANEL_BOTTOM
            height += self.floor.line + 12 if self.panel.facts else 0
        return max(height, _ICON) if self.kind == "remark" else height


Page = tuple[Block, ...]


@lru_cache(maxsize=64)
def balanced(text: str, style: Style, width: float) -> tuple[str, ...]:
    """Wrap as a person would: at the sentence or the comma if it costs no line, else evenly."""
    lines = wrap(text, style, width)
    if len(lines) < 2:  # noqa: PLR2004 - one line is balanced
        return lines
    for breath in _BREATHS:
        parts = [line for part in breath.split(text) for line in _even(part, style, width)]
        if len(parts) <= len(lines):
            return tuple(parts)
    return _even(text, style, width)


def _even(text: str, style: Style, width: float) -> tuple[str, ...]:
    """Wrap so that the lines are about as long as each other, without needing more of them."""
    lines = wrap(text, style, width)
    low, high = max((width_of(word, style) for word in text.split()), default=width), width
    if len(lines) < 2 or low > width:  # noqa: PLR2004
        return lines
    while high - low > 8:  # noqa: PLR2004 - units, finer is not seen
        middle = (low + high) / 2
        if len(wrap(text, style, middle)) <= len(lines):
            high = middle
        else:
            low = middle
    return wrap(text, style, high)


@lru_cache(maxsize=32)
def pages(column: Column, width: float, height: float, factor: float = 1.0) -> tuple[Page, ...]:
    """Return the column's pages: one if it can be with the sizes that the design allows.

    `factor` is by how much letters are larger than usual.
    """
    prompts, panels = _sizes(_PROMPTS, factor), _sizes(_PANELS, factor)
    shorter = _shorter(column, width, prompts[-1])
    for panel in panels if column.panel else panels[:1]:
        for one in shorter:
            for prompt in _sizes(_HEROES, factor) if one.hero else prompts:
                blocks = _blocks(one, width, prompt, panel, factor)
                if _height(blocks) <= height:
                    return (blocks,)
    return _split(_blocks(shorter[-1], width, prompts[-1], panels[-1], factor), height)


def _sizes(styles: tuple[Style, ...], factor: float) -> tuple[Style, ...]:
    """Return the sizes that there are for a text, each once, the largest first."""
    return tuple(dict.fromkeys(legible(style, factor) for style in styles))


def paint_column(sheet: StageSheet, column: Column, room: QRectF, page: Page) -> None:
    """Paint a page of the column."""
    y = room.top()
    for place, block in enumerate(page):
        y += block.gap if place else 0.0
        box = QRectF(room.left(), y, room.width(), block.height)
        match block.kind:
            case "prompt":
                _paint_prompt(sheet, block, box, column.mark)
            case "lead":
                sheet.lines(block.lines, block.style, box, sheet.palette.ink_2)
            case "panel":
                _paint_panel(sheet, block, box)
            case _:
                _paint_remark(sheet, block, box, column)
        y += block.height


def _shorter(column: Column, width: float, prompt: Style) -> tuple[Column, ...]:
    """Return the column as it is, and without what a panel or a name that needs the room can spare.

    What warns of the end must not wait for a second page: a long prompt is cut or left out before it.
    """
    panel = column.panel
    if column.warns:
        few = " ".join(cut_lines(column.prompt, prompt, width, _FEW))
        alone = replace(column, lead="", prompt="")
        return (column, replace(column, lead=""), replace(alone, prompt=few), alone)
    if panel is None:
        return (column, replace(column, lead="")) if column.hero else (column,)
    no_lead = replace(column, lead="")
    no_facts = replace(no_lead, panel=replace(panel, facts=""))
    return (column, no_lead, no_facts, replace(no_facts, remark="", remark_icon=""))


def _blocks(column: Column, width: float, prompt: Style, panel: Style, factor: float) -> Page:
    body, label, floor = (legible(style, factor) for style in (BODY, LABEL, FLOOR))
    blocks = [Block("prompt", 0, balanced(column.prompt, prompt, width), prompt)]
    if column.lead:
        blocks.append(Block("lead", 44, balanced(column.lead, body, width), body))
    if column.panel:
        inner = width - 2 * _PANEL_X
        several = "\n" in column.panel.text
        lines = (wrap if several else balanced)(column.panel.text, panel, inner)
        blocks.append(Block("panel", 50, lines, panel, column.panel, floor))
    if column.remark:
        left = _ICON + 26 if column.remark_icon else 0.0
        blocks.append(Block("remark", 44, balanced(column.remark, label, width - left), label))
    return tuple(block for block in blocks if block.lines)


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.height for block in blocks) + sum(block.gap for block in blocks[1:])


def _split(blocks: Page, height: float) -> tuple[Page, ...]:
    """Deal the blocks out to pages; one that is higher than a page goes on on the next.

    A page ends where a voice would rest, if one of its lower lines does.
    """
    result: list[list[Block]] = [[]]
    for block in blocks:
        for piece in _pieces(block, height):
            if result[-1] and _height((*result[-1], piece)) > height:
                result.append([])
            result[-1].append(piece)
    return tuple(tuple(page) for page in result)


def _pieces(block: Block, height: float) -> list[Block]:
    around = block.height - block.style.line * len(block.lines)
    most = max(1, int((height - max(0.0, around)) // block.style.line))
    result, rest = [], block.lines
    while rest:
        end = min(most, len(rest))
        if end < len(rest):
            breaths = (at for at in range(end, most // 2, -1) if rest[at - 1].rstrip()[-1:] in _PAUSES)
            end = next(breaths, end)
        result.append(replace(block, lines=rest[:end]))
        rest = rest[end:]
    return result


def _paint_prompt(sheet: StageSheet, block: Block, box: QRectF, mark: str) -> None:
    if mark:
        for place, line in enumerate(block.lines):
            before, found, _ = line.partition(mark)
            if found:
                x = box.left() + width_of(before, block.style)
                top = box.top() + place * block.style.line
                sheet.felt_pen(x, top, width_of(mark, block.style), block.style)
    sheet.lines(block.lines, block.style, box, sheet.palette.ink)


def _paint_panel(sheet: StageSheet, block: Block, box: QRectF) -> None:
    panel, palette, floor = block.panel, sheet.palette, block.floor
    assert panel is not None
    sheet.fill(box, palette.panel, 24)
    inside = box.adjusted(_PANEL_X, _PANEL_TOP, -_PANEL_X, -_PANEL_BOTTOM)
    label = QRectF(inside.left(), inside.top(), inside.width(), floor.line)
    if panel.icon:
        sheet.icon(panel.icon, label.left(), label.top() + (floor.line - 46) / 2, 44, palette.primary)
        label.setLeft(label.left() + 60)
    sheet.line(panel.label, floor, label, palette.ink_2)
    text = QRectF(inside.left(), label.bottom() + 10, inside.width(), 0)
    text.setHeight(block.style.line * len(block.lines))
    sheet.lines(block.lines, block.style, text, palette.ink)
    if panel.facts:
        facts = QRectF(inside.left(), text.bottom() + 12, inside.width(), floor.line)
        sheet.run(cut_parts(panel.facts, floor, inside.width()), floor, facts, palette.ink_2)


def _paint_remark(sheet: StageSheet, block: Block, box: QRectF, column: Column) -> None:
    words = QRectF(box)
    if column.remark_icon:
        last = sheet.palette.timer_look(TimerPhase.LAST).arc
        color = last if column.warns else sheet.palette.primary
        top = box.top() + (min(box.height(), _ICON) - _ICON) / 2
        sheet.icon(column.remark_icon, box.left(), top, _ICON, color)
        words.setLeft(box.left() + _ICON + 26)
    height = block.style.line * len(block.lines)
    words.setTop(box.top() + (box.height() - height) / 2)
    sheet.lines(block.lines, block.style, words, sheet.palette.ink)
