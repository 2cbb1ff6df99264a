"""The style and the script of the pages: an allow-list in memory, named by what is in it."""

import gzip
import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from workshop_desk.base.resources import resources
from workshop_desk.phones.problems import Problem, Wrong

FOLDER = "/s/"
_FOREVER = "public, max-age=31536000, immutable"
_SET = re.compile(r"--([a-z0-9-]+):")
_TEXT = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)""")
_LOOSE = re.compile(r" *([=,;:?(){}<>&|*/%]) *| (\+) (?!\+)")
_USED = re.compile(r"var\(--([a-z0-9-]+)\)")


@dataclass(frozen=True, slots=True)
class Asset:
    """One file, as it is and packed; `path` holds a mark of its content, so it may be kept forever."""

    path: str
    kind: str
    body: bytes
    packed: bytes
    mark: str


class Assets:
    """Everything that is served besides pages and answers."""

    def __init__(self) -> None:
        folder = resources() / "phone"
        style = (folder / "app.css").read_text(encoding="utf-8")
        bare = "".join(style.splitlines())
        self.css = _asset("app", "css", "text/css", variables(style) + bare)
        script = "".join(
            _bare(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("script/*.js"))
        )
        self.js = _asset("app", "js", "text/javascript", f'"use strict";(function(){{\n{script}}})();\n')
        self._known = {one.path: one for one in (self.css, self.js)}

    def answer(self, request: Request) -> Response:
        """Answer for one file: whole, packed, or "you have it"."""
        asset = self._known.get(request.url.path)
        if asset is None:
            raise Problem(Wrong.NOT_FOUND)
        etag = f'"{asset.mark}"'
        headers = {"ETag": etag, "Cache-Control": _FOREVER, "Vary": "Accept-Encoding"}
        if etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return Response(asset.packed, headers=headers, media_type=asset.kind)
        return Response(asset.body, headers=headers, media_type=asset.kind)


def variables(style: str) -> str:
    """Return the design's colours as CSS variables, those that the style uses, for light and dark."""
    tokens = tomllib.loads((resources() / "design" / "tokens.toml").read_text(encoding="utf-8"))
    used = sorted(set(_USED.findall(style)) - set(_SET.findall(style)))
    light, dark = (_colours(tokens, mode, used) for mode in ("light", "dark"))
    return f":root{{{light}}}\n@media(prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def _bare(script: str) -> str:
    """Return a script without the lines and spaces that only its readers need; its texts stay."""
    lines = (line.strip() for line in script.splitlines())
    return "".join(f"{_close(line)}\n" for line in lines if line and not line.startswith("//"))


def _close(line: str) -> str:
    code_and_texts = _TEXT.split(line)
    return "".join(
        part if place % 2 else _LOOSE.sub(r"\1\2", part) for place, part in enumerate(code_and_texts)
    )


def _colours(tokens: Mapping[str, Any], mode: str, used: list[str]) -> str:
    known: dict[str, str] = {
        "note": tokens["sticky"]["yellow"]["bg"],
        "note-edge": tokens["sticky"]["yellow"]["edge"],
        "note-ink": str(tokens["sticky_text"]["ink"]),
    }
    for state, parts in tokens["timer"][mode].items():
        for part, colour in parts.items():
            known[f"{state}-{part.removeprefix('pill_')}"] = colour
    # A dark ground needs no edge around the arc.
    known.setdefault("soon-edge", known["soon-arc"])
    known |= {name.replace("_", "-"): value for name, value in tokens["color"][mode].items()}
    return "".join(f"--{name}:{known[name]};" for name in used)


def _asset(name: str, ending: str, kind: str, text: str) -> Asset:
    body = text.encode()
    mark = hashlib.blake2b(body, digest_size=8).hexdigest()
    path = f"{FOLDER}{name}.{mark}.{ending}"
    return Asset(path, f"{kind}; charset=utf-8", body, gzip.compress(body, 9, mtime=0), mark)
