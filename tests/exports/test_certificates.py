"""Certificates of participation, read back."""

import hashlib
import pickle
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from io import BytesIO
from multiprocessing import get_context
from zoneinfo import ZoneInfo

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from tests.exports.reading import font_names, letter_boxes, page_texts, rectangles, whole_text
from tests.exports.rooms import NAMES, crowded_room, empty_room, full_room
from tests.samples import closed_room, lobby_room
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Session
from workshop_desk.domain.units import Language, Seconds
from workshop_desk.exports import qr
from workshop_desk.exports.certificate_words import check_code, payload
from workshop_desk.exports.certificates import CertificateStyle, certificates

PARIS = ZoneInfo("Europe/Paris")
FRENCH, ENGLISH = Language("fr"), Language("en")
STYLES = tuple(CertificateStyle)


def renamed(room: Room, name: str) -> Room:
    """Return a room with one certificate, for this name."""
    first = next(iter(room.certificates.values()))
    return replace(room, certificates={first.id: replace(first, name=name)})


def letters(text: str) -> str:
    """Return a text without spaces and hyphens: readers give line ends back in their own ways."""
    return "".join(letter for letter in text if letter.isalnum())


def retitled(room: Room, title: str) -> Room:
    """Return a room with another title."""
    session: Session = replace(room.session, title=title)
    return replace(room, session=session)


@pytest.mark.parametrize("style", STYLES)
def test_there_is_one_page_across_for_each_certificate(style: str) -> None:
    room = closed_room()
    texts = page_texts(certificates(room, FRENCH, PARIS, style))
    assert len(texts) == len(room.certificates)
    for text, certificate in zip(texts, room.certificates.values(), strict=True):
        assert certificate.name in text
        assert certificate.number in text


@pytest.mark.parametrize("style", STYLES)
def test_it_says_what_it_must_in_french(style: str) -> None:
    text = page_texts(certificates(closed_room(), FRENCH, PARIS, style))[2]
    for words in (
        "Attestation de participation",
        "Chloé Nguyễn",
        "«\u00a0Codév des managers · séance 4\u00a0»",
        "Codéveloppement professionnel",
        "jeudi 26 novembre 2026",
        "1\u00a0h\u00a025",
        "Lyon, salle Rhône",
        "Claire Lambert",
        "Fait à Lyon, salle Rhône, le 26 novembre 2026",
        "Halliade",
    ):
        assert words in text, words


@pytest.mark.parametrize("style", STYLES)
def test_it_says_what_it_must_in_english(style: str) -> None:
    text = page_texts(certificates(closed_room("en"), ENGLISH, PARIS, style))[0]
    for words in (
        "Certificate of participation",
        "“Managers’ codev · session 4”",
        "1\u00a0h 26\u00a0min",
    ):
        assert words in text, words
    assert "atelier" not in text


@pytest.mark.parametrize("language", [FRENCH, ENGLISH])
def test_it_never_claims_to_be_training_paperwork(language: Language) -> None:
    text = whole_text(certificates(full_room(), language, PARIS)).lower()
    for words in ("réalisation", "organisme de formation", "formation", "training", "compétence"):
        assert words not in text


def test_the_place_and_the_facilitator_may_be_unknown() -> None:
    room = full_room()
    bare = replace(room.session, location="", facilitator="", organisation="")
    for style in STYLES:
        text = page_texts(certificates(replace(room, session=bare), FRENCH, PARIS, style))[0]
        assert "Fait le 2 mars 2026" in text
        assert "Lieu" not in text
        assert "Animation" not in text


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "name",
    [
        "Jean-Baptiste-Emmanuel de la Rochefoucauld-Montmorency d’Estaing du Bois-Guilbert",
        "W" * 80,
        "Bo",
        "محمد الأمين بن عبد الرحمن",
    ],
)
def test_long_names_stay_whole_within_the_frame(style: str, name: str) -> None:
    room = retitled(renamed(full_room(), name), "Un titre " + "vraiment long " * 13)
    data = certificates(room, FRENCH, PARIS, style)
    assert letters(name) in letters(page_texts(data)[0])
    boxes = letter_boxes(data)
    assert min(left for left, *_ in boxes) > 28
    assert max(right for _, _, right, _ in boxes) < 842 - 28
    assert min(bottom for _, bottom, *_ in boxes) > 28


@pytest.mark.parametrize("style", STYLES)
def test_the_longest_organisation_place_and_facilitator_stay_whole_and_off_the_foot(style: str) -> None:
    room = full_room()
    long = {one: f"{one} " + "loin " * 35 + "fin" for one in ("organisation", "location", "facilitator")}
    data = certificates(replace(room, session=replace(room.session, **long)), FRENCH, PARIS, style)
    text = letters(page_texts(data)[0])
    for words in long.values():
        assert letters(words) in text
    said = "Temps compté à partir des arrivées et des départs notés pendant la séance."
    said += " Cette attestation ne porte pas sur des résultats."
    assert said in page_texts(data)[0]
    low = [box for box in letter_boxes(data) if box[1] < 52]
    assert len(low) == len("".join(said.split()))


def test_the_frames_stand_where_the_design_wants_them() -> None:
    found = rectangles(certificates(full_room(), FRENCH, PARIS))
    for inset in (22.5, 27.75):
        frame = (inset, inset, 841.89 - 2 * inset, 595.276 - 2 * inset)
        assert any(all(abs(a - b) < 0.1 for a, b in zip(one, frame, strict=True)) for one in found), (
            inset
        )


@pytest.mark.parametrize("style", STYLES)
def test_its_code_is_read_by_a_scanner_and_agrees_with_the_record(style: str) -> None:
    room = full_room()
    certificate = next(iter(room.certificates.values()))
    with pypdfium2.PdfDocument(certificates(room, FRENCH, PARIS, style)) as pdf:
        page = pdf[0]
        picture = page.render(scale=3).to_pil()
        page.close()
    read = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    assert [one.text for one in read] == [payload(certificate)]
    said = f"{certificate.number}\n{certificate.name}\n{round(certificate.present / 60)}"
    assert check_code(certificate) == hashlib.sha256(said.encode()).hexdigest()[:12].upper()
    assert payload(certificate).split(":")[1:] == [
        certificate.number,
        check_code(certificate),
        str(round(certificate.present / 60)),
    ]


@pytest.mark.parametrize("style", STYLES)
def test_the_squares_of_its_code_are_large_enough_for_any_phone(style: str) -> None:
    room = full_room()
    first = next(iter(room.certificates.values()))
    longest = replace(first, number="2026-K7QM-9999", present=Seconds(60.0 * 99_999))
    data = certificates(replace(room, certificates={first.id: longest}), FRENCH, PARIS, style)
    modules = len(qr.matrix(payload(longest)))
    sizes = Counter(round(height, 3) for _, _, _, height in rectangles(data))
    module, drawn = sizes.most_common(1)[0]
    assert drawn > modules
    assert module * 25.4 / 72 >= 0.4
    assert modules <= 33  # Version 4: phones of any age read it from paper.


def test_the_check_code_changes_with_name_number_and_minutes() -> None:
    certificate = next(iter(full_room().certificates.values()))
    changed = (
        replace(certificate, name="Anne Grand"),
        replace(certificate, number="2026-K7QM-009"),
        replace(certificate, present=certificate.present + 60),
    )
    codes = {check_code(one) for one in (certificate, *changed)}
    assert len(codes) == 4


def test_names_from_anywhere_are_printed() -> None:
    text = whole_text(certificates(full_room(), FRENCH, PARIS))
    for name in NAMES[:5]:
        assert name in text


def test_all_fonts_are_embedded_and_ours_are_used() -> None:
    names = font_names(certificates(closed_room(), FRENCH, PARIS))
    assert {name.partition("+")[2] for name in names} == {
        "BricolageGrotesque-Bold",
        "BricolageGrotesque-ExtraBold",
        "SourceSans3-Regular",
        "SourceSans3-SemiBold",
    }


def test_the_file_says_its_title_language_and_maker() -> None:
    with pikepdf.open(BytesIO(certificates(closed_room(), FRENCH, PARIS))) as pdf:
        assert str(pdf.Root.Lang) == "fr"
        assert pdf.Root.MarkInfo.Marked
        assert (
            str(pdf.docinfo["/Title"]) == "Attestations de participation · Codév des managers · séance 4"
        )
        assert str(pdf.docinfo["/Author"]) == "Halliade"
        assert str(pdf.docinfo["/Producer"]) == "Workshop Desk"
        assert "/CreationDate" not in pdf.docinfo
        roles = [str(one.S) for one in pdf.Root.StructTreeRoot.K.K]
    assert roles.count("/H1") == 8


def test_nobody_there_makes_one_page_that_says_so() -> None:
    texts = page_texts(certificates(empty_room(), FRENCH, PARIS))
    assert len(texts) == 1
    assert "Personne n’était présent\u00a0: il n’y a pas d’attestation." in texts[0]


def test_before_the_end_a_page_says_when_they_come() -> None:
    (text,) = page_texts(certificates(lobby_room(), FRENCH, PARIS))
    assert "Les attestations sont numérotées à la clôture de la séance." in text


def test_sixty_certificates_are_one_file_of_sixty_pages() -> None:
    data = certificates(crowded_room(cards=0), FRENCH, PARIS)
    assert len(page_texts(data)) == 60
    assert len(data) < 1_000_000


def test_the_same_room_gives_the_same_bytes_in_a_child_process_too() -> None:
    room = full_room()
    assert pickle.loads(pickle.dumps(room)) == room
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        far = pool.submit(certificates, room, FRENCH, PARIS).result(timeout=60)
    assert far == certificates(room, FRENCH, PARIS)
