"""The door: hosts, origins, methods, sizes, kinds, headers; nothing of it is stored."""

import json
import socket
from collections.abc import Callable, Iterator

import pytest

from tests.phones.conftest import Desk
from tests.phones.phone import FORM, JSON, Phone, new_key


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One desk for all: what is refused leaves no trace, so they cannot meet."""
    desk = Desk(tmp_path_factory.mktemp("guard") / "desk.sqlite")
    desk.open()
    yield desk
    desk.stop()


@pytest.fixture
def nobody_new(desk: Desk) -> Iterator[None]:
    """Nobody comes in during the test."""
    before = set(desk.room.people)
    yield
    assert set(desk.room.people) == before


API_GETS = ("/api/state", "/api/events", "/api/openapi.json")


def join_body() -> str:
    return json.dumps({"code": "K7QM", "name": "Zoé", "key": new_key()})


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8080",
        "127.0.0.1",
        "127.0.0.1:1",
        "192.168.1.1:8080",
        "[::1]:8080",
        "",
    ],
)
def test_another_host_is_refused(phone: Phone, host: str) -> None:
    for path in ("/", "/j/K7QM", *API_GETS):
        reply = phone.get(path, Host=host)
        assert reply.status == 421, path
    body = join_body()
    assert phone.request("POST", "/api/join", body, Host=host, Content_Type=JSON).status == 421


@pytest.mark.parametrize(
    "path", ["/nothing", "/api/nothing", "/nothing/", "/j/K7QM/", "/s/x.css", "/api/join"]
)
def test_another_host_learns_nothing_at_any_address(phone: Phone, path: str) -> None:
    reply = phone.get(path, Host="evil.example")
    assert reply.status == 421
    assert "location" not in reply.headers
    assert "evil" not in reply.text


def test_an_address_with_a_slash_at_its_end_is_the_same_page(phone: Phone) -> None:
    for door in ("/j/K7QM/", "/J/k7qm/"):
        assert phone.get(door).status == 200
    assert phone.get("/api/state/").status == 404


def test_localhost_is_this_laptop(phone: Phone) -> None:
    assert phone.get("/j/K7QM", Host=f"localhost:{phone.port}").status == 200


@pytest.mark.parametrize("name", ["X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "X-Real-IP"])
def test_forwarding_headers_change_nothing(desk: Desk, phone: Phone, name: str) -> None:
    headers = {name.replace("-", "_"): "203.0.113.7"}
    assert phone.get("/j/K7QM", **headers).status == 200
    assert phone.get("/j/K7QM", Host="evil.example", X_Forwarded_Host=phone.host).status == 421
    assert not desk.server.state.proven


@pytest.mark.usefixtures("nobody_new")
@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1", ""]
)
def test_another_origin_is_refused(desk: Desk, phone: Phone, origin: str) -> None:
    reply = phone.request("POST", "/api/join", join_body(), Origin=origin, Content_Type=JSON)
    assert (reply.status, reply.json["code"]) == (403, "wrong_origin")
    form = f"name=Zo%C3%A9&key={new_key()}"
    assert phone.request("POST", "/j/K7QM", form, Origin=origin, Content_Type=FORM).status == 403


def test_a_cookie_without_an_origin_is_refused(desk: Desk, phone: Phone) -> None:
    present = len(desk.room.present)
    phone.fill(phone.get("/j/K7QM").text, "/j/K7QM", name="Zoé")
    body = json.dumps({"present": False, "key": new_key()})
    assert phone.request("POST", "/api/presence", body, Content_Type=JSON).status == 403
    assert len(desk.room.present) == present + 1
    origin = f"http://{phone.host}"
    reply = phone.request("POST", "/api/presence", body, Content_Type=JSON, Origin=origin)
    assert reply.status == 200


@pytest.mark.usefixtures("nobody_new")
@pytest.mark.parametrize("kind", ["text/plain", FORM, "multipart/form-data; boundary=x", "", None])
def test_the_api_takes_json_only(desk: Desk, phone: Phone, kind: str | None) -> None:
    reply = phone.request("POST", "/api/join", join_body(), Content_Type=kind)
    assert (reply.status, reply.json["code"]) == (415, "wrong_content_type")


def test_json_with_a_charset_is_json(phone: Phone) -> None:
    kind = "application/json; charset=utf-8"
    assert phone.request("POST", "/api/join", join_body(), Content_Type=kind).status == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "GET"])
def test_another_method_is_refused(phone: Phone, method: str) -> None:
    reply = phone.request(method, "/api/join", join_body(), Content_Type=JSON)
    assert (reply.status, reply.json["code"]) == (405, "wrong_method")
    assert "allow" in reply.headers
    assert phone.request("POST", "/api/state", "{}", Content_Type=JSON).status == 405


def test_nothing_at_other_addresses(phone: Phone) -> None:
    for path in ("/nothing", "/s/../app.css", "/s/app.css", "/s/%2e%2e%2f%2e%2e%2fpyproject.toml", "/J"):
        reply = phone.get(path)
        assert reply.status == 404, path
        assert reply.headers["content-type"].startswith("text/html")
    reply = phone.get("/api/nothing")
    assert (reply.status, reply.json["code"]) == (404, "not_found")


@pytest.mark.usefixtures("nobody_new")
def test_a_body_too_large_is_refused_before_it_is_read(desk: Desk, phone: Phone) -> None:
    body = json.dumps({"code": "K7QM", "name": "x" * 40_000, "key": new_key()})
    reply = phone.request("POST", "/api/join", body, Content_Type=JSON)
    assert (reply.status, reply.json["code"]) == (413, "too_large")
    with socket.create_connection(("127.0.0.1", desk.port), timeout=5) as line:
        head = f"POST /api/join HTTP/1.1\r\nHost: {phone.host}\r\nContent-Type: {JSON}\r\n"
        line.sendall(f"{head}Content-Length: 5000000\r\n\r\n".encode())
        assert line.recv(200).startswith(b"HTTP/1.1 413")
    with socket.create_connection(("127.0.0.1", desk.port), timeout=5) as line:
        line.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        line.sendall(b"9000\r\n" + b"x" * 0x9000 + b"\r\n")
        assert line.recv(200).startswith(b"HTTP/1.1 413")


def test_endless_headers_are_refused(desk: Desk, phone: Phone) -> None:
    for head in ("GET /" + "x" * 40_000, "GET / HTTP/1.1\r\n" + "X-Y: " + "z" * 40_000):
        with socket.create_connection(("127.0.0.1", desk.port), timeout=5) as line:
            line.sendall(head.encode())
            assert line.recv(200).startswith((b"HTTP/1.1 431", b"HTTP/1.1 400"))
    assert phone.get("/").status == 200


def test_what_is_no_http_is_refused_without_a_word_in_the_log(desk: Desk, phone: Phone) -> None:
    for rubbish in (b"\x16\x03\x01\x02\x00\x01\x00", b"GET\r\n\r\n", b"\x00" * 100):
        with socket.create_connection(("127.0.0.1", desk.port), timeout=5) as line:
            line.sendall(rubbish)
            assert line.recv(200).startswith(b"HTTP/1.1 400")
    assert phone.get("/").status == 200


@pytest.mark.parametrize(
    "path", ["/", "/j/K7QM", "/j/NOPE", "/api/openapi.json", "/api/state", "/nothing"]
)
def test_every_answer_carries_the_safety_headers(phone: Phone, path: str) -> None:
    headers = phone.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'self';")
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert "cross-origin-opener-policy" not in headers
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert not [name for name in headers if name.startswith("access-control")]
    assert "server" not in headers


def test_a_preflight_gets_nothing(phone: Phone) -> None:
    reply = phone.request(
        "OPTIONS", "/api/join", Origin="http://evil.example", Access_Control_Request_Method="POST"
    )
    assert reply.status in (403, 405)
    assert not [name for name in reply.headers if name.startswith("access-control")]


def test_too_fast_is_told_when_to_come_again(desk: Desk, let_in: Callable[..., Phone]) -> None:
    hasty, calm = let_in("Zoé"), let_in("Ana")
    replies = [hasty.post("presence", present=True) for _ in range(40)]
    fast = [one for one in replies if one.status == 429]
    assert fast
    assert fast[0].json["code"] == "too_fast"
    assert int(fast[0].headers["retry-after"]) >= 1
    assert calm.post("presence", present=True).status == 200


def test_errors_speak_the_language_of_the_phone(desk: Desk) -> None:
    with Phone(desk.port, "fr") as phone:
        assert phone.get("/api/state").json["message"].startswith("Entrez d’abord")
        assert (
            phone.post("card", {"x": 1}).json["message"]
            == "Le champ «\u00a0x\u00a0» n’est pas connu ici."
        )
        assert "Il n’y a rien à cette adresse" in phone.get("/nothing").text
