"""The French catalogue is complete, in step with the code, and well set."""

import ast
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import workshop_desk
from workshop_desk.i18n.catalogue import po_files
from workshop_desk.i18n.french import french_spaces

SOURCE = Path(workshop_desk.__file__).parent
KEYWORDS = {"t": None, "many": (1, 2)}

Key = tuple[str, ...]


@cache
def _in_code() -> dict[Key, str]:
    """Return every text in the code and its templates, with one place where it stands."""
    found: dict[Key, str] = {}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (key := _asked(node)):
                found.setdefault(key, f"{path.relative_to(SOURCE)}:{node.lineno}")
    templates = extract_from_dir(
        SOURCE.parents[1] / "resources", [("**.html", "jinja2")], keywords=KEYWORDS
    )
    for file, line, text, _, _ in templates:
        key = (text,) if isinstance(text, str) else tuple(text)
        found.setdefault(key, f"{file}:{line}")
    return found


def _asked(call: ast.Call) -> Key:
    """Return the texts of `t("…")` and `t.many("…", "…", n)`; () for any other call.

    Python's own reader finds them inside f-strings too, in every version of Python.
    """
    wanted = _wanted(call)
    texts = [one.value for one in call.args[:wanted] if isinstance(one, ast.Constant)]
    return tuple(texts) if wanted and len(texts) == wanted else ()


def _wanted(call: ast.Call) -> int:
    """Return how many texts a call asks words for: 0 where it is about something else."""
    match call.func:
        case ast.Name(id="t") | ast.Attribute(attr="t") | ast.Call(func=ast.Name(id="Words")):
            return 1
        case ast.Attribute(attr="many"):
            return 2
        case _:
            return 0


def test_words_are_asked_for_with_literals() -> None:
    """Anything else could not be found here, and would stay English without anyone noticing."""
    vague = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _wanted(node) and not _asked(node)
    ]
    assert not vague


@cache
def _in_french() -> dict[Key, tuple[Message, str]]:
    """Return every entry of the French files, with the name of its file."""
    found: dict[Key, tuple[Message, str]] = {}
    for path in po_files("fr"):
        with path.open("rb") as file:
            for message in read_po(file, locale="fr", abort_invalid=True):
                if message.id:
                    found[_texts(message.id)] = (message, path.name)
    return found


def _texts(value: str | tuple[str, ...] | list[str]) -> Key:
    return (value,) if isinstance(value, str) else tuple(value)


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_code_is_read() -> None:
    assert len(_in_code()) > 50


def test_every_text_of_the_code_is_in_french() -> None:
    french = {key for key, (message, _) in _in_french().items() if all(_texts(message.string))}
    missing = [f"{place}: {key[0]}" for key, place in _in_code().items() if key not in french]
    assert not missing, "\n".join(missing)


def test_no_french_entry_has_lost_its_text() -> None:
    stale = [f"{file}: {key[0]}" for key, (_, file) in _in_french().items() if key not in _in_code()]
    assert not stale, "\n".join(stale)


def test_blanks_are_the_same() -> None:
    wrong = []
    for key, (message, file) in _in_french().items():
        wanted = set().union(*map(_blanks, key))
        for text in _texts(message.string):
            given = _blanks(text)
            if (given != wanted) if len(key) == 1 else not wanted >= given >= wanted - {"n"}:
                wrong.append(f"{file}: {text}: {given} for {wanted}")
    assert not wrong, "\n".join(wrong)


def test_typography() -> None:
    wrong = [
        f"{file}: {text}"
        for message, file in _in_french().values()
        for text in _texts(message.string)
        if french_spaces(text) != text
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", po_files("fr"), ids=lambda path: path.name)
def test_no_entry_is_fuzzy(path: Path) -> None:
    with path.open("rb") as file:
        assert not [message.id for message in read_po(file) if message.id and message.fuzzy]


def test_the_same_english_is_the_same_french_everywhere() -> None:
    said: dict[Key, dict[Key, str]] = {}
    for path in po_files("fr"):
        with path.open("rb") as file:
            for message in read_po(file, locale="fr"):
                if message.id:
                    said.setdefault(_texts(message.id), {})[_texts(message.string)] = path.name
    twice = [f"{key[0]}: {texts}" for key, texts in said.items() if len(texts) > 1]
    assert not twice, "\n".join(twice)
