"""The phone's ring in a real browser: it counts on its boundary and says whose clock it is."""

import re
from datetime import timedelta
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.phones.breaks import a_break
from tests.phones.conftest import Desk
from tests.room.browser import phone_page, picture
from tests.room.test_browser import come_in
from workshop_desk.base.ids import new_id
from workshop_desk.domain import agenda_commands as plan
from workshop_desk.domain import commands as ask
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.steps import Step
from workshop_desk.domain.timer import AtZero, TimerMode, whole_seconds
from workshop_desk.domain.units import ClockId, Instant, PersonId, Seconds
from workshop_desk.i18n.dates import timer_digits
from workshop_desk.live.moments import MachineMoments

pytestmark = pytest.mark.browser

SAY = {
    "en": {
        "come_in": "Come in",
        "running": "Running",
        "paused": "Paused",
        "soon": "Nearly done",
        "last": "Last minute",
        "over": "Over time",
        "waiting": "Not started",
        "hard": "Time! Thank you",
        "turn": "Your turn",
        "round": "Round 2 of 3",
        "change": "Time to turn",
        "next": "Next in",
        "back": "Back at ",
    },
    "fr": {
        "come_in": "Entrer",
        "running": "En cours",
        "paused": "En pause",
        "soon": "Bientôt fini",
        "last": "Dernière minute",
        "over": "Dépassement",
        "waiting": "Pas commencé",
        "hard": "Merci\u202f!",
        "turn": "À vous",
        "round": "Tour 2 sur 3",
        "change": "On tourne",
        "next": "Suite dans",
        "back": "Retour à ",
    },
}


def step_of(desk: Desk) -> Step:
    assert desk.room.step is not None
    return desk.room.step


def seconds_left(desk: Desk) -> float:
    return step_of(desk).timer.remaining(MachineMoments().now())


def digits(seconds: float) -> str:
    return timer_digits(whole_seconds(Seconds(seconds)))


def leave(desk: Desk, seconds: float) -> None:
    """Set the running clock so that so many seconds are left."""
    desk.do(ask.BackdateStart(Seconds(seconds_left(desk) - seconds)))


def clocks(desk: Desk, role: ClockRole, **people: tuple[PersonId, ...]) -> list[ClockId]:
    made = [plan.NewClock(ClockId(new_id()), name, Seconds(300), who) for name, who in people.items()]
    desk.do(plan.AddClocks(role, tuple(made)))
    return [one.clock for one in made]


WATCH = """() => { window.seen = []; new MutationObserver(() => {
  const text = document.getElementById("left").textContent;
  if (!seen.length || seen[seen.length - 1][1] !== text) seen.push([performance.now(), text]);
}).observe(document.getElementById("clock"), { subtree: true, childList: true }); }"""


def test_every_second_is_shown_once_on_its_boundary(desk: Desk, browser: Browser) -> None:
    with phone_page(browser) as page:
        come_in(page, desk)
        desk.go_to("questions")
        desk.do(ask.StartTimer())
        expect(page.locator("#phase")).to_have_text("Running")
        page.evaluate(WATCH)
        first = seconds_left(desk)
        expect(page.locator("#left")).to_contain_text(digits(first - 5), timeout=8000)
        seen = page.evaluate("window.seen")
        times = [at for at, _ in seen]
        assert all(abs(later - at - 1000) < 120 for at, later in pairwise(times))
        assert len(seen) >= 4


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_state_has_its_word_and_shape(
    desk: Desk, browser: Browser, language: str, width: int
) -> None:
    say = SAY[language]
    with phone_page(browser, language, width) as page:
        come_in(page, desk, button=say["come_in"])
        for key in ("questions", "hearing"):
            desk.go_to(key)

            def shows(state: str, *, key: str = key) -> None:
                expect(page.locator("#clock")).to_have_class(_is(state))
                expect(page.locator("#phase")).to_have_text(say[state])
                _fits(page)
                picture(page, f"clock-{language}-{width}-{key}-{state}")

            desk.do(plan.SetLengths(((step_of(desk).id, Seconds(900)),)))
            shows("waiting")
            desk.do(ask.StartTimer())
            shows("running")
            desk.do(ask.PauseTimer())
            shows("paused")
            desk.do(ask.StartTimer())
            leave(desk, 110)
            shows("soon")
            leave(desk, 40)
            shows("last")
            leave(desk, -42)
            shows("over")
            desk.do(plan.SetPace(step_of(desk).id, hard=True, questions=Seconds(120)))
            shows("hard")
            assert page.locator("#left").text_content() in ("1:18", "1:17", "1:16")


def _is(state: str) -> re.Pattern[str]:
    return re.compile(rf"\bis-{state}\b")


def _fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    cut = page.evaluate(
        """["left", "phase", "more"].map((id) => document.getElementById(id))
        .filter((one) => one && one.scrollWidth > one.clientWidth + 1 && one.clientWidth)
        .map((one) => one.textContent)"""
    )
    assert not cut


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rounds_change_by_themselves(desk: Desk, browser: Browser, language: str) -> None:
    say = SAY[language]
    with phone_page(browser, language) as page:
        come_in(page, desk, button=say["come_in"])
        desk.go_to("presentation")
        desk.do(plan.SetRounds(step_of(desk).id, Rounds(3, Seconds(60), Seconds(4))))
        desk.do(ask.StartTimer())
        desk.do(ask.BackdateStart(Seconds(59)))
        expect(page.locator("#phase")).to_have_text(say["change"])
        expect(page.locator("#say")).to_have_text(say["change"])
        picture(page, f"clock-{language}-round-change")
        expect(page.locator("#more")).to_have_text(say["round"])
        expect(page.locator("#phase")).to_have_text(say["running"])
        expect(page.locator("#left")).to_contain_text("0:5")
        picture(page, f"clock-{language}-round")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_group_and_a_speaker_have_their_own_clock(desk: Desk, browser: Browser, language: str) -> None:
    say = SAY[language]
    with phone_page(browser, language) as page, phone_page(browser, language) as other:
        come_in(page, desk, button=say["come_in"])
        come_in(other, desk, "Karim Haddad", say["come_in"])
        amina, karim = desk.person("Amina"), desk.person("Karim Haddad")
        desk.go_to("presentation")
        mine, yours = clocks(desk, ClockRole.GROUP, Lyon=(amina,), Paris=(karim,))
        desk.do(plan.StartClocks((mine,)))
        expect(page.locator("#more")).to_have_text("Lyon")
        expect(page.locator("#phase")).to_have_text(say["running"])
        expect(other.locator("#more")).to_have_text("Paris")
        expect(other.locator("#phase")).to_have_text(say["waiting"])
        picture(page, f"clock-{language}-group")
        desk.do(plan.DropClocks((mine, yours)))
        clocks(desk, ClockRole.TURN, Amina=(amina,), Karim=(karim,))
        desk.do(plan.NextTurn())
        expect(page.locator("#more")).to_contain_text(say["turn"])
        expect(other.locator("#more")).to_contain_text("Amina")
        picture(page, f"clock-{language}-turn")
        picture(other, f"clock-{language}-turn-next")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_notice_before_it_goes_on(desk: Desk, browser: Browser, language: str) -> None:
    say = SAY[language]
    with phone_page(browser, language) as page:
        come_in(page, desk, button=say["come_in"])
        desk.go_to("presentation")
        desk.do(plan.SetPace(step_of(desk).id, at_zero=AtZero.GO_ON))
        desk.do(ask.StartTimer())
        leave(desk, 0)
        expect(page.locator("#more")).to_contain_text(say["next"])
        picture(page, f"clock-{language}-notice")
        desk.do(plan.SetPace(step_of(desk).id, hard=True, questions=Seconds(120)))
        expect(page.locator("#clock")).to_have_class(_is("hard"))
        expect(page.locator("#more")).not_to_contain_text(say["next"])
        leave(desk, -122)
        expect(page.locator("#more")).to_contain_text(say["next"])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_break_says_when_to_be_back(desk: Desk, browser: Browser, language: str) -> None:
    say = SAY[language]
    with phone_page(browser, language) as page:
        come_in(page, desk, button=say["come_in"])
        desk.go_to("mood")
        desk.do(plan.InsertStep(a_break(desk.room.session.id), step_of(desk).position + 1))
        desk.do(ask.GoTo(desk.room.steps[step_of(desk).position + 1].id))
        now = MachineMoments().now().utc
        until = Instant((now + timedelta(minutes=16)).replace(second=0, microsecond=0))
        desk.do(plan.SetPace(step_of(desk).id, mode=TimerMode.UNTIL, until=until))
        desk.do(ask.StartTimer())
        there = page.evaluate(
            "t => new Date(t).toTimeString().slice(0, 5)", until.isoformat().replace("+00:00", "Z")
        )
        expect(page.locator("#back")).to_have_text(say["back"] + there)
        _fits(page)
        picture(page, f"clock-{language}-break")
        view = page.locator("main").get_attribute("data-view")
        desk.do(ask.AddTime(Seconds(-300)))
        expect(page.locator("#back")).not_to_have_text(say["back"] + there)
        assert page.locator("main").get_attribute("data-view") == view
        desk.do(ask.AddTime(Seconds(-700)))
        expect(page.locator("#clock")).to_have_class(_is("over"))
        picture(page, f"clock-{language}-break-over")


def test_long_times_stay_inside_the_ring_and_names_below_it(desk: Desk, browser: Browser) -> None:
    with phone_page(browser, "fr", 320) as page:
        come_in(page, desk, button="Entrer")
        desk.go_to("hearing")
        desk.do(plan.SetLengths(((step_of(desk).id, Seconds(80_000)),)))
        desk.do(ask.StartTimer())
        for seconds in (86_400, 86_400):
            desk.do(ask.BackdateStart(Seconds(seconds)))
        expect(page.locator("#left")).to_contain_text("+25:4")
        ring = page.locator("#clock .arc").bounding_box()
        text = page.locator("#left").bounding_box()
        assert ring
        assert text
        assert text["width"] < ring["width"] * 0.9
        clocks(desk, ClockRole.TURN, **{"Maximilienne-Anastasia Featherstonehaugh-Cholmondeley": ()})
        desk.do(plan.NextTurn())
        expect(page.locator("#more")).to_contain_text("Maximilienne")
        below = page.locator("#more").bounding_box()
        assert below
        assert below["y"] > ring["y"] + ring["height"]
        _fits(page)


def test_without_script_it_is_a_sentence(desk: Desk, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(f"{desk.site}/j/K7QM")
    page.fill("#name", "Amina")
    page.get_by_role("button", name="Come in").click()
    desk.go_to("questions")
    desk.do(ask.StartTimer())
    page.get_by_role("link", name="Refresh").click()
    expect(page.locator("#left")).to_contain_text(" left")
    expect(page.locator("#clock svg")).to_have_count(0)
    context.close()
