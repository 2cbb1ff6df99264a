"""Scales on paper: the distribution with its number of answers, two charts side by side.

The words that people gave with their answers stand below, in the order of the alphabet. They were
never asked whether these may leave the room, so a confidential method keeps them.
"""

import unicodedata
from dataclasses import dataclass, replace

from workshop_desk.domain.room import Room
from workshop_desk.domain.scales import Distribution, distribution
from workshop_desk.domain.steps import Activity, Naming
from workshop_desk.domain.units import Language
from workshop_desk.exports.blocks import prose
from workshop_desk.exports.canvas import Canvas
from workshop_desk.exports.channels import channel_words
from workshop_desk.exports.charts import COLUMNS_TALL, columns
from workshop_desk.exports.flow import LEFT, WIDTH, Block
from workshop_desk.exports.look import look
from workshop_desk.exports.page import lines
from workshop_desk.exports.sharing import confidential, shown
from workshop_desk.exports.typeset.paragraphs import Line, Span, set_lines
from workshop_desk.i18n.words import Words

_GUTTER = 32.0
_HALF = (WIDTH - _GUTTER) / 2
_END = _HALF / 2 - 6


@dataclass(frozen=True, slots=True)
class _Chart:
    title: tuple[Line, ...]
    counts: Distribution | None
    ends: tuple[tuple[Line, ...], tuple[Line, ...]]
    sentence: tuple[Line, ...]

    @property
    def height(self) -> float:
        body = look().body.leading
        chart = COLUMNS_TALL + self._deep + 6 if self.counts else 0.0
        return len(self.title) * look().heading.leading + 5 + chart + len(self.sentence) * body

    @property
    def _deep(self) -> float:
        return max(len(end) for end in self.ends) * look().small.leading

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        colours = look()
        y = lines(canvas, self.title, colours.heading, (x, y), _HALF, role="H2") + 5
        if self.counts:
            columns(canvas, self.counts.counts, self.counts.middle, (x, y), _HALF)
            y += COLUMNS_TALL
            first, last = self.ends
            lines(canvas, first, colours.small, (x, y), _END)
            lines(canvas, last, colours.small, (x + _HALF - _END, y), _END, align="end")
            y += self._deep + 6
        lines(canvas, self.sentence, colours.body, (x, y), _HALF)


def blocks(t: Words, room: Room, activities: tuple[Activity, ...]) -> tuple[Block, ...]:
    """Return the scales that the room answered, in pairs."""
    answered = [one for one in activities if room.ratings_of(one.id) and shown(one)]
    found: list[Block] = []
    for at in range(0, len(answered), 2):
        pair = answered[at : at + 2]
        found.append(_pair([_chart(t, room, one) for one in pair]))
        found += [block for one in pair for block in _words(t, room, one)]
    return tuple(found)


def _pair(charts: list[_Chart]) -> Block:
    def paint(canvas: Canvas, y: float) -> None:
        for place, chart in enumerate(charts):
            chart.draw(canvas, LEFT + place * (_HALF + _GUTTER), y)

    return Block(max(chart.height for chart in charts), paint, gap=20.0)


def _chart(t: Words, room: Room, activity: Activity) -> _Chart:
    language = Language(t.language)
    found = distribution(room.ratings_of(activity.id), len(activity.levels))
    title = set_lines((Span(activity.title.in_language(language), look().heading),), _HALF)
    names = [level.in_language(language) for level in activity.levels]
    blind = activity.naming is Naming.ANONYMOUS
    if not _may_show(activity, found):
        return _Chart(title, None, ((), ()), _sentence(t("Shown from 5 answers on")))
    assert found.middle is not None
    answers = t.many("{n} answer", "{n} answers", found.answers)
    if blind:
        answers = t.many("{n} anonymous answer", "{n} anonymous answers", found.answers)
    words = t(
        "{middle} of {levels} is the middle answer, {answers}.",
        middle=found.middle,
        levels=len(names),
        answers=answers,
    )
    came = channel_words(t, room, activity)
    words = f"{words} {came[:1].upper()}{came[1:]}." if came else words
    first, last = f"1 {names[0]}", f"{len(names)} {names[-1]}"
    return _Chart(title, found, (_end(first), _end(last)), _sentence(words))


def _may_show(activity: Activity, found: Distribution) -> bool:
    return activity.naming is not Naming.ANONYMOUS or found.showable


def _words(t: Words, room: Room, activity: Activity) -> tuple[Block, ...]:
    ratings = room.ratings_of(activity.id)
    said = sorted((one.word for one in ratings if one.word), key=_alphabetical)
    found = distribution(ratings, len(activity.levels))
    if not said or confidential(room) or not _may_show(activity, found):
        return ()
    title = activity.title.in_language(Language(t.language))
    return prose(t("{title}, in words: {words}", title=title, words=" · ".join(said)), gap=6.0)


def _alphabetical(word: str) -> tuple[str, str]:
    """Return what words are sorted by: their letters without accents and capitals first."""
    bare = "".join(one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))
    return bare.casefold(), word


def _end(words: str) -> tuple[Line, ...]:
    return set_lines((Span(words, look().small),), _END)


def _sentence(words: str) -> tuple[Line, ...]:
    style = replace(look().body, ink=look().ink("ink"))
    return set_lines((Span(words, style),), _HALF)
