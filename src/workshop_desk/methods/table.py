"""Reads one table of a method's file strictly: every key is asked for, the rest is a complaint."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

from workshop_desk.domain.wording import Wording
from workshop_desk.methods.schema import LANGUAGES, Complaint

E = TypeVar("E", bound=StrEnum)

_HEADER = re.compile(r"^\s*\[\[?\s*([\w.]+)\s*\]\]?\s*(?:#.*)?$")
_MISSING = object()
_MOST = 10_000


class Source:
    """A file's name and lines, and all complaints about it."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.complaints: list[Complaint] = []
        self._lines = text.splitlines()

    def complain(self, path: str, key: str, reason: str) -> None:
        """Note what is wrong with a key of the table at a path such as 'steps[2]'."""
        where = f"{path}.{key}" if path and key else path or key
        self.complaints.append(Complaint(self.file, self._line(path, key), where, reason))

    def _line(self, path: str, key: str) -> int | None:
        """Find a key's line, else its table's, by counting the headers of tables."""
        begin = self._begin(path)
        if begin is None:
            return None
        if key:
            pattern = re.compile(rf"^\s*\"?{re.escape(key)}\"?\s*=")
            for offset, line in enumerate(self._lines[begin:]):
                if offset and _HEADER.match(line):
                    break
                if pattern.match(line):
                    return begin + offset + 1
        return begin + 1 if path else None

    def _begin(self, path: str) -> int | None:
        """Return the index of a table's header, 0 for the top of the file."""
        if not path:
            return 0
        wanted = [
            (name, int(index)) for name, index in re.findall(r"(\w+)(?:\[(\d+)\])?", path) if index
        ]
        begin, full = 0, ""
        for name, index in wanted:
            full = f"{full}.{name}" if full else name
            heads = [
                place
                for place, line in enumerate(self._lines)
                if place >= begin and (found := _HEADER.match(line)) and found[1] == full
            ]
            if index >= len(heads):
                return None
            begin = heads[index]
        return begin


class Table:
    """One table. Each method takes a key out; `done` complains about what nobody asked for."""

    def __init__(self, source: Source, path: str, values: object) -> None:
        self.source = source
        self.path = path
        self._asked: set[str] = set()
        if isinstance(values, dict):
            self._values = {str(key): value for key, value in values.items()}
        else:
            self._values = {}
            source.complain(path, "", "must be a table")

    def complain(self, key: str, reason: str) -> None:
        """Note what is wrong with a key."""
        self.source.complain(self.path, key, reason)

    def keys(self) -> tuple[str, ...]:
        """Return the keys as they stand in the file."""
        return tuple(self._values)

    def _take(self, key: str, *, needed: bool) -> object:
        self._asked.add(key)
        value = self._values.get(key, _MISSING)
        if value is _MISSING and needed:
            self.complain(key, "is missing")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """Take a text."""
        value = self._take(key, needed=default is None)
        if isinstance(value, str):
            return value
        if value is not _MISSING:
            self.complain(key, "must be a text in quotes")
        return default or ""

    def whole(self, key: str, default: int | None = None) -> int:
        """Take a whole number, 0 or more."""
        value = self._take(key, needed=default is None)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        if value is not _MISSING:
            self.complain(key, "must be a whole number, 0 or more")
        return default or 0

    def count(self, key: str, default: float | None = None) -> float:
        """Take a number, 0 or more."""
        value = self._take(key, needed=default is None)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= _MOST:
            return float(value)
        if value is not _MISSING:
            self.complain(key, f"must be a number from 0 to {_MOST}")
        return default or 0.0

    def yes(self, key: str) -> bool:
        """Take true or false; false where the key is not there."""
        value = self._take(key, needed=False)
        if value is not _MISSING and not isinstance(value, bool):
            self.complain(key, "must be true or false")
        return value is True

    def one_of(self, key: str, kind: type[E], default: E | None = None) -> E | None:
        """Take a word of a closed list."""
        word = self.text(key, None if default is None else default.value)
        known = [one.value for one in kind]
        if word in known:
            return kind(word)
        if word:
            self.complain(key, f"{word!r} is none of: {', '.join(known)}")
        return default

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; empty where the key is not there."""
        value = self._take(key, needed=False)
        if value is _MISSING:
            return ()
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(str(one) for one in value)
        self.complain(key, "must be a list of texts")
        return ()

    def wording(self, key: str, *, needed: bool = True) -> Wording:
        """Take a text in every language."""
        value = self._take(key, needed=needed)
        return Wording() if value is _MISSING else self._wording(key, value)

    def wordings(self, key: str) -> tuple[Wording, ...]:
        """Take a list of texts in every language; empty where the key is not there."""
        value = self._take(key, needed=False)
        if value is _MISSING:
            return ()
        if not isinstance(value, list):
            self.complain(key, "must be a list")
            return ()
        return tuple(self._wording(key, one) for one in value)

    def _wording(self, key: str, value: object) -> Wording:
        if not isinstance(value, dict):
            self.complain(key, "must give the text in each language: {fr = …, en = …}")
            return Wording()
        for code in LANGUAGES:
            text = value.get(code)
            if not isinstance(text, str) or not text.strip():
                self.complain(key, f"has no text in {code!r}")
        for code in value:
            if code not in LANGUAGES:
                self.complain(key, f"{code!r} is none of: {', '.join(LANGUAGES)}")
        return Wording.of({code: text for code, text in value.items() if isinstance(text, str)})

    def table(self, key: str) -> "Table":
        """Take a table inside this one."""
        value = self._take(key, needed=True)
        path = f"{self.path}.{key}" if self.path else key
        return Table(self.source, path, {} if value is _MISSING else value)

    def tables(self, key: str, *, needed: bool = True) -> Iterator["Table"]:
        """Take a list of tables."""
        value = self._take(key, needed=needed)
        if value is _MISSING:
            return
        if not isinstance(value, list):
            self.complain(key, "must be a list of tables")
            return
        path = f"{self.path}.{key}" if self.path else key
        for index, one in enumerate(value):
            yield Table(self.source, f"{path}[{index}]", one)

    def done(self) -> None:
        """Complain about every key that nobody asked for."""
        for key in self._values:
            if key not in self._asked:
                self.complain(key, "is not known here")
