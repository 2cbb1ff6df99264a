"""What phones may send: dataclasses, and the strict reading of JSON objects and forms into them.

A field's metadata holds its bounds and a sentence about it: `openapi.py` describes what is read here.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from datetime import date
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints
from urllib.parse import parse_qsl

from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.phones.problems import Problem, Wrong

LONGEST_ID = 64
LONGEST_WORD = 400
LONGEST_TEXT = 16_000
MOST_ITEMS = 300
MOST_FIELDS = 2000
"""Fields of a plain form: in a vote each card has one, also those without a dot."""
KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Dots:
    """So many dots on one card."""

    card: str
    dots: int


def ident(says: str) -> Any:  # noqa: ANN401
    """Declare a field that holds an id, required."""
    return field(metadata={"says": says, "longest": LONGEST_ID})


def words(says: str, longest: int = LONGEST_TEXT) -> Any:  # noqa: ANN401
    """Declare a field that holds what someone typed, required."""
    return field(metadata={"says": says, "longest": longest})


def maybe(says: str, default: object, longest: int = LONGEST_WORD) -> Any:  # noqa: ANN401
    """Declare a field that may be left out."""
    return field(default=default, metadata={"says": says, "longest": longest})


def number(says: str, largest: int = MOST_ITEMS) -> Any:  # noqa: ANN401
    """Declare a field that holds a whole number of no more than `largest`, required."""
    return field(metadata={"says": says, "longest": LONGEST_ID, "largest": largest})


def key_field() -> Any:  # noqa: ANN401
    """Declare the phone's own name for its wish: sent again, it is not done again."""
    return field(metadata={"says": "Made by the phone, by chance.", "longest": 64, "key": True})


def from_json(kind: type[M], body: bytes) -> M:
    """Read a message from a JSON object."""
    try:
        raw = json.loads(body.decode(), object_pairs_hook=_once_each)
    except (ValueError, RecursionError):
        raise Problem(Wrong.BAD_JSON) from None
    if not isinstance(raw, dict):
        raise Problem(Wrong.BAD_JSON)
    return read(kind, raw)


def from_form(kind: type[M], body: bytes) -> M:
    """Read a message from a plain form, where everything is text."""
    try:
        pairs = parse_qsl(
            body.decode(errors="replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS
        )
    except ValueError:
        raise Problem(Wrong.BAD_JSON) from None
    known = {one.name: types_of(kind)[one.name] for one in _fields(kind)}
    raw: dict[str, object] = {}
    for name, text in pairs:
        head, _, card = name.partition(".")
        wanted = known.get(head)
        if get_origin(wanted) is tuple:
            items = cast("list[object]", raw.setdefault(head, []))
            if card:
                items += [{"card": card, "dots": int(text)}] if text.isdecimal() and int(text) else []
            elif text:
                items.append(text)
        elif text or wanted is str:
            raw[name] = _typed(wanted, text)
    return read(kind, raw)


def read(kind: type[M], raw: Mapping[str, object]) -> M:
    """Read a message from an object; anything unknown, missing or of a wrong type is a Problem."""
    hints = types_of(kind)
    known = {one.name: one for one in _fields(kind)}
    for name in raw:
        if name not in known:
            raise Problem(Wrong.UNKNOWN_FIELD, _sayable(name[:LONGEST_ID]))
    values: dict[str, object] = {}
    for name, one in known.items():
        if name in raw:
            values[name] = _checked(one, hints[name], raw[name])
        elif one.default is MISSING:
            raise Problem(Wrong.MISSING_FIELD, name)
    return kind(**values)


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object in which no name comes twice: two readers could each take another one."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _sayable(name: str) -> str:
    """Return a stranger's word such that it can be sent back: half characters cannot."""
    return name.encode(errors="replace").decode()


def _fields(kind: type[Any]) -> tuple[Field[Any], ...]:
    return fields(kind)


def types_of(kind: type[Any]) -> dict[str, Any]:
    """Return the type of each of a message's fields."""
    return get_type_hints(kind)


def _checked(one: Field[Any], wanted: object, value: object) -> object:
    if one.metadata.get("key"):
        if not isinstance(value, str) or not KEY.fullmatch(value):
            raise Problem(Wrong.BAD_KEY)
        return value
    options = get_args(wanted)
    if NoneType in options:
        if value is None:
            return None
        wanted = next(option for option in options if option is not NoneType)
    longest = int(one.metadata.get("longest", LONGEST_ID))
    if get_origin(wanted) is tuple:
        return _items(one.name, get_args(wanted)[0], value, longest)
    if type(value) is int and abs(value) > int(one.metadata.get("largest", MOST_ITEMS)):
        raise Problem(Wrong.WRONG_TYPE, one.name)
    return _single(one.name, wanted, value, longest)


def _items(name: str, wanted: object, value: object, longest: int) -> tuple[object, ...]:
    if not isinstance(value, list) or len(value) > MOST_ITEMS:
        raise Problem(Wrong.WRONG_TYPE, name)
    if wanted is not Dots:
        return tuple(_single(name, wanted, item, longest) for item in value)
    if not all(isinstance(item, dict) and set(item) == {"card", "dots"} for item in value):
        raise Problem(Wrong.WRONG_TYPE, name)
    return tuple(
        Dots(
            cast("str", _single(name, str, item["card"], LONGEST_ID)),
            cast("int", _few(name, item["dots"])),
        )
        for item in value
    )


def _few(name: str, value: object) -> object:
    if type(value) is not int or abs(value) > MOST_ITEMS:
        raise Problem(Wrong.WRONG_TYPE, name)
    return value


def _single(name: str, wanted: object, value: object, longest: int) -> object:
    if wanted is date:
        if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise Problem(Wrong.WRONG_TYPE, name)
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise Problem(Wrong.WRONG_TYPE, name) from None
    if type(value) is not wanted:
        raise Problem(Wrong.WRONG_TYPE, name)
    if isinstance(value, str):
        if len(value) > longest:
            raise Refusal(Why.TEXT_TOO_LONG, longest=longest, length=len(value))
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise Refusal(Why.BAD_TEXT)
    return value


def _typed(wanted: object, text: str) -> object:
    """Return a form's text as what the field wants, unchanged where it is no such thing."""
    options = (wanted, *get_args(wanted))
    if int in options and re.fullmatch(r"-?[0-9]{1,6}", text):
        return int(text)
    if bool in options and text in {"1", "0"}:
        return text == "1"
    return text
