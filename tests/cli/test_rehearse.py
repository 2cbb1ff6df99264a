"""The README's first command: a whole session, its papers, its pictures and its report."""

import re
from pathlib import Path

import pypdfium2
from PIL import Image

from tests.cli.hosted import run
from workshop_desk.app.display import missing_packages


def words_of(path: Path) -> tuple[int, str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf), "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def check_pictures(folder: Path) -> None:
    names = sorted(path.name for path in folder.iterdir())
    pictures = [name for name in names if name.endswith(".png")]
    assert {name[9:-4] for name in pictures} >= {"lobby", "mood", "questions", "roti-shown", "closing"}
    with Image.open(folder / pictures[0]) as picture:
        assert picture.size == (1920, 1080)
        assert len(picture.convert("L").histogram()) == 256


def test_a_codev_session_from_check_in_to_certificates(tmp_path: Path) -> None:
    done = run("rehearse", "--speed", "3600", "--people", "6", "--out", str(tmp_path), "--headless")
    figures = re.search(
        r"People 6 · answers sent (\d+), acknowledged (\d+), stored (\d+), lost 0, duplicates 0",
        done.stdout,
    )
    assert figures, done.stdout
    sent, acknowledged, stored = map(int, figures.groups())
    assert sent == acknowledged == stored > 60
    assert "Nothing was lost." in done.stdout
    if not missing_packages():
        check_pictures(tmp_path)
    papers = {path.stem.split("-", 5)[-1]: path for path in tmp_path.glob("*.pdf")}
    pages, text = words_of(papers["attestations"])
    assert pages == 6
    for name in ("Sofia Moreau", "Karim Haddad", "Chloé Nguyễn"):
        assert name in text
    _, summary = words_of(papers["compte-rendu"])
    (private,) = (path for path in tmp_path.glob("*fiche-privee*.pdf"))
    _, secret = words_of(private)
    assert "mes soirées" in " ".join(secret.split())
    assert "mes soirées" not in " ".join(summary.split())


def test_a_rehearsal_in_english_of_another_method(tmp_path: Path) -> None:
    done = run(
        *("rehearse", "--method", "aar", "--speed", "3600", "--people", "3", "--lang", "en"),
        *("--out", str(tmp_path), "--data", str(tmp_path / "kept.sqlite")),
    )
    assert "lost 0, duplicates 0" in done.stdout
    assert any("summary" in path.name for path in tmp_path.glob("*.pdf"))
    assert (tmp_path / "kept.sqlite").exists()
