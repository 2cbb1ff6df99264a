"""The poster: what it says in both languages, whatever is long, and both codes scanned off the page."""

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
import zxingcpp

from tests.exports.reading import font_names, letter_boxes, page_texts
from tests.samples import lobby_room
from workshop_desk.app.entrances import entrance_now, entrance_to_come
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.room import Room
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Language
from workshop_desk.domain.wifi import Wifi, payload
from workshop_desk.exports.entrance import Entrance
from workshop_desk.exports.look import A4
from workshop_desk.exports.poster import poster
from workshop_desk.phones.adapters import Adapter
from workshop_desk.phones.lookout import Lookout
from workshop_desk.phones.network import NOTHING_NAMED

PARIS = ZoneInfo("Europe/Paris")
URL, ADDRESS = "HTTP://192.168.8.10:8080/J/K7QM", "192.168.8.10:8080"
WIFI = Wifi("Atelier-Halliade", "cerisier-42")
BOTH = Entrance(URL, ADDRESS, WIFI)


def room(language: str, **facts: Any) -> Room:
    one = lobby_room(language)
    return replace(one, session=replace(one.session, **facts))


def made(one: Room, entrance: Entrance) -> bytes:
    return poster(one, one.session.language, PARIS, entrance)


def codes(data: bytes) -> list[str]:
    """Scan the page as it is printed."""
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[0]
        picture = page.render(scale=2, grayscale=True).to_pil()
        page.close()
    return sorted(str(one.text) for one in zxingcpp.read_barcodes(picture))


def inside(data: bytes) -> bool:
    return all(
        left > 0 and bottom > 0 and right < A4[0] and top < A4[1]
        for left, bottom, right, top in letter_boxes(data)
    )


def test_what_it_says() -> None:
    (text,) = page_texts(made(room("fr", location="Salle Cerisier", facilitator="Claire"), BOTH))
    assert text.replace("\u202f", " ") == (
        "Salle Cerisier, 14:00 Bienvenue, sortez votre téléphone Codév des managers · séance 4 "
        "1 Le Wi-Fi Atelier-Halliade mot de passe cerisier-42 2 La séance 192.168.8.10:8080 K7QM "
        "Ça ne marche pas ? Coupez les données mobiles et le VPN. "
        "Restez sur ce Wi-Fi, même sans internet. "
        "Sans téléphone, Claire vous inscrit. Rien ne sort de la salle\u00a0: les réponses restent sur "
        "l’ordinateur de la personne qui anime."
    )
    (text,) = page_texts(made(room("en", location="", planned_start=None, facilitator=""), BOTH))
    assert text.startswith("Welcome, take out your phone Managers’ codev · session 4 1 The Wi-Fi")
    assert "Without a phone, ask whoever leads the session." in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_both_codes_are_scanned_off_the_page(language: str) -> None:
    data = made(room(language), BOTH)
    assert codes(data) == sorted((URL, payload(WIFI)))
    assert inside(data)
    assert font_names(data)


def test_without_a_wifi_the_session_has_the_whole_card() -> None:
    data = made(room("fr"), Entrance(URL, ADDRESS))
    (text,) = page_texts(data)
    assert codes(data) == [URL]
    assert "La séance 192.168.8.10:8080 K7QM" in text
    assert "1 Le Wi-Fi" not in text
    assert "Prenez le même Wi-Fi que l’ordinateur de la salle." in text


def test_without_an_address_the_code_alone_is_said() -> None:
    for wifi in (Wifi(), Wifi("Libre")):
        data = made(room("fr"), Entrance(wifi=wifi))
        (text,) = page_texts(data)
        assert "L’adresse est à l’écran. K7QM" in text
        assert codes(data) == ([payload(wifi)] if wifi.known else [])
    assert "sans mot de passe" in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_whatever_is_long_stays_on_the_page_and_is_scanned(language: str) -> None:
    long = room(
        language,
        title="Un titre de séance, " * 10,
        location="Bâtiment des Grandes Occasions, " * 4,
        facilitator="Marie-Charlotte de la Villardière-Beaumont",
    )
    wifi = Wifi("é" * 16, 'x"; ' * 15)
    url = "HTTP://192.168.100.254:18080/J/K7QM"
    data = made(long, Entrance(url, "192.168.100.254:18080", wifi))
    (text,) = page_texts(data)
    assert inside(data)
    assert codes(data) == sorted((url, payload(wifi)))
    assert "é" * 16 in text
    assert 'x"; ' * 3 not in text, "what nobody types is in the code alone"


def test_how_people_come_in_is_what_phones_are_told_or_would_be() -> None:
    settings = Settings(language=Language("fr"), wifi=WIFI)
    state = NetworkState(True, "192.168.8.10", 8080, "K7QM", URL)
    assert entrance_now(state, settings) == BOTH
    assert entrance_now(replace(state, running=False), settings) == Entrance(wifi=WIFI)
    assert entrance_now(replace(state, address="127.0.0.1"), settings) == Entrance(wifi=WIFI)
    home = Adapter("wlan0", ("192.168.8.10",), wireless=True)
    found = Lookout(lambda: (home,), lambda _adapters: NOTHING_NAMED)
    assert entrance_to_come("K7QM", settings, found) == BOTH
    nothing = Lookout(lambda: (), lambda _adapters: NOTHING_NAMED)
    assert entrance_to_come("K7QM", settings, nothing) == Entrance(wifi=WIFI)
