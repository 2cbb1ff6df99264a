"""The stage on Qt's own screens of several shapes and scales, as a configuration file gives them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SCREENS = (
    # Qt gives sizes in the file in the screen's own pixels.
    ("laptop", 1920, 1200, 1.5),
    ("old", 1024, 768, 1.0),
    ("projector", 1920, 1080, 1.0),
    ("ultrawide", 2560, 1080, 1.0),
    ("portrait", 1080, 1920, 1.0),
    ("sharp", 3840, 2160, 1.5),
)


def told(folder: Path, desk_on: str, names: tuple[str, ...]) -> dict[str, Any]:
    left, screens = 0, []
    for name, wide, high, scale in SCREENS:
        if name in names:
            # With "dpr" alone the windows of the offscreen platform would stay at 1.0.
            dots = {"logicalDpi": round(96 * scale), "logicalBaseDpi": 96}
            screens.append({"name": name, "x": left, "y": 0, "width": wide, "height": high, **dots})
            left += wide
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.desktop.real_screens", desk_on],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return seen


def filled(seen: dict[str, Any], step: str) -> list[str]:
    """Return the screens that stages fill, having looked at each window."""
    sizes = {name: [wide, high] for name, wide, high, _scale in SCREENS}
    for one in seen[step]["windows"]:
        assert one["full"], (step, one)
        assert not one["framed"], (step, one)
        assert one["pixels"] == sizes[one["screen"]], (step, one)
    return [one["screen"] for one in seen[step]["windows"]]


@pytest.mark.parametrize("desk_on", ["laptop", "projector"])
def test_the_stage_fills_the_screen_that_is_chosen_exactly(tmp_path: Path, desk_on: str) -> None:
    names = tuple(one[0] for one in SCREENS)
    seen = told(tmp_path, desk_on, names)
    assert filled(seen, "first") == [next(one for one in names if one != desk_on)]
    for name in names:
        assert filled(seen, name) == [name]
        assert seen[name]["on"] == [name]
    assert filled(seen, "two") == [one for one in names if one != desk_on][:2]
    assert seen["numbers"] == {name: place for place, name in enumerate(names, 1)}
    (window,) = seen["window"]["windows"]
    assert window["screen"] == desk_on
    assert not window["full"]


def test_with_one_screen_the_stage_opens_in_a_window(tmp_path: Path) -> None:
    seen = told(tmp_path, "laptop", ("laptop",))
    assert [one["full"] for one in seen["first"]["windows"]] == [False]
    assert filled(seen, "laptop") == ["laptop"]
