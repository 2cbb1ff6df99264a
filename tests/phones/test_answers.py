"""Each verb through the real room: stored, once, private where it must be, refused where it cannot."""

import contextlib
from collections.abc import Callable

import pytest

from tests import samples
from tests.phones.conftest import SOON, Desk
from tests.phones.phone import Phone, new_key
from workshop_desk.base.trouble import WorldError
from workshop_desk.domain import commands as ask

LetIn = Callable[..., Phone]


def test_a_note_is_stored_once_changed_and_taken_back(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    activity = desk.go_to("subjects")
    message = {"activity": activity.id, "text": " Un  sujet ", "tags": ["problem"], "key": new_key()}
    first = zoe.post("card", message)
    again = zoe.post("card", message)
    assert (first.json["again"], again.json["again"]) == (False, True)
    assert first.json["revision"] == again.json["revision"]
    (card,) = zoe.state()["mine"]["cards"]
    assert (card["text"], card["tags"], card["locked"]) == ("Un sujet", ["problem"], False)
    assert zoe.post("card-text", card=card["id"], text="Mieux dit").status == 200
    assert zoe.state()["mine"]["cards"][0]["text"] == "Mieux dit"
    assert zoe.post("card-mark", card=card["id"], withdrawn=True).status == 200
    assert zoe.state()["mine"]["cards"] == []


def test_taking_back_and_putting_back_makes_no_room_for_more(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    activity = desk.go_to("subjects")
    assert activity.most == 1
    zoe.post("card", activity=activity.id, text="first")
    first = zoe.state()["mine"]["cards"][0]["id"]
    zoe.post("card-mark", card=first, withdrawn=True)
    assert zoe.post("card", activity=activity.id, text="second").status == 200
    reply = zoe.post("card-mark", card=first, withdrawn=False)
    assert (reply.status, reply.json["code"]) == (409, "too_many_cards")
    assert [one["text"] for one in zoe.state()["mine"]["cards"]] == ["second"]


def test_the_same_key_for_another_text_is_refused(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    activity, key = desk.go_to("questions"), new_key()
    assert zoe.post("card", activity=activity.id, text="one", key=key).status == 200
    reply = zoe.post("card", activity=activity.id, text="two", key=key)
    assert (reply.status, reply.json["code"]) == (409, "key_reused")


def test_a_receipt_that_was_lost_is_told_after_the_closing_too(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    message = {"activity": desk.go_to("questions").id, "text": "one", "key": new_key()}
    first = zoe.post("card", message)
    desk.close()
    again = zoe.post("card", message)
    assert (again.status, again.json["again"]) == (200, True)
    assert again.json["revision"] == first.json["revision"]
    reply = zoe.post("card", activity=message["activity"], text="too late")
    assert (reply.status, reply.json["code"]) == (410, "session_closed")


def test_two_phones_may_use_the_same_key(desk: Desk, let_in: LetIn) -> None:
    activity, key = desk.go_to("questions"), "k" * 16
    for name in ("Zoé", "Ana"):
        assert let_in(name).post("card", activity=activity.id, text=name, key=key).json["again"] is False
    assert len(desk.room.cards) == 2


def test_nobody_changes_what_others_wrote(desk: Desk, let_in: LetIn) -> None:
    zoe, ana = let_in("Zoé"), let_in("Ana")
    activity = desk.go_to("questions")
    zoe.post("card", activity=activity.id, text="mine")
    card = zoe.state()["mine"]["cards"][0]["id"]
    for verb, more in (("card-text", {"text": "x"}), ("card-mark", {"withdrawn": True})):
        reply = ana.post(verb, card=card, **more)
        assert (reply.status, reply.json["code"]) == (403, "not_allowed")
    assert ana.post("card-mark", card=card, starred=True).status == 403
    assert ana.post("card-mark", card=card).status == 403
    assert zoe.state()["mine"]["cards"][0]["text"] == "mine"


def test_an_anonymous_vote_is_final_and_nobodys(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    subjects = desk.go_to("subjects")
    for text in ("one", "two"):
        desk.do(ask.SubmitCard(samples.CardId(new_key()), subjects.id, None, text))
    vote = desk.go_to("subject_vote")
    action = zoe.state()["action"]
    assert ([one["text"] for one in action["options"]], action["dots"]) == (["one", "two"], 2)
    choices = [{"card": action["options"][0]["card"], "dots": 2}]
    assert zoe.post("ballot", activity=vote.id, choices=choices).status == 200
    assert [one.voter for one in desk.room.ballots.values()] == [None]
    mine = zoe.state()["mine"]
    assert (mine["finished"], mine["answers"], mine["ballot"]) == (True, 1, [])
    reply = zoe.post("ballot", activity=vote.id, choices=choices)
    assert (reply.status, reply.json["code"]) == (409, "already_answered")


@pytest.mark.parametrize(
    ("choices", "status", "code"),
    [
        ([{"card": "nothing", "dots": 1}], 422, "unknown_card"),
        ([{"card": "OPTION", "dots": 3}], 422, "too_many_dots"),
        ([{"card": "OPTION", "dots": 0}], 422, "bad_value"),
        ([{"card": "OPTION", "dots": 1}, {"card": "OPTION", "dots": 1}], 422, "bad_value"),
    ],
)
def test_bad_dots_are_refused(
    desk: Desk, let_in: LetIn, choices: list[dict[str, object]], status: int, code: str
) -> None:
    zoe = let_in("Zoé")
    subjects = desk.go_to("subjects")
    desk.do(ask.SubmitCard(samples.CardId("c1"), subjects.id, None, "one"))
    vote = desk.go_to("subject_vote")
    sent = [{**one, "card": "c1" if one["card"] == "OPTION" else one["card"]} for one in choices]
    reply = zoe.post("ballot", activity=vote.id, choices=sent)
    assert (reply.status, reply.json["code"]) == (status, code)
    assert not desk.room.ballots


def test_a_rating_with_a_word(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    mood = desk.go_to("mood")
    assert zoe.state()["action"]["levels"][0] == "storm"
    assert zoe.post("rating", activity=mood.id, value=9).status == 422
    assert zoe.post("rating", activity=mood.id, value=4, word="curious").status == 200
    assert [(one.value, one.word, one.rater) for one in desk.room.ratings.values()] == [
        (4, "curious", None)
    ]
    assert zoe.post("rating", activity=mood.id, value=4).json["code"] == "already_answered"


def test_a_text_can_be_changed_until_it_is_agreed(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    desk.do(ask.AssignRole(desk.person("Zoé"), "client"))
    contract = desk.go_to("contract")
    assert zoe.state()["action"]["most"] == 1
    for text in ("first", "second"):
        assert zoe.post("card", activity=contract.id, text=text).status == 200
    (card,) = zoe.state()["mine"]["cards"]
    assert card["text"] == "second"
    desk.do(ask.MarkCard(samples.CardId(card["id"]), locked=True))
    reply = zoe.post("card", activity=contract.id, text="third")
    assert (reply.status, reply.json["code"]) == (409, "locked")
    assert zoe.state()["mine"]["cards"][0]["locked"] is True
    assert "Agreed." in zoe.get("/j/K7QM").text


def test_a_confirmation_is_given_and_taken_back(desk: Desk, let_in: LetIn) -> None:
    zoe, _ana = let_in("Zoé"), let_in("Ana")
    agreement = desk.go_to("agreement")
    action = zoe.state()["action"]
    assert (action["kind"], action["confirm"]) == ("talk", "I can help with that")
    zoe.post("finished", activity=agreement.id)
    state = zoe.state()
    assert state["mine"]["finished"] is True
    assert state["counts"]["sentence"] == "1 of 2 has finished"
    zoe.post("finished", activity=agreement.id, finished=False)
    assert zoe.state()["mine"]["finished"] is False


def test_an_action_of_ones_own(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    desk.do(ask.AssignRole(desk.person("Zoé"), "client"))
    activity = desk.go_to("actions")
    reply = zoe.post("action", activity=activity.id, what="Say no", due="2026-12-04", sign="They heard")
    assert reply.status == 200
    (action,) = zoe.state()["mine"]["actions"]
    assert (action["what"], action["who"], action["due"]) == ("Say no", "Zoé", "2026-12-04")


def test_only_the_client_sees_and_stars_the_contributions(desk: Desk, let_in: LetIn) -> None:
    zoe, ana = let_in("Zoé"), let_in("Ana")
    desk.do(ask.AssignRole(desk.person("Zoé"), "client"))
    activity = desk.go_to("contributions")
    assert zoe.state()["sheet"] == []
    ana.post("card", activity=activity.id, text="Say it with a date")
    (card,) = zoe.state()["sheet"]
    assert (card["text"], card["by"], card["starred"]) == ("Say it with a date", "Ana", False)
    assert zoe.post("card-mark", card=card["card"], starred=True).status == 200
    assert zoe.state()["sheet"][0]["starred"] is True
    assert ana.state()["sheet"] is None
    assert "starred" not in ana.get("/api/state").text


def test_private_texts_are_told_to_their_author_alone(desk: Desk, let_in: LetIn) -> None:
    zoe, ana = let_in("Zoé"), let_in("Ana")
    notes = desk.go_to("listening_notes")
    action = zoe.state()["action"]
    assert action["privacy"] == {"mode": "private", "sentence": "For you alone."}
    zoe.post("card", activity=notes.id, text="SECRET-NOTE")
    assert "SECRET-NOTE" in zoe.get("/api/state").text
    for path in ("/api/state", "/j/K7QM", "/j/K7QM/main"):
        assert "SECRET-NOTE" not in ana.get(path).text


def test_sharing_is_asked_where_the_method_asks(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    learnings = desk.go_to("learnings")
    zoe.post("card", activity=learnings.id, text="one", shareable=True)
    zoe.post("card", activity=learnings.id, text="two", shareable=False)
    assert [one.shareable for one in desk.room.cards.values()] == [True, False]
    card = zoe.state()["mine"]["cards"][0]["id"]
    zoe.post("card-mark", card=card, shareable=False)
    assert zoe.state()["mine"]["cards"][0]["shareable"] is False


def test_not_yet_open_is_not_now(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    activity = desk.activity("questions")
    reply = zoe.post("card", activity=activity.id, text="early")
    assert (reply.status, reply.json["code"]) == (409, "not_now")


def test_what_is_not_there_is_a_sentence(desk: Desk, let_in: LetIn) -> None:
    zoe, before = let_in("Zoé"), desk.live.revision
    wishes: dict[str, dict[str, object]] = {
        "card": {"activity": "nothing", "text": "x"},
        "finished": {"activity": "nothing"},
        "ballot": {"activity": "nothing", "choices": []},
        "rating": {"activity": "nothing", "value": 1},
        "action": {"activity": "nothing", "what": "x"},
        "card-text": {"card": "nothing", "text": "x"},
        "card-mark": {"card": "nothing", "withdrawn": True},
    }
    for verb, message in wishes.items():
        reply = zoe.post(verb, **message)
        assert reply.status == 422
        assert reply.json["code"].startswith("unknown_")
        assert reply.json["message"]
    assert desk.live.revision == before


def test_strangers_store_nothing(desk: Desk, phone: Phone) -> None:
    activity = desk.go_to("questions")
    for token in ("", "x" * 43, "../../../etc/passwd"):
        phone.token = token
        reply = phone.post("card", activity=activity.id, text="x")
        assert (reply.status, reply.json["code"]) == (401, "not_joined")
    assert not desk.room.cards


def test_a_disk_in_trouble_is_said_and_nothing_acknowledged(
    desk: Desk, let_in: LetIn, expected_log: list[object]
) -> None:
    zoe = let_in("Zoé")
    activity = desk.go_to("questions")
    desk.live.stop()
    reply = zoe.post("card", activity=activity.id, text="x")
    assert (reply.status, reply.json["code"]) == (503, "stopped")
    assert "retry-after" in reply.headers


def test_a_full_disk_is_said_and_the_same_answer_is_stored_once_there_is_room(
    desk: Desk, let_in: LetIn, expected_log: list[object]
) -> None:
    zoe = let_in("Zoé", "fr")
    activity = desk.go_to("questions")
    on_the_writers_thread(desk, "PRAGMA max_page_count = 1")
    stored = 0
    while True:
        message = {"activity": activity.id, "text": "x" * 150, "key": new_key()}
        reply = zoe.post("card", message)
        if reply.status != 200:
            break
        stored += 1
    assert (reply.status, reply.json["code"]) == (503, "disk_full")
    assert reply.json["message"].startswith("Le disque est plein.")
    assert reply.headers["retry-after"] == "2"
    assert zoe.get("/api/state").status == 200
    assert len(desk.live.read(desk.room.session.id).result(SOON).cards) == stored
    on_the_writers_thread(desk, "PRAGMA max_page_count = 100000")
    for again in (False, True):
        reply = zoe.post("card", message)
        assert (reply.status, reply.json["again"]) == (200, again)
    assert len(desk.live.read(desk.room.session.id).result(SOON).cards) == stored + 1
    assert len(expected_log) == 1


def on_the_writers_thread(desk: Desk, sql: str) -> None:
    """Run a pragma on the writer's own connection; a notice is the only thing that thread calls."""
    book = desk.live._writer._keeper._book
    forget = desk.live.subscribe(lambda _changed: book._conn.execute(sql).fetchone())
    with contextlib.suppress(WorldError):
        desk.do(ask.SetBlackout(not desk.room.session.blackout))
    forget()


def test_hostile_texts_are_text_or_a_sentence(desk: Desk, phone: Phone) -> None:
    activity = desk.go_to("questions")
    for text in samples.hostile_texts():
        phone.token, phone.cookies = "", {}
        replies = [phone.post("join", code="K7QM", name=text)]
        phone.cookies.clear()
        assert phone.join("Zoé").status == 200
        replies.append(phone.post("card", activity=activity.id, text=text))
        for reply in replies:
            assert reply.status in (200, 422), (text, reply.text)
            assert reply.status == 200 or reply.json["message"]
        for path in ("/j/K7QM", "/j/K7QM/main"):
            page = phone.get(path).text
            assert "<script>alert" not in page
            assert "<img" not in page
            assert "\u202e" not in page
