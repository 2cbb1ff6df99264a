"""Where the program begins: without a word the desk opens, or says in one sentence why not."""

import os
import subprocess
import sys

import pytest

from workshop_desk.cli import desk, start
from workshop_desk.cli.exits import Exit

_WITHOUT = "import sys; from workshop_desk.cli import start; start.main()"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_word_the_desk_opens_and_reads_no_command_line() -> None:
    bare = {
        name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    told = "import atexit; atexit.register(lambda: print('click' in sys.modules)); "
    code = _WITHOUT.replace("; ", f"; {told}", 1)
    done = subprocess.run(
        [sys.executable, "-c", code], env=bare, capture_output=True, text=True, check=False
    )
    assert done.returncode == Exit.WORLD
    assert "There is no display here" in done.stderr
    assert done.stdout.split() == ["False"]


def test_an_icon_without_a_terminal_is_no_trouble(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.tell("Hello")
    assert capsys.readouterr().err == "Hello\n"
    monkeypatch.setattr(desk.sys, "stderr", None)
    desk.tell("Hello")


def test_a_wrong_command_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["workshop-desk", "nonsense"])
    with pytest.raises(SystemExit) as end:
        start.main()
    assert end.value.code == Exit.USAGE
