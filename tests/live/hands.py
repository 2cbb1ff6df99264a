"""What hands do in random workshops: they sign, and what they signed is struck out."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests import signing
from tests.live.conftest import FACILITATOR, Desk
from workshop_desk.base.ids import new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.room import Room
from workshop_desk.domain.signatures import SignatureKind, first_broken
from workshop_desk.domain.units import PersonId

numbers = st.integers(0, 9)


class Hands(RuleBasedStateMachine):
    """Part of a machine that has a desk."""

    desk: Desk

    @property
    def room(self) -> Room:
        raise NotImplementedError

    def do(self, command: ask.RoomCommand, by: ask.Actor = FACILITATOR, key: str = "") -> None:
        raise NotImplementedError

    def person(self, number: int) -> PersonId:
        raise NotImplementedError

    @rule(who=numbers, hand=numbers, desk=st.booleans(), kind=st.sampled_from(SignatureKind))
    def sign(self, who: int, hand: int, desk: bool, kind: SignatureKind) -> None:
        me, now = self.person(who), self.desk.moments.now().utc
        wish = signing.any_wish(self.room.session.id, me if hand else None, now, hand, desk, kind)
        self.do(wish, FACILITATOR if desk else ask.Participant(me), new_id())
        assert first_broken(self.room.signatures) is None
