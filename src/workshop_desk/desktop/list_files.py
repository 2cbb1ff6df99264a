"""Lists of people read from files: text with any separator and encoding, and spreadsheets.

Run in a child process: what a file holds is for strangers to say. Each thing that can be wrong is one
`Flaw`; a formula is never worked out, its text or last value is read.
"""

import csv
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Literal

from workshop_desk.domain.columns import guess, is_head
from workshop_desk.domain.preview import Line
from workshop_desk.domain.registrations import MOST_REGISTRATIONS

MOST_BYTES = 20_000_000
_MOST_UNPACKED = 200_000_000
"""What a spreadsheet may say that it holds once it is unpacked."""
_MOST_COLUMNS, _MOST_LETTERS = 60, 1000
_HEAD_WITHIN = 12
"""Lines in which titles are looked for: some exports begin with what they are of."""
_SEPARATORS = ";\t,|"
_QUOTE = '"'
_NO_TEXT = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"RIFF", b"\x1f\x8b", b"BM\x00")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
_MOST_AREA = 50_000_000
_LOCKED = "EncryptedPackage".encode("utf-16-le")


class ListFlaw(StrEnum):
    """Why a file gives no list."""

    MISSING = "missing"
    NO_TABLE = "no_table"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    EMPTY = "empty"
    LOCKED = "locked"


class BadListError(Exception):
    """A file that gives no list; `count` are the lines that it has where it has too many."""

    def __init__(self, flaw: ListFlaw, count: int = 0) -> None:
        super().__init__(flaw, count)
        self.flaw, self.count = flaw, count


@dataclass(frozen=True, slots=True)
class ReadList:
    """What a file holds: `head` are the titles over its columns, () where it has none."""

    head: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def width(self) -> int:
        """Return how many columns there are."""
        return max((len(self.head), *(len(line.cells) for line in self.lines)))

    def as_lines(self) -> "ReadList":
        """Return the same with the titles as a line like the others."""
        return ReadList((), (Line(1, self.head), *self.lines)) if self.head else self


def read_list(path: Path) -> ReadList:
    """Return the list in a file."""
    try:
        if not path.is_file():
            raise BadListError(ListFlaw.MISSING)
        if path.stat().st_size > MOST_BYTES:
            raise BadListError(ListFlaw.TOO_LARGE)
        data = path.read_bytes()
    except OSError as error:
        raise BadListError(ListFlaw.MISSING) from error
    if data.startswith((_ZIP, _OLE)):
        tables = [_cut(rows) for rows in _sheets(path, data)]
        lines = max(tables, key=_worth, default=[])
    else:
        lines = _cut(_rows(_text(data)))
    return _with_head(lines)


def _with_head(lines: list[Line]) -> ReadList:
    """Return lines with the titles found among the first of them, what stands above left out."""
    found = [place for place, line in enumerate(lines[:_HEAD_WITHIN]) if is_head(line.cells)]
    at = max(found, key=lambda place: _known(lines[place].cells), default=None)
    head = () if at is None else lines[at].cells
    rest = lines if at is None else lines[at + 1 :]
    if not rest:
        raise BadListError(ListFlaw.EMPTY)
    if len(rest) > MOST_REGISTRATIONS:
        raise BadListError(ListFlaw.TOO_MANY, len(rest))
    return ReadList(head, tuple(rest))


def _known(cells: tuple[str, ...]) -> int:
    return sum(one is not None for one in guess(cells))


def _worth(lines: list[Line]) -> tuple[int, int]:
    """Return how much a sheet looks like a list of people."""
    known = max((_known(line.cells) for line in lines[:_HEAD_WITHIN]), default=0)
    return known, len(lines)


def _cut(rows: Iterable[tuple[int, Iterable[object]]]) -> list[Line]:
    """Return rows as bounded texts, empty ones left out."""
    lines = []
    for number, row in rows:
        cells = [_said(cell)[:_MOST_LETTERS].strip() for cell in islice(row, _MOST_COLUMNS)]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            lines.append(Line(number, tuple(cells)))
    return lines


def _said(cell: object) -> str:
    match cell:
        case bool():
            return str(cell)
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.strftime("%Y-%m-%d %H:%M")
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)


def _text(data: bytes) -> str:
    """Return what bytes say: by their mark, else as UTF-8 if they are such, else as Western Windows."""
    if data.startswith(_NO_TEXT):
        raise BadListError(ListFlaw.NO_TABLE)
    text = _decoded(data)
    if text is None or any(one < " " and one not in "\t\r\n\x0c\x1a" for one in text):
        raise BadListError(ListFlaw.NO_TABLE)
    return text


def _decoded(data: bytes) -> str | None:
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    start = data[:4000]
    zeros = Counter(place % 2 for place, byte in enumerate(start) if byte == 0)
    if zeros.total() > len(start) / 4:  # two bytes for each letter, and no mark that says so
        return ("utf-16-le",) if zeros[1] > zeros[0] else ("utf-16-be",)
    return ("utf-8-sig", "cp1252")


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        separator, text, skipped = first[4], rest, 1  # as Excel writes it, for itself
    else:
        separator = _separator(text)
    # A quote that was never closed would swallow all that comes after it.
    torn = text.count(_QUOTE) % 2 == 1
    rows = None if torn else _parsed(text, separator, csv.QUOTE_MINIMAL)
    rows = rows or _parsed(text, separator, csv.QUOTE_NONE)
    for number, row in rows or ():
        yield number + skipped, [cell.strip(_QUOTE) for cell in row] if torn else row


def _parsed(text: str, separator: str, quoting: Literal[0, 3]) -> list[tuple[int, list[str]]] | None:
    """Return rows with the number of the line on which each begins, None where it is no such text."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, quoting=quoting)
    rows, began = [], 1
    try:
        for row in reader:
            rows.append((began, row))
            began = reader.line_num + 1
    except csv.Error:
        return None
    return rows


def _separator(text: str) -> str:
    """Return what stands between cells: what is on most of the first lines equally often."""
    lines = [line for line in text.splitlines()[:30] if line.strip()]

    def steady(separator: str) -> tuple[int, int]:
        counts = Counter(len(next(csv.reader([line], delimiter=separator), ())) for line in lines)
        usual = [(times, cells) for cells, times in counts.items() if cells > 1]
        return max(usual, default=(0, 0))

    try:
        return max(_SEPARATORS, key=steady)
    except csv.Error:
        return ";"


def _sheets(path: Path, data: bytes) -> Iterator[Iterator[tuple[int, list[object]]]]:
    """Yield the rows of each sheet of a spreadsheet."""
    # Loaded only where there is one; most lists are plain text.
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # noqa: PLC0415

    if data.startswith(_OLE) and _LOCKED in data:
        raise BadListError(ListFlaw.LOCKED)
    _check_unpacked(path, data)
    try:
        with CalamineWorkbook.from_path(path) as book:
            for name in book.sheet_names:
                rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                yield ((number, list(row)) for number, row in enumerate(rows, 1))
    except PasswordError as error:
        raise BadListError(ListFlaw.LOCKED) from error
    except CalamineError as error:
        raise BadListError(ListFlaw.NO_TABLE) from error


def _check_unpacked(path: Path, data: bytes) -> None:
    """Refuse what would fill the memory once unpacked, or laid out from its first cell to its last."""
    if not data.startswith(_ZIP):
        return
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(one.file_size for one in packed.infolist()) > _MOST_UNPACKED:
                raise BadListError(ListFlaw.TOO_LARGE)
            for one in packed.infolist():
                if _SHEET.match(one.filename) and _area(packed.read(one)) > _MOST_AREA:
                    raise BadListError(ListFlaw.TOO_LARGE)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise BadListError(ListFlaw.NO_TABLE) from error


def _area(sheet: bytes) -> int:
    """Return how many cells a sheet spans, empty ones between two that are far apart among them."""
    high = wide = 0
    for column, row in _CELL.findall(sheet):
        high = max(high, int(row))
        wide = max(wide, len(column))
    return high * int(26**wide)
