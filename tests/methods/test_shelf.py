"""The shelf shows what the files say, also when they change."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.methods.test_reading import GOOD
from workshop_desk.methods.catalogue import all_methods
from workshop_desk.methods.shelf import Shelf, cover_of


def test_the_covers_are_those_of_the_methods(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.read()
    assert shelf.covers == tuple(cover_of(one) for one in all_methods(tmp_path).known)
    assert shelf.covers == Shelf(tmp_path).covers
    assert shelf.methods == all_methods(tmp_path)


def test_a_cover_says_how_long_and_for_how_many(tmp_path: Path) -> None:
    codev = next(one for one in Shelf(tmp_path).covers if one.id == "codev")
    method = all_methods(tmp_path).get("codev")
    assert method is not None
    assert (codev.least, codev.most) == (method.group.min, method.group.max)
    assert codev.minutes in {preset.total for preset in method.presets}
    assert len(codev.lengths) > 3
    assert replace(method, presets=()).usual_minutes == sum(codev.lengths)


def test_own_methods_come_change_and_go(tmp_path: Path) -> None:
    own = tmp_path / "tiny.toml"

    def icon() -> str:
        return next((one.icon for one in Shelf(tmp_path).covers if one.id == "tiny"), "")

    assert icon() == ""
    own.write_text(GOOD, encoding="utf-8")
    before = icon()
    assert before
    own.write_text(GOOD.replace(f'"{before}"', '"star-of-another-length"', 1), encoding="utf-8")
    assert icon() == "star-of-another-length"
    own.write_text("id = ", encoding="utf-8")
    assert icon() == ""
    own.unlink()
    assert icon() == ""


def test_a_file_that_leads_nowhere_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "lost.toml").symlink_to(tmp_path / "nowhere")
    assert Shelf(tmp_path).covers == Shelf(tmp_path / "none").covers


@pytest.mark.parametrize("module", ["tomllib", "workshop_desk.methods.loader"])
def test_covers_that_are_known_need_no_reader(tmp_path: Path, module: str) -> None:
    shelf = Shelf(tmp_path)
    assert shelf.covers
    code = (
        "import sys; from pathlib import Path; from workshop_desk.methods.shelf import Shelf; "
        f"assert Shelf(Path({str(tmp_path)!r})).covers; print({module!r} in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
