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
_SHARED = (
    "script/1-basics.js",
    "script/3-words.js",
    "script/5-clock.js",
    "script/5-dial.js",
    "script/6-reading.js",
    "follow/6-beside.js",
    "follow/7-following.js",
)
"""What the scripts of the remote and of the stage share with that of the phones, and each other."""
_SIGNED = ("script/1-basics.js", "script/1-kept.js", "script/3-words.js")
"""What the page to sign on shares with the phones' page: it keeps what is to be sent in the same box."""
_FACES = (
    ("Bricolage Grotesque", "BricolageGrotesque_700Bold"),
    ("Source Sans 3", "SourceSans3_600SemiBold"),
)
"""One weight of each family: 200 kB packed, fetched once by a second stage and by no phone."""
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
        names = ("base", "app", "stage", "tv", "remote", "sign")
        base, app, stage, tv, remote, sign = (_text(f"{name}.css") for name in names)
        self.css = _style("app", variables(base + app), base, app)
        self.fonts = [_font(name) for _, name in _FACES]
        self.stage_css = _style("stage", stage_variables(stage + tv), self._faces(), stage, tv)
        both = variables(base + remote) + stage_variables(stage)
        self.remote_css = _style("remote", both, base, stage, remote)
        self.sign_css = _style("sign", variables(base + app + sign), base, app, sign)
        self.js = _script("app", *_names("script"))
        self.stage_js = _script("stage", *_SHARED, *_names("stage"))
        self.remote_js = _script("remote", *_SHARED, *_names("remote"))
        self.sign_js = _script("sign", *_SIGNED, *_names("sign"))
        signs = (self.sign_css, self.sign_js)
        made = (self.css, self.js, self.stage_css, self.stage_js, self.remote_css, self.remote_js)
        self._known = {one.path: one for one in (*made, *signs, *self.fonts)}

    def _faces(self) -> str:
        """Return the rules that fetch the stage's own letters: a television has none like them."""
        return "".join(
            f'@font-face{{font-family:"{family}";font-weight:100 900;src:url({font.path})}}\n'
            for (family, _), font in zip(_FACES, self.fonts, strict=True)
        )

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
    light, dark = _both(style, "")
    return f":root{{{light}}}\n@media(prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def stage_variables(style: str) -> str:
    """Return the stage's colours: light or dark as the desk says, whatever the screen prefers."""
    light, dark = _both(style, "stage_")
    return f".stage{{{light}}}\n.stage.dark{{{dark}}}\n"


def _both(style: str, ground: str) -> tuple[str, str]:
    tokens = tomllib.loads((resources() / "design" / "tokens.toml").read_text(encoding="utf-8"))
    light, dark = (_colours(tokens, mode, ground, style) for mode in ("light", "dark"))
    return light, dark


def _text(name: str) -> str:
    return (resources() / "phone" / name).read_text(encoding="utf-8")


def _names(part: str) -> list[str]:
    return sorted(f"{part}/{one.name}" for one in (resources() / "phone").glob(f"{part}/*.js"))


def _style(name: str, colours: str, *parts: str) -> Asset:
    text = colours + "".join("".join(one.splitlines()) for one in parts)
    return _asset(name, "css", "text/css; charset=utf-8", text.encode())


def _script(name: str, *parts: str) -> Asset:
    whole = "".join(_bare(_text(part)) for part in parts)
    text = f'"use strict";(function(){{\n{whole}}})();\n'
    return _asset(name, "js", "text/javascript; charset=utf-8", text.encode())


def _bare(script: str) -> str:
    """Return a script without the lines and spaces that only its readers need; its texts stay."""
    lines = (line.strip() for line in script.splitlines())
    return "".join(f"{_close(line)}\n" for line in lines if line and not line.startswith("//"))


def _close(line: str) -> str:
    code_and_texts = _TEXT.split(line)
    return "".join(
        part if place % 2 else _LOOSE.sub(r"\1\2", part) for place, part in enumerate(code_and_texts)
    )


def _colours(tokens: Mapping[str, Any], mode: str, ground: str, style: str) -> str:
    known: dict[str, str] = {
        "note": tokens["sticky"]["yellow"]["bg"],
        "note-edge": tokens["sticky"]["yellow"]["edge"],
        "note-ink": str(tokens["sticky_text"]["ink"]),
        "hard": tokens["timer"]["rule"]["hard_stop_bg"],
        "hard-ink": tokens["timer"]["rule"]["hard_stop_fg"],
    }
    for state, parts in tokens["timer"][mode].items():
        for part, colour in parts.items():
            known[f"{state}-{part.removeprefix('pill_')}"] = colour
    # A dark ground needs no edge around the arc.
    known.setdefault("soon-edge", known["soon-arc"])
    known |= {name.replace("_", "-"): value for name, value in tokens["color"][ground + mode].items()}
    for place, note in enumerate(tokens["sticky"].values()):
        known[f"note-{place}"], known[f"note-edge-{place}"] = note["bg"], note["edge"]
    known["done"] = _mixed(known["primary"], known["bg"], 0.38)
    known["quiet"] = _mixed(known["primary"], known["bg"], 0.47)
    # What the style sets itself and is no colour of the design is its own affair.
    own = set(_SET.findall(style)) - set(known)
    return "".join(f"--{name}:{known[name]};" for name in sorted(set(_USED.findall(style)) - own))


def _mixed(colour: str, ground: str, share: float) -> str:
    """Return a colour as it looks when it lets the ground through."""
    pairs = ((int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one * share + under * (1 - share)):02X}" for one, under in pairs)


def _font(name: str) -> Asset:
    return _asset(name, "ttf", "font/ttf", (resources() / "fonts" / f"{name}.ttf").read_bytes())


def _asset(name: str, ending: str, kind: str, body: bytes) -> Asset:
    mark = hashlib.blake2b(body, digest_size=8).hexdigest()
    path = f"{FOLDER}{name}.{mark}.{ending}"
    return Asset(path, kind, body, gzip.compress(body, 9, mtime=0), mark)
