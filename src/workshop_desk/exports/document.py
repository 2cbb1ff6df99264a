"""A PDF out of pages: fonts embedded, language and title said, contents tagged, bytes repeatable.

reportlab makes the file: its pages, streams and document information. pikepdf finishes what reportlab
cannot do: fonts cut down by HarfBuzz, the tags, the metadata, and the same bytes for the same contents.
"""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen import canvas as reportlab

from workshop_desk.exports.canvas import Canvas
from workshop_desk.exports.typeset.embedding import Embedded
from workshop_desk.exports.typeset.fonts import Face

PRODUCER = "Workshop Desk"
_UNSAID = ("/CreationDate", "/ModDate", "/Subject", "/Keywords", "/Trapped")
"""What reportlab says of a file by itself; none of it is known here."""


class _Paper(reportlab.Canvas):  # type: ignore[misc] # reportlab has no types
    """reportlab's canvas without the Helvetica that it begins every page with and never embeds."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class Document:
    """A file in the making. `title`, `author` and `language` are said to whoever reads it aloud."""

    def __init__(self, title: str, author: str, language: str) -> None:
        self._title = title
        self._author = author or PRODUCER
        self._language = language
        self._fonts: dict[Face, Embedded] = {}
        self._paper = _Paper(None, pageCompression=1, invariant=1, lang=language)
        self.pages: list[Canvas] = []

    def font(self, face: Face) -> Embedded:
        """Return the file's font for a face."""
        known = self._fonts.get(face)
        if known is None:
            known = self._fonts[face] = Embedded(face, f"F{len(self._fonts) + 1}")
        return known

    def add_page(self, width: float, height: float) -> Canvas:
        """Begin an empty page, in points; the page before it is finished."""
        if self.pages:
            self.pages[-1].end()
        page = Canvas(width, height, self, self._paper)
        self.pages.append(page)
        return page

    def finish(self) -> bytes:
        """Return the file: the same contents give the same bytes."""
        self.pages[-1].end()
        self._paper.setTitle(self._title)
        self._paper.setAuthor(self._author)
        self._paper.setCreator(PRODUCER)
        self._paper.setProducer(PRODUCER)
        self._paper.setViewerPreference("DisplayDocTitle", "true")
        with pikepdf.open(BytesIO(self._paper.getpdfdata())) as pdf:
            self._embed(pdf)
            self._describe(pdf)
            self._tag(pdf)
            out = BytesIO()
            pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
            return out.getvalue()

    def _embed(self, pdf: pikepdf.Pdf) -> None:
        """Give each page the fonts that its text runs name."""
        fonts = {face: font.write(pdf) for face, font in self._fonts.items()}
        for page, made in zip(self.pages, pdf.pages, strict=True):
            used = {f"/{self.font(face).name}": fonts[face] for face in page.faces}
            made.Resources.Font = Dictionary(used)

    def _describe(self, pdf: pikepdf.Pdf) -> None:
        for unsaid in _UNSAID:
            del pdf.docinfo[unsaid]
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as data:
            data["dc:title"] = self._title
            data["dc:creator"] = [self._author]
            data["dc:language"] = [self._language]
            data["pdf:Producer"] = PRODUCER

    def _tag(self, pdf: pikepdf.Pdf) -> None:
        """Say what each marked content is, in reading order, for screen readers."""
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        parts, parents = Array(), Array()
        for number, (page, made) in enumerate(zip(self.pages, pdf.pages, strict=True)):
            elements = Array(
                pdf.make_indirect(
                    Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=whole, Pg=made.obj, K=place)
                )
                for place, role in enumerate(page.tags)
            )
            made.obj.StructParents = number
            made.obj.Tabs = Name.S
            parts.extend(elements)
            parents.append(number)
            parents.append(pdf.make_indirect(elements))
        whole.K = parts
        root.K = whole
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=parents))
        root.ParentTreeNextKey = len(self.pages)
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
