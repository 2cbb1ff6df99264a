"""What killed rehearsals left behind."""

from pathlib import Path

from workshop_desk.store.connect import open_file
from workshop_desk.store.leftovers import sweep


def test_only_what_no_program_has_open_is_taken_away(tmp_path: Path) -> None:
    ours = tmp_path / "reh-1" / "r.sqlite"
    dead = tmp_path / "reh-2" / "r.sqlite"
    open_file(dead).close()
    book = open_file(ours)
    beginning = tmp_path / "reh-3"
    beginning.mkdir()
    other = tmp_path / "else" / "r.sqlite"
    open_file(other).close()
    sweep(tmp_path, "reh-", "r.sqlite")
    book.close()
    assert ours.exists()
    assert not dead.parent.exists()
    assert beginning.exists()
    assert other.exists()
