"""The files of the project, for the tests that hold the house's rules."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "workshop_desk"
TESTS = ROOT / "tests"

_LEFT_OUT = {".venv", ".git", "dist", "build", "out", "htmlcov", ".hypothesis", "__pycache__"}


@cache
def python_files() -> tuple[Path, ...]:
    """Return every Python file of the program and of its tests."""
    return (*sorted(PACKAGE.rglob("*.py")), *sorted(TESTS.rglob("*.py")))


@cache
def own_files() -> tuple[Path, ...]:
    """Return every file that belongs to the project: what git knows or would take, else all."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        every = (path for path in ROOT.rglob("*") if path.is_file())
        return tuple(
            path
            for path in every
            if not any(part in _LEFT_OUT or part.endswith("_cache") for part in path.parts)
        )
    paths = (ROOT / name.decode() for name in listed.split(b"\0") if name)
    return tuple(sorted(path for path in paths if path.is_file()))


@cache
def tree(path: Path) -> ast.Module:
    """Return a file as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name(path: Path) -> str:
    """Return a file's name within the project."""
    return path.relative_to(ROOT).as_posix()
