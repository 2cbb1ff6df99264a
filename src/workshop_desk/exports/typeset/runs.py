"""Shaping: text in one style becomes glyphs, with what each stands for."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby, pairwise

import uharfbuzz as hb

from workshop_desk.exports.typeset.clusters import clusters
from workshop_desk.exports.typeset.fonts import Face, face_for, own_face

_NEUTRAL = frozenset({"Zyyy", "Zinh", "Zzzz", ""})


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shape in the font's units; `text` is what it stands for, '' after a cluster's first."""

    index: int
    text: str
    advance: int
    right: int
    up: int


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one font, left to right; `text` is in reading order."""

    face: Face
    text: str
    level: int
    glyphs: tuple[Glyph, ...]

    @property
    def advance(self) -> float:
        """Return the width at size 1."""
        return sum(glyph.advance for glyph in self.glyphs) / self.face.upem

    @property
    def plain(self) -> bool:
        """Tell whether reading the glyphs in order gives the text back."""
        return self.level % 2 == 0 and "".join(glyph.text for glyph in self.glyphs) == self.text


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    face: Face
    level: int
    script: str
    covered: bool = True


@lru_cache(maxsize=4096)
def shape(text: str, found: tuple[int, ...], family: str, weight: int) -> tuple[Run, ...]:
    """Shape text with its levels; the runs come in reading order, their glyphs in drawing order."""
    return tuple(_shaped(piece) for piece in _pieces(text, found, family, weight))


def missing_clusters(text: str, family: str = "text", weight: int = 400) -> tuple[str, ...]:
    """Return what no font at hand can draw, each once."""
    normal = unicodedata.normalize("NFC", text)
    absent = (one for one in clusters(normal) if one.strip() and face_for(one, family, weight) is None)
    return tuple(dict.fromkeys(absent))


def _pieces(text: str, found: tuple[int, ...], family: str, weight: int) -> Iterator[_Piece]:
    """Cut text wherever the font, the level or the script changes."""
    now: _Piece | None = None
    place = 0
    for cluster in clusters(text):
        level, script = found[place], _script(cluster[0])
        place += len(cluster)
        face = face_for(cluster, family, weight)
        if face is None:
            if now is not None:
                yield now
            now = None
            yield _Piece(cluster, own_face(family, weight), level, script, covered=False)
            continue
        if now is not None:
            if script in _NEUTRAL:
                script = now.script
                if now.face.covers(cluster) and cluster.isspace():
                    face = now.face
            alike = now.script in _NEUTRAL or script == now.script
            if alike and (now.face, now.level) == (face, level):
                now = _Piece(now.text + cluster, face, level, script)
                continue
            yield now
        now = _Piece(cluster, face, level, script)
    if now is not None:
        yield now


@cache
def _script(character: str) -> str:
    buffer = hb.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    return buffer.script or ""


def _shaped(piece: _Piece) -> Run:
    if not piece.covered:
        # The font's box for what it has not: something must show that a letter is missing.
        box = Glyph(0, piece.text, piece.face.font.get_glyph_h_advance(0), 0, 0)
        return Run(piece.face, piece.text, piece.level, (box,))
    buffer = hb.Buffer()
    buffer.add_str(piece.text)
    buffer.direction = "rtl" if piece.level % 2 else "ltr"
    if piece.script not in _NEUTRAL:
        buffer.script = piece.script
    buffer.guess_segment_properties()
    hb.shape(piece.face.font, buffer)
    starts = sorted({info.cluster for info in buffer.glyph_infos})
    ends = dict(pairwise([*starts, len(piece.text)]))
    drawn = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    glyphs: list[Glyph] = []
    for start, group in groupby(drawn, key=lambda one: one[0].cluster):
        shapes = [
            Glyph(info.codepoint, "", at.x_advance, at.x_offset, at.y_offset) for info, at in group
        ]
        text = piece.text[start : ends[start]]
        glyphs += _leftward(shapes, text, piece.face) if piece.level % 2 else _rightward(shapes, text)
    return Run(piece.face, piece.text, piece.level, tuple(glyphs))


def _rightward(shapes: list[Glyph], text: str) -> list[Glyph]:
    """Share a cluster's characters out over its glyphs; the first takes what is left over."""
    spare = max(1, len(text) - len(shapes) + 1)
    parts = [text[:spare], *text[spare:]]
    parts += [""] * (len(shapes) - len(parts))
    return [replace(shape, text=part) for shape, part in zip(shapes, parts, strict=True)]


def _leftward(shapes: list[Glyph], text: str, face: Face) -> list[Glyph]:
    """Share a cluster's characters out from the right, one each.

    Readers turn such text round glyph by glyph: some would also turn two characters of one glyph
    round, some not. So a ligature says its first character and empty glyphs say the others.
    """
    blank = face.font.get_nominal_glyph(ord(" ")) or 0
    extra = max(0, len(text) - len(shapes))
    shapes = [*(Glyph(blank, "", 0, 0, 0) for _ in range(extra)), *shapes]
    parts = [*text, *("" for _ in range(len(shapes) - len(text)))]
    return [replace(shape, text=part) for shape, part in zip(shapes, reversed(parts), strict=True)]
