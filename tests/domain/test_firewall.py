"""What of a firewall there is to do about."""

from workshop_desk.domain.firewall import Firewall, Verdict


def test_only_what_blocks_or_may_block_stands_in_the_way() -> None:
    there = [verdict for verdict in Verdict if Firewall(verdict).stands_in_the_way]
    assert there == [Verdict.CLOSED, Verdict.UNSURE]
    assert Firewall(Verdict.ABSENT).public is None
