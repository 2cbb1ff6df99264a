from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop_desk.store.connect import open_file
from workshop_desk.store.workbook import Workbook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


@pytest.fixture
def book(path: Path) -> Iterator[Workbook]:
    workbook = open_file(path)
    yield workbook
    workbook.close()
