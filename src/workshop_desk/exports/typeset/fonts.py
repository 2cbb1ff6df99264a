"""Fonts: our own two families, then Noto, then whatever this machine has for other scripts."""

import os
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from workshop_desk.base.noto import noto_folders
from workshop_desk.base.resources import resources
from workshop_desk.exports.typeset.clusters import ignorable

BOLD = 600
_OWN = {
    ("display", 600): "BricolageGrotesque_600SemiBold.ttf",
    ("display", 700): "BricolageGrotesque_700Bold.ttf",
    ("display", 800): "BricolageGrotesque_800ExtraBold.ttf",
    ("text", 400): "SourceSans3_400Regular.ttf",
    ("text", 600): "SourceSans3_600SemiBold.ttf",
    ("text", 700): "SourceSans3_700Bold.ttf",
}
_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_NO_EMBEDDING, _BITMAPS_ONLY = 0x0002, 0x0200
_UNWANTED = ("mono", "italic", "oblique", "condensed", "narrow", "light", "thin", "math", "serif")


@dataclass(frozen=True, slots=True)
class Face:
    """One font of one file, as HarfBuzz sees it; two faces of the same path and index are one."""

    path: Path
    index: int
    name: str
    bold: bool
    face: hb.Face = field(compare=False, repr=False)
    font: hb.Font = field(compare=False, repr=False)

    def covers(self, cluster: str) -> bool:
        """Tell whether the font has a glyph for everything that shows in a cluster."""
        return all(
            self.font.get_nominal_glyph(ord(character)) is not None
            for character in cluster
            if not ignorable(character)
        )

    @property
    def upem(self) -> int:
        """Return the units of one em."""
        return int(self.face.upem)

    @property
    def outlines(self) -> str:
        """Return the table that holds the shapes: 'glyf', 'CFF ' or ''."""
        return next((tag for tag in ("glyf", "CFF ") if tag in self.face.table_tags), "")


@cache
def own_face(family: str, weight: int) -> Face:
    """Return one of the fonts that ship with the program; the nearest weight stands in."""
    weights = [known for name, known in _OWN if name == family]
    nearest = min(weights, key=lambda known: (abs(known - weight), known))
    path = resources() / "fonts" / _OWN[family, nearest]
    face = _face(path, hb.Face(hb.Blob.from_file_path(str(path))), 0)
    assert face is not None, path
    return face


@cache
def fallback_faces() -> tuple[Face, ...]:
    """Return this machine's usable fonts, the plainest first, in an order that does not change."""
    found: list[Face] = []
    for folder in _folders():
        if folder.is_dir():
            for path in sorted(folder.rglob("*")):
                if path.suffix.lower() in _SUFFIXES:
                    found.extend(_faces(path))
    return tuple(sorted(found, key=_plainness))


@cache
def face_for(cluster: str, family: str, weight: int) -> Face | None:
    """Return the first font that covers a cluster, None if there is none."""
    other = "text" if family == "display" else "display"
    for face in (own_face(family, weight), own_face(other, weight)):
        if face.covers(cluster):
            return face
    covering = [face for face in fallback_faces() if face.covers(cluster)]
    bold = [face for face in covering if face.bold == (weight >= BOLD)]
    return next(iter(bold or covering), None)


def _faces(path: Path) -> list[Face]:
    try:
        blob = hb.Blob.from_file_path(str(path))
    except (OSError, hb.HarfBuzzError):
        return []
    count = _count(blob.data[:12])
    faces = (_face(path, hb.Face(blob, index), index) for index in range(count))
    return [face for face in faces if face is not None]


def _count(head: bytes) -> int:
    """Return how many fonts a file holds."""
    if head.startswith(b"ttcf"):
        return int.from_bytes(head[8:12], "big")
    return 1


def _face(path: Path, face: hb.Face, index: int) -> Face | None:
    """Return a face that may be embedded and has outlines, else None."""
    tags = face.table_tags
    if not face.glyph_count or not {"cmap", "hmtx"} <= set(tags) or not {"glyf", "CFF "} & set(tags):
        return None
    os2 = bytes(face.reference_table("OS/2").data) if "OS/2" in tags else b""
    weight, rights = int.from_bytes(os2[4:6], "big"), int.from_bytes(os2[8:10], "big")
    if rights & (_NO_EMBEDDING | _BITMAPS_ONLY):
        return None
    name = face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or path.stem
    return Face(path, index, name, weight >= BOLD, face, hb.Font(face))


def _plainness(face: Face) -> tuple[int, int, str, int]:
    name = (face.path.name + face.name).lower().replace("-", "").replace("sansserif", "sans")
    odd = sum(word in name for word in _UNWANTED) + ("sans" not in name) + (face.outlines != "glyf")
    return (odd, 0 if "notosans" in name else 1, str(face.path), face.index)


def _folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "darwin":
        roots = [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    elif sys.platform == "win32":
        roots = [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"]
        if local := os.environ.get("LOCALAPPDATA"):
            roots.append(Path(local) / "Microsoft/Windows/Fonts")
    else:
        roots = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
        roots += [home / ".local/share/fonts", home / ".fonts"]
    return (*noto_folders(), *roots)
