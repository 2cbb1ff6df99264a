"""What the faces know of the phones' server before there is one."""

from dataclasses import replace
from datetime import UTC, datetime

from workshop_desk.domain.network import Candidate, NetworkKind, NetworkState
from workshop_desk.domain.units import Instant, Moment, Seconds


def test_before_a_session_is_open_nothing_runs_and_nothing_is_proven() -> None:
    state = NetworkState()
    assert not state.running
    assert not state.proven
    assert (state.url, state.connected, state.awake, state.trouble) == ("", 0, frozenset(), "")


def at(boot: float) -> Moment:
    return Moment(Instant(datetime(2026, 12, 1, tzinfo=UTC)), Seconds(boot), "boot")


def test_help_is_wanted_after_twenty_seconds_without_a_phone() -> None:
    state = NetworkState(True, "192.168.8.10", 8080, since=Seconds(100))
    assert (state.waited(at(95)), state.wants_help(at(119.9))) == (0, False)
    assert (state.waited(at(132)), state.wants_help(at(120))) == (32, True)
    for calm in (
        NetworkState(),
        replace(state, proven=True),
        replace(state, since=None),
        replace(state, address="127.0.0.1"),
    ):
        assert calm.waited(at(500)) is None
        assert not calm.wants_help(at(500))


def test_the_candidate_shown_is_known_by_its_address() -> None:
    wifi = Candidate("192.168.8.10", NetworkKind.WIFI, "Atelier", "wlan0")
    assert NetworkState(address="192.168.8.10", candidates=(wifi,)).candidate == wifi
    assert NetworkState(address="127.0.0.2", candidates=(wifi,)).candidate is None
    assert wifi.identity == "wifi:Atelier"
    assert replace(wifi, network="").identity == "wifi:wlan0"
