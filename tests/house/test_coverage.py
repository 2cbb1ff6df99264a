"""Modules whose every line and branch is tested stay so: the list in `covered.txt` only grows."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_name("covered.txt")
ROOMS = ("domain", "methods", "store", "live")


def measured(folder: Path) -> dict[str, float]:
    """Run the tests of the inner rooms; return module → share of lines and branches that ran."""
    environment = {**os.environ, "COVERAGE_FILE": str(folder / "data")}
    coverage = (sys.executable, "-m", "coverage")
    tests = [f"tests/{room}" for room in ROOMS]
    command = (*coverage, "run", "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *tests)
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-3000:]
    report = folder / "coverage.json"
    subprocess.run((*coverage, "json", "-q", "-o", str(report)), cwd=ROOT, env=environment, check=True)
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    return {
        name.removeprefix("src/workshop_desk/"): one["summary"]["percent_covered"]
        for name, one in files.items()
    }


def test_what_was_covered_stays_covered(tmp_path: Path) -> None:
    share = measured(tmp_path)
    wanted = LIST.read_text(encoding="utf-8").split()
    gone = [name for name in wanted if name not in share]
    less = {name: share[name] for name in wanted if share.get(name, 100.0) < 100}
    assert not gone, f"no longer there, take them off the list: {gone}"
    assert not less
