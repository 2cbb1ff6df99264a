"""A PDF out of pages: fonts embedded, language and title said, contents tagged, bytes repeatable."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from workshop_desk.exports.canvas import Canvas
from workshop_desk.exports.typeset.embedding import Embedded
from workshop_desk.exports.typeset.fonts import Face

PRODUCER = "Workshop Desk"


class Document:
    """A file in the making. `title`, `author` and `language` are said to whoever reads it aloud."""

    def __init__(self, title: str, author: str, language: str) -> None:
        self._title = title
        self._author = author
        self._language = language
        self._fonts: dict[Face, Embedded] = {}
        self.pages: list[Canvas] = []

    def font(self, face: Face) -> Embedded:
        """Return the file's font for a face."""
        known = self._fonts.get(face)
        if known is None:
            known = self._fonts[face] = Embedded(face, f"F{len(self._fonts) + 1}")
        return known

    def add_page(self, width: float, height: float) -> Canvas:
        """Add an empty page, in points."""
        page = Canvas(width, height, self)
        self.pages.append(page)
        return page

    def finish(self) -> bytes:
        """Return the file: the same contents give the same bytes."""
        with pikepdf.Pdf.new() as pdf:
            contents = [page.content for page in self.pages]
            fonts = {f"/{font.name}": font.write(pdf) for font in self._fonts.values()}
            for page, content in zip(self.pages, contents, strict=True):
                used = {
                    f"/{self.font(face).name}": fonts[f"/{self.font(face).name}"] for face in page.faces
                }
                pdf.pages.append(pikepdf.Page(self._page(pdf, page, content, used)))
            self._describe(pdf)
            self._tag(pdf)
            out = BytesIO()
            pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
            return out.getvalue()

    def _page(
        self, pdf: pikepdf.Pdf, page: Canvas, content: bytes, fonts: dict[str, pikepdf.Object]
    ) -> pikepdf.Object:
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, round(page.width, 2), round(page.height, 2)]),
                Resources=Dictionary(Font=Dictionary(fonts)),
                Contents=pdf.make_stream(content),
                Tabs=Name.S,
            )
        )

    def _describe(self, pdf: pikepdf.Pdf) -> None:
        pdf.Root.Lang = String(self._language)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as data:
            data["dc:title"] = self._title
            data["dc:creator"] = [self._author or PRODUCER]
            data["dc:language"] = [self._language]
            data["pdf:Producer"] = PRODUCER
        pdf.docinfo["/Title"] = String(self._title)
        pdf.docinfo["/Author"] = String(self._author or PRODUCER)
        pdf.docinfo["/Creator"] = String(PRODUCER)
        pdf.docinfo["/Producer"] = String(PRODUCER)

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
            parts.extend(elements)
            parents.append(number)
            parents.append(pdf.make_indirect(elements))
        whole.K = parts
        root.K = whole
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=parents))
        root.ParentTreeNextKey = len(self.pages)
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
