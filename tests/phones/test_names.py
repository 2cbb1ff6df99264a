"""Names as strangers type them: let in as plain text or refused in one sentence; no page breaks."""

import html

from tests.phones.conftest import Desk
from tests.phones.phone import Phone
from tests.sample_texts import hostile_texts
from workshop_desk.domain.plaintext import NAME_MAX

UNHEARD_OF = set("\u202e\u202d\u2066\u2067\u2068\u2069\n\r\x00")
REFUSED = ("Please add a name.", "This is too long: 80 characters at most.")


def test_every_name_is_let_in_or_kindly_refused(desk: Desk) -> None:
    names = [text for text in hostile_texts() if text.isprintable() or not text.endswith("seul")]
    for name in (*names, "X", "Null"):
        before = set(desk.room.people)
        with Phone(desk.port) as phone:
            reply = phone.fill(phone.get("/j/K7QM").text, "/j/K7QM", name=name)
            if reply.status == 303:
                (person,) = set(desk.room.people) - before
                shown = desk.room.name_of(person)
                assert 0 < len(shown) <= NAME_MAX
                assert shown in html.unescape(phone.get("/j/K7QM").text)
                assert not set(shown) & UNHEARD_OF
            else:
                assert reply.status == 422, name
                assert any(words in reply.text for words in REFUSED), name
                assert set(desk.room.people) == before


def test_two_of_one_name_are_two_people_until_the_desk_says_otherwise(desk: Desk) -> None:
    codes = set()
    for name in ("Ana", "ana"):
        with Phone(desk.port) as one:
            assert one.join(name).status == 200
            codes.add(one.state()["you"]["code"])
    assert len(codes) == len(desk.room.people) == 2
