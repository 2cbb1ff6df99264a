"""The binding survives many calls: some versions of PySide6 lose a reference to None and True per call.

In a process of its own, because the interpreter would be aborted.
"""

import os
import subprocess
import sys

CALLS, EMITS = 20_000, 5_000

_CALLS = """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

class Teller(QObject):
    told = Signal(object)
    asked = Signal()

class Painted(QWidget):
    def event(self, event):
        return super().event(event)

app = QApplication([])
widget, teller, heard = Painted(), Teller(), []
teller.told.connect(lambda what: heard.append(what))
teller.asked.connect(lambda: None)
color = QColor("teal")
for number in range(int(sys.argv[1])):
    assert widget.update() is None
    assert widget.isEnabled() is True
    assert widget.isVisible() is False
    assert widget.parent() is None
    assert color.isValid() is True
    assert widget.setEnabled(True) is None
for number in range(int(sys.argv[2])):
    teller.told.emit(None)
    teller.told.emit(True)
    teller.asked.emit()
    if number % 100 == 0:
        app.processEvents()
assert len(heard) == 2 * int(sys.argv[2])
print("still here")
"""


def test_twenty_thousand_calls_and_five_thousand_signals() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CALLS, str(CALLS), str(EMITS)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout == "still here\n"
