"""Blocks that flow down the pages of an A4 paper: none is cut, headings stay with what follows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workshop_desk.exports.canvas import Canvas
from workshop_desk.exports.document import Document
from workshop_desk.exports.look import A4, MARGIN
from workshop_desk.exports.page import Frame

LEFT = MARGIN
WIDTH = A4[0] - 2 * MARGIN
"""Every block is as wide as the page between its margins."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something `height` points high that paints itself below a y.

    `gap` is the space above it, none at the top of a page; `keep`: stays with the next block;
    `page`: begins a new page; `under`: what is drawn once more above it where it begins a page.
    """

    height: float
    paint: Callable[[Canvas, float], None]
    gap: float = 0.0
    keep: bool = False
    page: bool = False
    under: "Block | None" = None


def flow(
    document: Document, frame: Frame, blocks: Iterable[Block], page_words: Callable[[int, int], str]
) -> None:
    """Put blocks on as many pages as they need; `page_words` says which page of how many it is."""
    pages = _paged(tuple(blocks), frame.bottom(A4) - frame.top)
    for number, page in enumerate(pages, start=1):
        canvas = document.add_page(*A4)
        frame.draw(canvas, page_words(number, len(pages)))
        y = frame.top
        for place, block in enumerate(page):
            y += block.gap if place else 0.0
            block.paint(canvas, y)
            y += block.height


def _paged(blocks: tuple[Block, ...], room: float) -> list[list[Block]]:
    pages: list[list[Block]] = [[]]
    used = 0.0
    for group in _groups(blocks):
        height = sum(block.height + block.gap for block in group)
        if pages[-1] and (group[0].page or used + height > room):
            pages.append([])
            used = 0.0
        for block in group:
            gap = block.gap if pages[-1] else 0.0
            if pages[-1] and used + gap + block.height > room:
                pages.append([])
                used, gap = 0.0, 0.0
            if not pages[-1] and block.under is not None:
                pages[-1].append(block.under)
                used += block.under.height
            pages[-1].append(block)
            used += gap + block.height
    return pages


def _groups(blocks: tuple[Block, ...]) -> list[list[Block]]:
    """Return blocks together with those that must stay with the next."""
    groups: list[list[Block]] = [[]]
    for block in blocks:
        groups[-1].append(block)
        if not block.keep:
            groups.append([])
    return [group for group in groups if group]
