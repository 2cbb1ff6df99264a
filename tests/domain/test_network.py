"""What the faces know of the phones' server before there is one."""

from workshop_desk.domain.network import NetworkState


def test_before_a_session_is_open_nothing_runs_and_nothing_is_proven() -> None:
    state = NetworkState()
    assert not state.running
    assert not state.proven
    assert (state.url, state.connected, state.awake, state.trouble) == ("", 0, frozenset(), "")
