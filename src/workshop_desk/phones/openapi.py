"""The OpenAPI description of the protocol, made from what is really read and told."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from types import NoneType
from typing import Any, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

from workshop_desk.phones import shapes, stage_shapes
from workshop_desk.phones.bodies import BODY_MAX
from workshop_desk.phones.deeds import DEEDS, AskPair
from workshop_desk.phones.messages import KEY, LONGEST_ID, MOST_ITEMS, Dots, types_of
from workshop_desk.phones.people import AskBack, AskIn
from workshop_desk.phones.verbs import VERBS
from workshop_desk.phones.visitors import COOKIE, REMOTE_COOKIE

Schema = dict[str, Any]

_PLAIN: Mapping[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    date: {"type": "string", "format": "date"},
}
_FAILURES = {
    "400": "Not a JSON object, or a field is unknown, missing or of a wrong type.",
    "401": "Nobody known by this token: join first.",
    "403": "Not allowed for this person, or asked by another page.",
    "404": "No such session or address.",
    "405": "Wrong method.",
    "409": "Not now, or not any more.",
    "410": "The session is closed.",
    "413": f"More than {BODY_MAX // 1024} KB.",
    "415": "Not application/json.",
    "421": "The Host header is not this laptop's address.",
    "422": "Understood, but the content cannot be taken.",
    "429": "Too fast; Retry-After says when.",
    "503": "The laptop cannot store or serve now; try again with the same key.",
}


_AS: Schema = {
    "name": "as",
    "in": "query",
    "required": False,
    "description": "For whom of those who share this phone; left out, for whoever holds it.",
    "schema": {"type": "string"},
}


def description() -> Schema:
    """Return the OpenAPI 3.1 description."""
    paths: Schema = {
        "/api/state": {"get": _state()},
        "/api/events": {"get": _events()},
        "/api/openapi.json": {"get": _itself()},
        "/api/join": {"post": _post("join", AskIn, "JoinedShape", joined=False)},
        "/api/back": {"post": _post("back", AskBack, "JoinedShape", joined=False)},
        "/api/remote/state": {"get": _state("RemoteShape")},
        "/api/remote/events": {"get": _events()},
        "/api/remote/pair": {"post": _post("remote-pair", AskPair, "JoinedShape", joined=False)},
        "/api/stage/{code}": {"get": _of_stage(_state("StageShape"))},
        "/api/stage/{code}/events": {"get": _of_stage(_events())},
    }
    for verb in VERBS:
        paths[f"/api/{verb.name}"] = {"post": _post(verb.name, verb.message, "ReceiptShape")}
    for deed in DEEDS:
        described = _post(f"remote-{deed.name}", deed.message, "ReceiptShape")
        paths[f"/api/remote/{deed.name}"] = {"post": {**described, "summary": deed.says}}
    told = {
        name: _object(kind, kind.__doc__)
        for name, kind in {**vars(shapes), **vars(stage_shapes)}.items()
        if is_typeddict(kind) and isinstance(kind, type)
    }
    messages: list[type[Any]] = [AskIn, AskBack, AskPair, *(one.message for one in (*VERBS, *DEEDS))]
    asked = {kind.__name__: _message(kind) for kind in messages}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Workshop Desk, phones",
            "version": "1",
            "description": "What participants' phones and the laptop say to each other.",
        },
        "paths": paths,
        "components": {
            "schemas": {**told, **asked},
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "cookie": {"type": "apiKey", "in": "cookie", "name": COOKIE},
                "remote_cookie": {"type": "apiKey", "in": "cookie", "name": REMOTE_COOKIE},
            },
        },
    }


def _of_stage(described: Schema) -> Schema:
    """Return what needs no token but the session's code in its address."""
    code = {"name": "code", "in": "path", "required": True, "schema": {"type": "string"}}
    responses = {**described["responses"], **_failures("404")}
    responses.pop("401", None)
    return {
        **described,
        "parameters": [*described.get("parameters", ()), code],
        "security": [],
        "responses": responses,
    }


def _state(shape: str = "StateShape") -> Schema:
    revision = {
        "name": "revision",
        "in": "query",
        "required": False,
        "description": "The newest revision that the phone has; leave it out after a sleep.",
        "schema": {"type": "integer"},
    }
    return {
        "summary": "What this phone needs to know.",
        "parameters": [revision, _AS],
        "security": _security(),
        "responses": {
            "200": _json(shape, "The state."),
            "304": {"description": "Nothing is newer than that revision."},
            **_failures("401", "421", "429"),
        },
    }


def _events() -> Schema:
    return {
        "summary": "Notices of new revisions, as server-sent events; a comment every 10 s.",
        "security": _security(),
        "responses": {
            "200": {
                "description": 'Events with the data {"revision": N}.',
                "content": {"text/event-stream": {"schema": {"type": "string"}}},
            },
            **_failures("401", "421", "429", "503"),
        },
    }


def _itself() -> Schema:
    content = {"application/json": {"schema": {"type": "object"}}}
    return {
        "summary": "This description.",
        "responses": {"200": {"description": "OpenAPI 3.1.", "content": content}, **_failures("421")},
    }


def _post(name: str, message: type[Any], receipt: str, *, joined: bool = True) -> Schema:
    codes = [code for code in _FAILURES if joined or code != "401"]
    return {
        "summary": (message.__doc__ or "").splitlines()[0],
        "operationId": name,
        "parameters": [_AS] if joined else [],
        "security": _security() if joined else [],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": _reference(message.__name__)}},
        },
        "responses": {"200": _json(receipt, "It is on the laptop's disk."), **_failures(*codes)},
    }


def _security() -> list[Schema]:
    return [{"token": []}, {"cookie": []}, {"remote_cookie": []}]


def _json(name: str, says: str) -> Schema:
    return {"description": says, "content": {"application/json": {"schema": _reference(name)}}}


def _failures(*codes: str) -> Schema:
    return {code: _json("ErrorShape", _FAILURES[code]) for code in codes}


def _reference(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(kind: type[Any], says: str | None) -> Schema:
    hints = get_type_hints(kind, include_extras=True)
    needed = [name for name, wanted in hints.items() if get_origin(wanted) is not NotRequired]
    return {
        "type": "object",
        "description": " ".join((says or "").split()),
        "properties": {name: _schema(wanted) for name, wanted in hints.items()},
        "required": needed,
    }


def _message(kind: type[Any]) -> Schema:
    hints = types_of(kind)
    properties: Schema = {}
    for one in fields(kind):
        schema = _schema(hints[one.name])
        if hints[one.name] is str:
            schema = {**schema, "maxLength": one.metadata.get("longest", LONGEST_ID)}
        if largest := one.metadata.get("largest"):
            schema = {**schema, "minimum": -largest, "maximum": largest}
        if one.metadata.get("key"):
            schema = {"type": "string", "pattern": f"^{KEY.pattern}$"}
        properties[one.name] = {**schema, "description": one.metadata["says"]}
    return {
        "type": "object",
        "description": " ".join((kind.__doc__ or "").split()),
        "properties": properties,
        "required": [one.name for one in fields(kind) if one.default is MISSING],
        "additionalProperties": False,
    }


def _schema(wanted: object) -> Schema:
    if wanted in _PLAIN:
        return dict(_PLAIN[wanted])
    origin = get_origin(wanted)
    if origin is NotRequired:
        return _schema(get_args(wanted)[0])
    if origin in (list, tuple):
        return {"type": "array", "items": _schema(get_args(wanted)[0]), "maxItems": MOST_ITEMS}
    if origin is types.UnionType:
        return {"anyOf": [_schema(one) for one in get_args(wanted)]}
    if wanted is Dots:
        properties = {"card": {"type": "string"}, "dots": {"type": "integer", "minimum": 1}}
        return {
            "type": "object",
            "properties": properties,
            "required": ["card", "dots"],
            "additionalProperties": False,
        }
    assert isinstance(wanted, type)
    return _reference(wanted.__name__)
