"""Fonts inside the file: each used glyph gets a code, and each code knows which text it stands for."""

from collections.abc import Iterable

import pikepdf
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name

from workshop_desk.exports.typeset.fonts import Face
from workshop_desk.exports.typeset.runs import Glyph

_EM = 1000
_SYMBOLIC = 4
_UNUSED = ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "DSIG", "gasp", "name", "post")


class Embedded:
    """One face in one file. TrueType codes are ours, so that one shape may stand for two texts.

    Fonts with CFF outlines know no such map: there the code is the glyph itself.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._own_codes = face.outlines == "glyf"
        self._codes: dict[tuple[int, str], int] = {}
        self._texts: dict[int, str] = {}
        self._glyphs: dict[int, int] = {0: 0}

    def code(self, glyph: Glyph) -> int:
        """Return the code that draws a glyph and reads as its text."""
        key = (glyph.index, glyph.text if self._own_codes else "")
        known = self._codes.get(key)
        if known is None:
            known = len(self._codes) + 1 if self._own_codes else glyph.index
            self._codes[key] = known
            self._glyphs[known] = glyph.index
        # Without any text some readers make one up from the code.
        self._texts.setdefault(known, glyph.text or "\u200b")
        return known

    def width(self, glyph: Glyph) -> float:
        """Return the width that the file gives a glyph, in ems."""
        return self._em(self.face.font.get_glyph_h_advance(glyph.index))

    def write(self, pdf: pikepdf.Pdf) -> pikepdf.Object:
        """Add the font with just the glyphs used; return its dictionary."""
        subset, places = self._subset()
        tag = "".join(chr(65 + int(letter)) for letter in self.name[1:].zfill(6)[-6:])
        base = Name(f"/{tag}+{self.face.name}")
        descriptor = self._descriptor(pdf, base, subset)
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2 if self._own_codes else Name.CIDFontType0,
            BaseFont=base,
            CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
            FontDescriptor=pdf.make_indirect(descriptor),
            DW=_EM,
            W=self._widths(),
        )
        if self._own_codes:
            table = bytearray(2 * (max(self._glyphs) + 1))
            for code, glyph in self._glyphs.items():
                table[2 * code : 2 * code + 2] = places[glyph].to_bytes(2, "big")
            descendant.CIDToGIDMap = pdf.make_stream(bytes(table))
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=base,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(descendant)]),
                ToUnicode=pdf.make_stream(_unicode_map(self._texts)),
            )
        )

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        """Return the font file with only what is used, and where each glyph went."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(self._glyphs.values())
        dropped = (int.from_bytes(tag.encode("ascii"), "big") for tag in _UNUSED)
        wanted.drop_table_tag_set.update(dropped)
        flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        if not self._own_codes:
            flags |= hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.CFF_IDENTITY_CHARSET
        wanted.flags = flags
        if self.face.face.has_var_data:
            wanted.pin_all_axes_to_default(self.face.face)
        plan = hb.SubsetPlan(self.face.face, wanted)
        places = {int(old): int(new) for old, new in plan.old_to_new_glyph_mapping.items()}
        face = plan.execute()
        blob = face.blob if self._own_codes else face.reference_table("CFF ")
        return bytes(blob.data), places

    def _descriptor(self, pdf: pikepdf.Pdf, base: Name, subset: bytes) -> Dictionary:
        extents = self.face.font.get_font_extents("ltr")
        ascent, descent = self._em(extents.ascender) * _EM, self._em(extents.descender) * _EM
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=base,
            Flags=_SYMBOLIC,
            FontBBox=Array([-_EM, round(descent), 3 * _EM, round(ascent)]),
            ItalicAngle=0,
            Ascent=round(ascent),
            Descent=round(descent),
            CapHeight=round(0.66 * _EM),
            StemV=120 if self.face.bold else 80,
        )
        if self._own_codes:
            descriptor.FontFile2 = pdf.make_stream(subset, Length1=len(subset))
        else:
            descriptor.FontFile3 = pdf.make_stream(subset, Subtype=Name.CIDFontType0C)
        return descriptor

    def _widths(self) -> Array:
        widths = Array()
        for code, glyph in sorted(self._glyphs.items()):
            advance = self._em(self.face.font.get_glyph_h_advance(glyph)) * _EM
            widths.append(code)
            widths.append(Array([round(advance)]))
        return widths

    def _em(self, units: float) -> float:
        return units / self.face.upem


def _unicode_map(texts: dict[int, str]) -> bytes:
    pairs = [f"<{code:04X}> <{_utf16(text)}>" for code, text in sorted(texts.items())]
    blocks = "".join(_block(pairs[start : start + 100]) for start in range(0, len(pairs), 100))
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{blocks}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _block(pairs: Iterable[str]) -> str:
    lines = list(pairs)
    return f"{len(lines)} beginbfchar\n" + "\n".join(lines) + "\nendbfchar\n"


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
