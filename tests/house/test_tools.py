"""The tools find nothing: layers, lint, form and types."""

import subprocess
import sys

import pytest

from tests.house.source import ROOT

LINTER = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"


def run(*command: str) -> None:
    """Run a tool of this interpreter; fail with what it says."""
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.fail(f"{done.stdout}\n{done.stderr}", pytrace=False)


def test_imports_go_down() -> None:
    run("-c", LINTER)


def test_lint() -> None:
    run("-m", "ruff", "check", ".")


def test_form() -> None:
    run("-m", "ruff", "format", "--check", ".")


def test_types() -> None:
    run("-m", "mypy")
