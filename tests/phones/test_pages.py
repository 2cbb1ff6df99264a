"""The pages: plain forms do it all, nothing from outside, small, escaped, right in both languages."""

import gzip
import html
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import pytest

from tests import samples
from tests.phones.breaks import a_break
from tests.phones.conftest import Desk
from tests.phones.phone import Phone
from workshop_desk.domain import agenda_commands as plan
from workshop_desk.domain import commands as ask
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.units import CardId, ClockId, Moment, Seconds
from workshop_desk.i18n.words import Words
from workshop_desk.phones.assets import Assets
from workshop_desk.phones.pages import Pages
from workshop_desk.phones.state import States

LetIn = Callable[..., Phone]
BUDGET = 20 * 1024
"""Bytes on the line for a page with its style and script, packed as phones take them."""
DRAWN = 56 * 1024
"""The same unpacked: what a slow processor reads."""
STEPS = ("lobby", "0a", "0b", "1", "2", "3", "4", "5", "6", "closing", "closed")
NOW = Moment(samples.START, Seconds(9000.0), "boot-1")
VOID = {"meta", "link", "input", "br", "img", "hr"}


class Checker(HTMLParser):
    """Reads a page: open and closed tags must fit, controls must have names, ids must be single."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.labelled: set[str] = set()
        self.unnamed: list[str] = []
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self._fields: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if facts.get("id"):
            self.ids.append(str(facts["id"]))
        self.handlers += [name for name in facts if name.startswith("on") or name == "style"]
        self.addresses += [str(facts[name]) for name in ("href", "src", "action") if name in facts]
        if tag == "label" and facts.get("for"):
            self.labelled.add(str(facts["for"]))
        if tag in ("input", "textarea") and facts.get("type") not in ("hidden", "radio", "checkbox"):
            self._fields.append((tag, facts))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag

    def check(self) -> None:
        assert not self.open
        assert len(self.ids) == len(set(self.ids))
        assert not self.handlers
        for tag, facts in self._fields:
            assert facts.get("aria-label") or facts.get("id") in self.labelled, (tag, facts)
        for address in self.addresses:
            assert address.startswith(("/", "?")) or address == "data:,", address


def weigh(assets: Assets, page: str) -> None:
    """Hold a page to what a slow line carries, and to what a slow phone reads."""
    drawn = page.encode()
    assert len(gzip.compress(drawn, 6)) + len(assets.css.packed) + len(assets.js.packed) <= BUDGET
    assert len(drawn) + len(assets.css.body) + len(assets.js.body) <= DRAWN


def draw(pages: Pages, step: str, language: str) -> list[str]:
    room, states, t = samples.room_at(step, language), States(), Words(language)
    drawn = [pages.join(t, room, {}), pages.ask_code(t, "x"), pages.closed(t), pages.trouble(t, "x")]
    for person in room.attendees:
        state = states.shape(room, person, t, NOW)
        drawn.append(pages.room(t, room, state, said="x", typed="y"))
    return drawn


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_is_well_made_and_small(language: str) -> None:
    assets = Assets()
    pages = Pages(assets)
    for step in STEPS:
        for page in draw(pages, step, language):
            checker = Checker()
            checker.feed(page)
            checker.check()
            assert f'<html lang="{language}">' in page
            assert not re.search(r"https?:|//[a-z]", page), step
            weigh(assets, page)
            assert not re.search(r"#[0-9A-Fa-f]{6}", page)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pages_with_every_kind_of_clock_are_well_made_and_small(language: str) -> None:
    assets = Assets()
    pages = Pages(assets)
    for now, room in _with_clocks(language):
        states, t = States(), Words(language)
        for person in room.attendees:
            page = pages.room(t, room, states.shape(room, person, t, now))
            checker = Checker()
            checker.feed(page)
            checker.check()
            assert "left" in checker.ids
            weigh(assets, page)


def _with_clocks(language: str) -> Iterator[tuple[Moment, Room]]:
    """Tell of a break, of rounds and of turns."""
    story = samples.story_until("0b", language)
    step = story.room.step
    assert step is not None
    story.ask(plan.InsertStep(a_break(story.room.session.id), step.position + 1))
    story.ask(ask.GoTo(story.room.steps[step.position + 1].id))
    yield story.now, story.room
    story.ask(ask.StartTimer(), 1)
    yield story.now, story.room
    story.wait(20)
    yield story.now, story.room
    story = samples.story_until("4", language)
    step = story.room.step
    assert step is not None
    story.ask(plan.SetRounds(step.id, Rounds(3, Seconds(60), Seconds(10))))
    story.ask(ask.StartTimer())
    yield story.now, story.room
    turns = (
        plan.NewClock(ClockId(one), story.room.name_of(one), people=(one,)) for one in story.room.present
    )
    story.ask(plan.AddClocks(ClockRole.TURN, tuple(turns)))
    story.ask(plan.NextTurn())
    yield story.now, story.room


@pytest.mark.parametrize(("language", "words"), [("en", "It works"), ("fr", "Ça marche")])
def test_a_phone_that_tries_the_test_code_is_told(desk: Desk, language: str, words: str) -> None:
    with Phone(desk.port, language, source="127.0.0.9") as phone:
        for path in ("/test", "/TEST"):
            page = phone.get(path).text
            assert words in page
            assert "K7QM" not in page
            checker = Checker()
            checker.feed(page)
            checker.check()
        assert phone.get("/test?lang=fr").headers["location"] == "/test"


def test_style_and_script_ask_for_nothing_else() -> None:
    assets = Assets()
    for asset in (assets.css, assets.js):
        text = asset.body.decode().replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|@import|url\(|eval\(|innerHTML|document\.write", text)
    assert "prefers-color-scheme:dark" in assets.css.body.decode()
    for api in ("randomUUID", "clipboard", "serviceWorker", "wakeLock", "crypto.subtle"):
        assert f"{api}(" not in assets.js.body.decode()


def test_assets_are_kept_forever_and_packed(phone: Phone) -> None:
    page = phone.get("/j/K7QM").text
    for path in re.findall(r'"(/s/[^"]+)"', page):
        plain = phone.get(path)
        assert (plain.status, plain.headers["content-type"].split(";")[0]) in (
            (200, "text/css"),
            (200, "text/javascript"),
        )
        assert "immutable" in plain.headers["cache-control"]
        packed = phone.get(path, Accept_Encoding="gzip")
        assert packed.headers["content-encoding"] == "gzip"
        assert len(packed.body) < len(plain.body) / 2
        assert phone.get(path, If_None_Match=plain.headers["etag"]).status == 304


def test_pages_come_packed_to_who_unpacks(desk: Desk, phone: Phone) -> None:
    plain = phone.get("/j/K7QM")
    packed = phone.get("/j/K7QM", Accept_Encoding="gzip, deflate")
    assert "content-encoding" not in plain.headers
    assert (packed.headers["content-encoding"], packed.headers["vary"]) == ("gzip", "Accept-Encoding")
    assert len(packed.body) < len(plain.body) / 2
    assert "K7QM" in gzip.decompress(packed.body).decode()
    short = phone.get("/j?code=K7QM", Accept_Encoding="gzip")
    assert "content-encoding" not in short.headers


def test_writing_without_script(desk: Desk, phone: Phone) -> None:
    phone.fill(phone.get("/j/K7QM").text, "/j/K7QM", name="Zoé")
    desk.go_to("questions")
    page = phone.get("/j/K7QM").text
    reply = phone.fill(page, "/j/K7QM/card", text="Since when?", tags="fact")
    assert (reply.status, reply.headers["location"]) == (303, "/j/K7QM")
    again = phone.fill(page, "/j/K7QM/card", text="Since when?", tags="fact")
    assert again.status == 303
    assert [one.text for one in desk.room.cards.values()] == ["Since when?"]
    page = phone.get("/j/K7QM").text
    assert "Since when?" in page
    assert phone.fill(page, "/j/K7QM/card-text", text="Until when?").status == 303
    assert phone.fill(page, "/j/K7QM/finished", finished="1").status == 303
    assert "You have finished" in phone.get("/j/K7QM").text
    assert phone.fill(page, "/j/K7QM/card-mark", withdrawn="1").status == 303
    assert not desk.room.cards_of(desk.activity("questions").id)


def test_voting_and_rating_without_script(desk: Desk, phone: Phone) -> None:
    phone.fill(phone.get("/j/K7QM").text, "/j/K7QM", name="Zoé")
    desk.go_to("mood")
    page = phone.get("/j/K7QM").text
    assert phone.fill(page, "/j/K7QM/rating", value="4", word="").status == 303
    subjects = desk.go_to("subjects")
    for name in ("c1", "c2"):
        desk.do(ask.SubmitCard(CardId(name), subjects.id, None, name))
    desk.go_to("subject_vote")
    page = phone.get("/j/K7QM").text
    too_many = {"choices.c1": "2", "choices.c2": "1"}
    assert phone.fill(page, "/j/K7QM/ballot", **too_many).status == 422
    assert phone.fill(page, "/j/K7QM/ballot", **{"choices.c1": "1", "choices.c2": "1"}).status == 303
    assert len(desk.room.ratings) == 1
    assert [len(one.choices) for one in desk.room.ballots.values()] == [2]


def test_a_form_that_is_refused_keeps_what_was_typed(desk: Desk, phone: Phone) -> None:
    phone.fill(phone.get("/j/K7QM").text, "/j/K7QM", name="Zoé")
    desk.go_to("questions")
    long = "why " * 100
    reply = phone.fill(phone.get("/j/K7QM").text, "/j/K7QM/card", text=long)
    assert reply.status == 422
    assert "This is too long" in reply.text
    assert long.strip() in reply.text


def test_a_form_of_a_stranger_is_shown_the_way(phone: Phone) -> None:
    reply = phone.form("/j/K7QM/card", {"activity": "x", "text": "x", "key": "k" * 16})
    assert reply.status == 401
    assert 'href="/j/K7QM"' in reply.text


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "{{ 71*83 }}", '"><svg onload=x>', "</script>"]
)
def test_names_are_text(desk: Desk, let_in: LetIn, name: str) -> None:
    page = let_in(name).get("/j/K7QM").text
    checker = Checker()
    checker.feed(page)
    checker.check()
    main = page.split("<main")[1].split("</main>")[0]
    assert html.escape(name, quote=False).replace('"', "&#34;") in main
    assert "5893" not in main


def test_the_title_is_text(bare_desk: Desk) -> None:
    planned = samples.method_plan("roti", "", "en", title="</script><b>&title")
    bare_desk.open(planned)
    with Phone(bare_desk.port) as phone:
        page = phone.get("/j/K7QM").text
        assert "&lt;/script&gt;&lt;b&gt;&amp;title" in page
        assert phone.join("Zoé").status == 200
        assert "<b>&title" not in phone.get("/j/K7QM").text


def test_the_last_words(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    while desk.room.step is not None or desk.room.session.place != "closing":
        desk.do(ask.Advance())
    desk.do(ask.SetNextDate("Thursday 17 December"))
    assert "Next time: Thursday 17 December" in zoe.get("/j/K7QM").text
    desk.close()
    assert "The session is over" in zoe.get("/j/K7QM").text
