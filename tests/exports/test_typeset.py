"""Setting text: clusters, direction, lines, fonts."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Dictionary

from tests.exports.reading import font_names, page_texts
from tests.sample_texts import hostile_texts
from workshop_desk.exports.document import Document
from workshop_desk.exports.look import A4, look
from workshop_desk.exports.typeset.breaking import breaks
from workshop_desk.exports.typeset.clusters import clusters
from workshop_desk.exports.typeset.direction import base_level, levels, visual_order
from workshop_desk.exports.typeset.fonts import face_for, own_face
from workshop_desk.exports.typeset.paragraphs import Span, set_line, set_lines
from workshop_desk.exports.typeset.runs import missing_clusters

FAMILY = "👩‍👩‍👧"
UNKNOWN = "\U0010fffd"


def printed(text: str, width: float = 400.0) -> bytes:
    """Return a PDF with a text in body letters."""
    document = Document("Essai", "Halliade", "fr")
    page = document.add_page(*A4)
    with page.tagged("P"):
        for place, line in enumerate(set_lines((Span(text, look().body),), width)):
            page.show(line, 50, 60 + 16 * place)
    return document.finish()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.sampled_from([0, 1]))
def test_every_character_has_a_level_also_those_that_python_does_not_know(text: str, base: int) -> None:
    assert len(levels("ش" + text, base)) == len(text) + 1
    assert levels("ش\U0001fae8ب", 1) == (1, 1, 1)


@pytest.mark.parametrize(
    ("text", "count"),
    [("été", 3), ("e\u0301te\u0301", 3), (FAMILY, 1), ("🇫🇷🇪🇸", 2), ("मिना", 2), ("각", 1), ("", 0)],
)
def test_a_cluster_is_what_a_reader_takes_for_one_character(text: str, count: int) -> None:
    assert len(list(clusters(text))) == count


@given(st.text())
def test_clusters_make_the_text_again(text: str) -> None:
    assert "".join(clusters(text)) == text


def test_brackets_follow_the_paragraph_and_numbers_keep_their_order() -> None:
    text = "Ali (علي) 12"
    found = levels(text, base_level(text))
    assert found[text.index(")")] == 0
    assert found[text.index("ع")] == 1
    assert found[text.index("1")] % 2 == 0


@given(st.lists(st.integers(min_value=0, max_value=4)))
def test_the_drawing_order_loses_nothing(found: list[int]) -> None:
    assert sorted(visual_order(found)) == list(range(len(found)))


def test_right_to_left_text_is_drawn_from_the_right() -> None:
    line = set_line("שלום", look().body)
    assert [glyph.text for glyph in line.placed[0].run.glyphs] == list("םולש")
    assert not line.rightward


@pytest.mark.parametrize("sign", [":", ";", "!", "?", "»"])
@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_no_line_begins_with_a_french_sign(sign: str, space: str) -> None:
    text = f"mot{space}{sign} suite"
    assert text.index(sign) not in breaks(text)
    assert text.index("suite") in breaks(text)


def test_no_line_ends_after_an_opening_guillemet_or_within_a_no_break_space() -> None:
    assert breaks("« mot »") == (len("« mot »"),)
    assert breaks("7\u00a0h\u00a000") == (len("7\u00a0h\u00a000"),)


@given(st.text(alphabet="ab é«»?!:;-—\u00a0\u202f李ع\n", max_size=80), st.floats(20, 200))
def test_lines_fit_and_hold_every_letter(text: str, width: float) -> None:
    made = set_lines((Span(text, look().body),), width)
    assert "".join("".join(line.text.split()) for line in made) == "".join(text.split())
    for line in made:
        assert line.width <= width + 0.1 or len(list(clusters(line.text))) == 1


def test_a_word_too_long_for_a_line_is_cut_between_letters() -> None:
    made = set_lines((Span("W" * 2000, look().body),), 100)
    assert len(made) > 100
    assert all(line.width <= 100.1 for line in made)


def test_latin_letters_come_from_our_own_fonts() -> None:
    for letter in "aÉœŸÅşẽỆ’«»€ŁΩЖ":
        assert face_for(letter, "text", 400) == own_face("text", 400)


def test_what_no_font_has_is_named_and_shown_as_a_box() -> None:
    assert missing_clusters(f"Zoé {UNKNOWN}") == (UNKNOWN,)
    line = set_line(f"a{UNKNOWN}b", look().body)
    boxes = [run.run for run in line.placed if run.run.text == UNKNOWN]
    assert [glyph.index for glyph in boxes[0].glyphs] == [0]
    assert boxes[0].advance > 0.2
    assert missing_clusters("Chloé Nguyễn") == ()


@pytest.mark.parametrize(
    "name",
    [
        "Chloé Nguyễn Thị Ánh",
        "Łukasz Öztürk-Şahin",
        "Σωκράτης",
        "Ёлка Щукина",
        "D’Œuvre « x »",
        "fi ffl ½",
    ],
)
def test_names_read_back_as_they_were_written(name: str) -> None:
    data = printed(name)
    assert page_texts(data) == [name]
    assert font_names(data)


@pytest.mark.parametrize("name", ["שרה כהן", "Ոսկե", "अनीता शर्मा", "გიორგი", "ፀሐይ"])
def test_names_in_other_scripts_read_back(name: str) -> None:
    assert missing_clusters(name) == ()
    assert page_texts(printed(name)) == [name]


def test_an_arabic_name_reads_back_letter_by_letter() -> None:
    # Noto draws the dots of a letter apart from it, and readers put spaces around them.
    letters = [letter for letter in page_texts(printed("محمد الأمين"))[0] if letter.isalpha()]
    assert "".join(letters) == "محمدالأمين"


def test_a_chinese_name_reads_back_where_this_machine_has_a_font() -> None:
    if missing_clusters("李小龍"):
        pytest.skip("no Chinese font here")
    assert page_texts(printed("李小龍")) == ["李小龍"]


def test_no_break_spaces_survive() -> None:
    text = page_texts(printed("Ça va\u202f? Oui\u00a0: «\u00a0bien\u00a0»"))[0]
    assert "va\u202f?" in text
    assert "Oui\u00a0:" in text
    assert "«\u00a0bien\u00a0»" in text


def test_the_file_knows_no_font_that_it_does_not_hold() -> None:
    with pikepdf.open(BytesIO(printed("Été"))) as pdf:
        fonts = [
            one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Type") == "/Font"
        ]
        assert {str(one.BaseFont).partition("+")[2] for one in fonts} == {"SourceSans3-Regular"}
        operators = [str(operator) for _, operator in pikepdf.parse_content_stream(pdf.pages[0])]
    assert operators.count("Tf") == 1


def test_pages_are_drawn_one_after_the_other_each_in_its_size() -> None:
    document = Document("Essai", "", "fr")
    for width, height in (A4, A4[::-1], (100.0, 200.0)):
        page = document.add_page(width, height)
        page.rect((1, 2), (10, 20), stroke=(0, 0, 0))
    with pikepdf.open(BytesIO(document.finish())) as pdf:
        sizes = [tuple(round(float(side), 1) for side in made.MediaBox[2:]) for made in pdf.pages]
    assert sizes == [(595.3, 841.9), (841.9, 595.3), (100.0, 200.0)]


def test_what_is_drawn_is_marked_as_content_or_as_decoration() -> None:
    document = Document("Essai", "", "fr")
    page = document.add_page(*A4)
    line = set_line("a b", look().body)  # Letters that stand for others than they show.
    (placed,) = line.placed
    page.circle((50, 50), 5, fill=(0, 0, 0))
    with page.tagged("H1"), page.tagged("P"):
        page.show(replace(line, placed=(replace(placed, run=replace(placed.run, text="A b")),)), 50, 50)
        page.rule((0, 0), (10, 0), (0, 0, 0))
    page.squares((0, 0), 2, ((True, False), (True, True)), (0, 0, 0))
    with pikepdf.open(BytesIO(document.finish())) as pdf:
        assert [str(one.S) for one in pdf.Root.StructTreeRoot.K.K] == ["/H1"]
        depth, found = 0, []
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
            depth += {"BMC": 1, "BDC": 1, "EMC": -1}.get(str(operator), 0)
            if str(operator) in {"BMC", "BDC"}:
                found.append((depth, str(operands[0])))
    assert depth == 0
    assert found == [(1, "/Artifact"), (1, "/H1"), (2, "/Span"), (1, "/Artifact")]


def test_the_same_text_gives_the_same_bytes() -> None:
    assert printed("Été 李 محمد") == printed("Été 李 محمد")


@pytest.mark.parametrize("text", hostile_texts())
def test_nothing_that_strangers_type_breaks_the_setting(text: str) -> None:
    plain = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert page_texts(printed(plain[:200]))
