"""A phone for tests: a real connection to a real port, with a cookie or a token, and plain forms."""

import http.client
import json
import secrets
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, Self
from urllib.parse import urlencode

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


def new_key() -> str:
    return secrets.token_hex(12)


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Phone:
    """Speaks to one server; keeps cookies like a browser, or a token like a tool."""

    port: int
    language: str = "en"
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    source: str = "127.0.0.1"
    """The address it comes from; any other than this one is another device for the laptop."""

    def __post_init__(self) -> None:
        self._line: http.client.HTTPConnection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def close(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None

    def request(
        self, method: str, path: str, body: bytes | str | None = None, **headers: str | None
    ) -> Reply:
        """Send a request; a header given as None is left out."""
        sent: dict[str, str | None] = {"Accept-Language": self.language, **headers}
        if self.cookies:
            sent.setdefault("Cookie", "; ".join(f"{k}={v}" for k, v in self.cookies.items()))
        if self.token:
            sent.setdefault("Authorization", f"Bearer {self.token}")
        plain = {name.replace("_", "-"): value for name, value in sent.items() if value is not None}
        self._line = self._line or http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=10, source_address=(self.source, 0)
        )
        content = body.encode() if isinstance(body, str) else body
        self._line.request(method, path, content, plain)
        with self._line.getresponse() as answer:
            reply = Reply(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    key, _, rest = value.partition("=")
                    self.cookies[key] = rest.partition(";")[0]
        return reply

    def get(self, path: str, **headers: str | None) -> Reply:
        return self.request("GET", path, **headers)

    def post(self, verb: str, content: object = None, **message: object) -> Reply:
        """Send a message to the API as a tool does, with a new key unless one is given."""
        if content is None:
            content = {"key": new_key(), **message}
        return self.request("POST", f"/api/{verb}", json.dumps(content), Content_Type=JSON)

    def join(self, name: str, code: str = "K7QM", **more: str) -> Reply:
        """Come in as a tool, and keep the token."""
        reply = self.post("join", {"code": code, "name": name, "key": new_key(), **more})
        if reply.status == 200:
            self.token, self.cookies = reply.json["token"], {}
        return reply

    def pair(self, secret: str, name: str = "Ben") -> Reply:
        """Begin to steer as a tool, and keep the token."""
        reply = self.post("remote/pair", secret=secret, name=name)
        if reply.status == 200:
            self.token, self.cookies = reply.json["token"], {}
        return reply

    def state(self) -> Any:
        reply = self.get("/api/state")
        assert reply.status == 200, reply.text
        return reply.json

    def form(self, path: str, pairs: list[tuple[str, str]] | dict[str, str]) -> Reply:
        """Send a plain form as a browser without script does."""
        origin = f"http://{self.host}"
        return self.request("POST", path, urlencode(pairs), Content_Type=FORM, Origin=origin)

    def fill(self, page: str, action: str, **values: str) -> Reply:
        """Fill the first form of a page that goes to an address, hidden fields and all, and send it."""
        reader = _Forms()
        reader.feed(page)
        fields = next(fields for where, fields in reader.forms if where == action)
        pairs = [(name, value) for name, value in fields if name not in values]
        return self.form(action, [*pairs, *values.items()])


class _Forms(HTMLParser):
    """Finds each form's address and hidden fields."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, list[tuple[str, str]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        if tag == "form":
            self.forms.append((facts.get("action") or "", []))
        elif tag == "input" and facts.get("type") == "hidden" and self.forms:
            self.forms[-1][1].append((facts["name"] or "", facts.get("value") or ""))
