"""Lists in files: every encoding and separator, spreadsheets, and what is no list at all."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from workshop_desk.desktop import list_files
from workshop_desk.desktop.list_files import BadListError, ListFlaw, ReadList, read_list
from workshop_desk.domain.registrations import MOST_REGISTRATIONS

HEAD = ("Prénom", "Nom", "E-mail")
ROWS = (("Zoé", "Ménétrier", "zoe@a.example"), ("Paul; Jr", "O'Œuvre", ""), ("=1+1", "Żak", ""))


def read(folder: Path, data: bytes | str, name: str = "list.csv") -> ReadList:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_list(path)


def flaw(folder: Path, data: bytes | str, name: str = "list.csv") -> tuple[ListFlaw, int]:
    with pytest.raises(BadListError) as told:
        read(folder, data, name)
    return told.value.flaw, told.value.count


def written(separator: str, rows: tuple[tuple[str, ...], ...] = (HEAD, *ROWS), end: str = "\r\n") -> str:
    def cell(text: str) -> str:
        return f'"{text}"' if separator in text else text

    return "".join(separator.join(map(cell, row)) + end for row in rows)


def spreadsheet(path: Path, *sheets: tuple[tuple[str, ...], ...], cells: str = "") -> Path:
    """Write the least that is a spreadsheet; a cell that begins with = is a formula, without a value."""

    def cell(text: str) -> str:
        if text.startswith("="):
            return f'<c t="str"><f>{escape(text[1:])}</f><v>worked out</v></c>'
        if text.isdecimal():
            return f"<c><v>{text}</v></c>"
        return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'

    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {space} xmlns:r="{office}"><sheets>'
        + "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        + "".join(
            f'<Relationship Id="r{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in numbers
        )
        + "</Relationships>",
    }
    for number, rows in zip(numbers, sheets, strict=True):
        body = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
        sheet = f"<worksheet {space}><sheetData>{body}{cells}</sheetData></worksheet>"
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return path


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_separator_and_encoding(tmp_path: Path, separator: str, encoding: str) -> None:
    told = read(tmp_path, written(separator).encode(encoding))
    assert told.head == HEAD
    assert [line.cells for line in told.lines] == [tuple(row[:2]) if not row[2] else row for row in ROWS]
    assert [line.number for line in told.lines] == [2, 3, 4]


def test_what_windows_wrote(tmp_path: Path) -> None:
    rows = (HEAD, ("Zoé", "Œuvré", "zoe@a.example"))
    told = read(tmp_path, written(";", rows).encode("cp1252"))
    assert told.lines[0].cells == ("Zoé", "Œuvré", "zoe@a.example")


def test_what_excel_says_of_itself_and_lines_above(tmp_path: Path) -> None:
    told = read(tmp_path, "sep=,\nListe des inscrits\n\n" + written(",", end="\n"))
    assert told.head == HEAD
    assert told.lines[0].number == 5


def test_a_list_without_titles(tmp_path: Path) -> None:
    told = read(tmp_path, "Zoé Martin\nPaul Petit\n")
    assert told.head == ()
    assert told.width == 1
    assert [line.cells for line in told.lines] == [("Zoé Martin",), ("Paul Petit",)]
    with_head = read(tmp_path, written(";"))
    assert with_head.as_lines().lines[0].cells == HEAD
    assert told.as_lines() == told


def test_a_quote_that_was_never_closed_swallows_nothing(tmp_path: Path) -> None:
    told = read(tmp_path, 'Nom;Prénom\n"Martin;Zoé\nPetit;Paul\n')
    assert [line.cells for line in told.lines] == [("Martin", "Zoé"), ("Petit", "Paul")]


def test_a_cell_of_several_lines_keeps_the_numbers_right(tmp_path: Path) -> None:
    told = read(tmp_path, 'Nom;Service\n"Zoé\nMartin";A\nPaul;B\n')
    assert [(line.number, line.cells[1]) for line in told.lines] == [(2, "A"), (4, "B")]


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"", ListFlaw.EMPTY),
        (b" \r\n;;;\r\n", ListFlaw.EMPTY),
        ("Prénom;Nom\r\n".encode(), ListFlaw.EMPTY),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), ListFlaw.NO_TABLE),
        (b"\xff\xd8\xff\xe0JFIF", ListFlaw.NO_TABLE),
        (b"%PDF-1.7\n", ListFlaw.NO_TABLE),
        (bytes(range(256)) * 8, ListFlaw.NO_TABLE),
        (b"\xff\xfe\x00\xd8", ListFlaw.NO_TABLE),
        (b"PK\x03\x04 and no more", ListFlaw.NO_TABLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more", ListFlaw.NO_TABLE),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), ListFlaw.LOCKED),
    ],
    ids=range(11),
)
def test_what_is_no_list(tmp_path: Path, data: bytes, wanted: ListFlaw) -> None:
    assert flaw(tmp_path, data) == (wanted, 0)


def test_ten_thousand_lines_are_counted_and_not_taken(tmp_path: Path) -> None:
    data = "Prénom;Nom\n" + "A;B\n" * 10_000
    assert flaw(tmp_path, data) == (ListFlaw.TOO_MANY, 10_000)
    as_many = "Prénom;Nom\n" + "A;B\n" * MOST_REGISTRATIONS
    assert len(read(tmp_path, as_many).lines) == MOST_REGISTRATIONS


def test_files_that_are_too_large_or_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_files, "MOST_BYTES", 10)
    assert flaw(tmp_path, "Prénom;Nom\n")[0] is ListFlaw.TOO_LARGE
    for gone in (tmp_path / "gone.csv", tmp_path):
        with pytest.raises(BadListError) as told:
            read_list(gone)
        assert told.value.flaw is ListFlaw.MISSING


def test_a_spreadsheet(tmp_path: Path) -> None:
    about = (("Our event",), ("12 people",))
    people = (("Participants",), ("Prénom", "Nom", "Billet"), ("Zoé", "=A1", "1042"), ("Ana", "Żak"))
    told = read_list(spreadsheet(tmp_path / "list.xlsx", about, people))
    assert told.head == ("Prénom", "Nom", "Billet")
    assert [line.cells for line in told.lines] == [("Zoé", "worked out", "1042"), ("Ana", "Żak")]
    assert [line.number for line in told.lines] == [3, 4]


def test_spreadsheets_that_would_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = '<row r="900000"><c r="XFD900000"><v>1</v></c></row>'
    path = spreadsheet(tmp_path / "far.xlsx", (("Nom",), ("Zoé",)), cells=far)
    with pytest.raises(BadListError) as told:
        read_list(path)
    assert told.value.flaw is ListFlaw.TOO_LARGE
    monkeypatch.setattr(list_files, "_MOST_UNPACKED", 100)
    with pytest.raises(BadListError) as told:
        read_list(spreadsheet(tmp_path / "list.xlsx", (("Nom",), ("Zoé",))))
    assert told.value.flaw is ListFlaw.TOO_LARGE


def test_a_spreadsheet_called_csv_and_an_archive_called_xlsx(tmp_path: Path) -> None:
    told = read_list(spreadsheet(tmp_path / "list.csv", (("Nom",), ("Zoé",))))
    assert told.lines[0].cells == ("Zoé",)
    with zipfile.ZipFile(tmp_path / "some.xlsx", "w") as packed:
        packed.writestr("hello.txt", "hello")
    with pytest.raises(BadListError) as failed:
        read_list(tmp_path / "some.xlsx")
    assert failed.value.flaw is ListFlaw.NO_TABLE
