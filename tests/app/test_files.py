"""Papers on the disk: each whole, or not there."""

from pathlib import Path

import pytest

from tests.samples import closed_room
from workshop_desk.app.files import make_papers, write_whole
from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.domain.units import Language
from workshop_desk.exports.kinds import ExportKind


def test_a_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.pdf"
    assert write_whole(path, b"one") == path
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [one.name for one in path.parent.iterdir()] == ["a.pdf"]


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("here")
    with pytest.raises(WorldError) as caught:
        write_whole(tmp_path / "taken" / "a.pdf", b"one")
    assert caught.value.trouble is Trouble.FOLDER_UNWRITABLE


def test_every_kind_of_paper_is_written(tmp_path: Path) -> None:
    paths = [
        path
        for kind in ExportKind
        for path in make_papers(kind, closed_room(), Language("fr"), tmp_path)
    ]
    assert {path.suffix for path in paths} == {".pdf", ".json"}
    assert all(path.stat().st_size > 1000 for path in paths)
    assert len({path.name for path in paths}) == len(paths)
