"""A page with one sentence, where a paper has nothing to show."""

from workshop_desk.exports.canvas import Canvas
from workshop_desk.exports.look import MARGIN, look
from workshop_desk.exports.page import logo, text


def draw_notice(canvas: Canvas, title: str, sentence: str) -> None:
    """Draw the title and the sentence in the middle of the page."""
    colours = look()
    width = canvas.width - 4 * MARGIN
    y = canvas.height / 3
    logo(canvas, ((canvas.width - 36) / 2, y - 54), 36)
    y = text(canvas, title, colours.title, (2 * MARGIN, y), width, align="center", role="H1")
    text(canvas, sentence, colours.body, (2 * MARGIN, y + 8), width, align="center")
