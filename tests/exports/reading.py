"""Reading a PDF back: its texts, its fonts, where its letters stand."""

from io import BytesIO

import pikepdf
import pypdfium2


def page_texts(data: bytes) -> list[str]:
    """Return the text of each page, line ends as spaces."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [_text(pdf, number) for number in range(len(pdf))]


def whole_text(data: bytes) -> str:
    """Return the text of all pages."""
    return "\n".join(page_texts(data))


def _text(pdf: pypdfium2.PdfDocument, number: int) -> str:
    page = pdf[number]
    text_page = page.get_textpage()
    try:
        return " ".join(str(text_page.get_text_range()).splitlines())
    finally:
        text_page.close()
        page.close()


def letter_boxes(data: bytes, number: int = 0) -> list[tuple[float, float, float, float]]:
    """Return left, bottom, right, top of each visible letter of a page, in points."""
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[number]
        text_page = page.get_textpage()
        boxes = [
            text_page.get_charbox(place)
            for place in range(text_page.count_chars())
            if text_page.get_text_range(place, 1).strip()
        ]
        text_page.close()
        page.close()
    return boxes


def rectangles(data: bytes, number: int = 0) -> list[tuple[float, float, float, float]]:
    """Return left, bottom, width, height of each plain rectangle drawn on a page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = []
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[number]):
            if str(operator) == "re":
                left, bottom, width, height = (float(value) for value in operands)
                found.append((left, bottom, width, height))
        return found


def font_names(data: bytes) -> list[str]:
    """Return the base names of the fonts; fails where one is not embedded."""
    names = []
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            for font in page.Resources.get("/Font", {}).values():
                descriptor = font.DescendantFonts[0].FontDescriptor
                assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
                names.append(str(font.BaseFont))
    return sorted(set(names))
