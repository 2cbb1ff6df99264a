"""What is kept is made once, and anew when its files change or the cache is no good."""

import os
from pathlib import Path

import pytest

from workshop_desk.base import kept as module
from workshop_desk.base.kept import kept


class Maker:
    def __init__(self, *made: object) -> None:
        self.made = list(made)

    def __call__(self) -> object:
        return self.made.pop(0)


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "cache_folder", lambda: tmp_path / "cache")
    file = tmp_path / "source"
    file.write_text("one", encoding="utf-8")
    return file


def cached(source: Path) -> Path:
    (file,) = (source.parent / "cache").iterdir()
    return file


def test_it_is_made_once(source: Path) -> None:
    made = {"a": [1, 2.5, "é"], "b": (None, True)}
    maker = Maker(made)
    assert kept("x", [source], maker) == made
    assert kept("x", [source], maker) == made


def test_a_file_that_changes_or_comes_makes_it_anew(source: Path) -> None:
    maker = Maker("first", "longer", "later", "both")
    assert kept("x", [source], maker) == "first"
    source.write_text("three", encoding="utf-8")
    assert kept("x", [source], maker) == "longer"
    os.utime(source, ns=(1, 1))
    assert kept("x", [source], maker) == "later"
    other = source.with_name("other")
    other.touch()
    assert kept("x", [source, other], maker) == "both"


@pytest.mark.parametrize("damage", [b"", b"abc", b"\0\0\0\0foreign"])
def test_a_cache_that_is_no_good_is_made_anew(source: Path, damage: bytes) -> None:
    maker = Maker(1, 2)
    assert kept("x", [source], maker) == 1
    cached(source).write_bytes(damage)
    assert kept("x", [source], maker) == 2
    assert kept("x", [source], maker) == 2


def test_a_cut_cache_is_made_anew(source: Path) -> None:
    maker = Maker([1, 2, 3], "anew")
    kept("x", [source], maker)
    cached(source).write_bytes(cached(source).read_bytes()[:-1])
    assert kept("x", [source], maker) == "anew"


def test_a_cache_that_cannot_be_written_is_no_trouble(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "cache_folder", lambda: source / "below")
    maker = Maker(1, 2)
    assert kept("x", [source], maker) == 1
    assert kept("x", [source], maker) == 2


def test_nothing_is_kept_of_a_file_that_is_gone(source: Path) -> None:
    maker = Maker(1, 2)
    assert kept("x", [source.with_name("gone")], maker) == 1
    assert kept("x", [source.with_name("gone")], maker) == 2
    assert not (source.parent / "cache").exists()
