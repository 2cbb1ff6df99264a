"""axe-core, which is bundled with a development dependency, finds nothing serious on any phone page.

Each page and state is looked at in both languages; the English ones light, the French ones dark.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests import samples
from tests.phones.breaks import a_break
from tests.phones.conftest import Desk
from tests.room.browser import phone_page
from workshop_desk.base.ids import new_id
from workshop_desk.domain import agenda_commands as plan
from workshop_desk.domain import commands as ask
from workshop_desk.domain.control_commands import TellPhones
from workshop_desk.domain.remotes import RemoteRole
from workshop_desk.domain.stage_commands import SetLookHere
from workshop_desk.domain.training import Training
from workshop_desk.domain.units import CardId

pytestmark = pytest.mark.browser
SERIOUS = ("serious", "critical")
KINDS = ("mood", "subjects", "subject_vote", "contract", "questions", "contributions", "actions")
Look = Callable[[str], None]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    planned = samples.codev_plan("fr")
    desk = Desk(tmp_path / "desk.sqlite")
    desk.open(replace(planned, session=replace(planned.session, training=Training())))
    yield desk
    desk.stop()


def serious(page: Page, state: str) -> list[str]:
    """Return what axe-core finds that is serious: the state, the rule, and where."""
    return [
        f"{state}: {one['id']} {[node['target'] for node in one['nodes']]}"
        for one in Axe().run(page).response["violations"]
        if one["impact"] in SERIOUS
    ]


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("fr", "dark")])
def test_nothing_serious_on_any_page(desk: Desk, browser: Browser, language: str, scheme: str) -> None:
    found: list[str] = []
    seen: list[str] = []
    with phone_page(browser, language) as page:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        site = desk.site

        def look(state: str) -> None:
            seen.append(state)
            found.extend(serious(page, state))

        for path in ("/", "/j/NONE", "/j/K7QM", "/j/K7QM/back", "/j/K7QM/about"):
            page.goto(site + path)
            look(path)
        page.goto(f"{site}/j/K7QM")
        page.fill("#name", "Amina")
        page.locator("button.b").click()
        expect(page.locator("#ring .me")).to_be_visible()
        look("lobby")
        _held_room(desk, page, look)
        _every_kind(desk, page, look)
        for path in ("sign", "me"):
            page.goto(f"{site}/j/K7QM/{path}")
            look(path)
        page.locator(".er summary").click()
        look("erase")
        page.locator(".er button").click()
        expect(page.locator("[role=status]").first).to_be_visible()
        look("asked")
        _lost_and_back(desk, page, site, look)
        _steering(desk, page, site, look)
    assert not found, "\n".join(found)
    assert len(seen) == len(set(seen))


def _held_room(desk: Desk, page: Page, look: Look) -> None:
    """Look at what the facilitator asks of all, at a raised hand, and at a phone that a table shares."""
    desk.do(TellPhones("Rendez-vous dans dix minutes"))
    expect(page.locator("#told")).to_be_visible()
    page.locator(".hand button[name=up]").click()
    expect(page.locator(".hand button[value='0']")).to_be_visible()
    look("told, with a hand up")
    desk.do(SetLookHere(True))
    expect(page.locator(".hand")).to_have_count(0)
    look("look up")
    desk.do(SetLookHere(False))
    page.locator(".share summary").click()
    look("share this phone")


def _every_kind(desk: Desk, page: Page, look: Look) -> None:
    """Look at each kind of step, with something written where one writes."""
    step = desk.room.steps[0]
    desk.do(plan.InsertStep(a_break(desk.room.session.id), 1))
    desk.do(ask.GoTo(desk.room.steps[1].id))
    desk.do(ask.StartTimer())
    expect(page.locator("#clock.big svg")).to_be_visible()
    look("pause")
    desk.do(ask.GoTo(step.id))
    for key in KINDS:
        who = "client" if key in ("contract", "actions", "contributions") else "consultant"
        desk.do(ask.AssignRole(desk.person("Amina"), who))
        activity = desk.activity(key)
        if key == "subject_vote":
            desk.do(ask.SubmitCard(CardId(new_id()), desk.activity("subjects").id, None, "Dire non"))
        desk.go_to(key)
        if key in ("questions", "contributions"):
            who_writes = desk.person("Amina")
            desk.do(ask.SubmitCard(CardId(new_id()), activity.id, who_writes, "Depuis quand ?"))
        desk.do(ask.StartTimer())
        if key == "contributions":
            expect(page.locator(".stars li.card")).to_be_visible()
        else:
            expect(page.locator("main")).to_have_attribute("data-activity", activity.id)
        look(key)
    desk.do(ask.AssignRole(desk.person("Amina"), "consultant"))


def _lost_and_back(desk: Desk, page: Page, site: str, look: Look) -> None:
    """Look at what a phone says that lost the room, that left, and at the end."""
    page.goto(f"{site}/j/K7QM")
    desk.go_to("questions")
    expect(page.locator("#text")).to_be_visible()
    page.context.set_offline(True)
    expect(page.locator(".lost")).to_be_visible()
    page.fill("#text", "Que sait ton équipe ?")
    page.locator("button.s2").first.click()
    expect(page.locator(".kp.wait.isout")).to_be_visible()
    page.evaluate("document.getElementById('help').hidden = false")
    look("reconnecting")
    page.context.set_offline(False)
    expect(page.locator(".lost")).to_be_hidden(timeout=15_000)
    page.locator("footer button[name=present]").click()
    expect(page.locator("button[name=present][value='1']")).to_be_visible()
    look("left")
    page.locator("button[name=present][value='1']").click()
    expect(page.locator("#text")).to_be_visible()
    desk.close()
    expect(page.locator("#ring")).to_be_visible()
    look("goodbye")
    page.context.clear_cookies()
    page.goto(f"{site}/j/K7QM")
    look("closed")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_serious_on_the_phone_of_a_table(desk: Desk, browser: Browser, language: str) -> None:
    with phone_page(browser, language) as page:
        page.goto(f"{desk.site}/j/K7QM")
        page.fill("#name", "Amina")
        page.locator("button.b").click()
        page.locator(".share summary").click()
        page.fill("#beside", "Ben")
        page.locator(".share button").click()
        expect(page.locator(".share p")).to_contain_text("Ben")
        found = serious(page, "shared")
        desk.go_to("mood")
        expect(page.locator(".who li")).to_have_count(2)
        found += serious(page, "who answers now")
        page.locator(".who a").first.click()
        expect(page.locator(".as")).to_be_visible()
        found += serious(page, "for one of the table")
    assert not found, "\n".join(found)


def _steering(desk: Desk, page: Page, site: str, look: Look) -> None:
    page.goto(f"{site}/remote")
    look("not steering")


@pytest.mark.parametrize("role", list(RemoteRole))
def test_nothing_serious_where_phones_steer(desk: Desk, browser: Browser, role: RemoteRole) -> None:
    with phone_page(browser, "en") as page:
        page.goto(f"{desk.site}/r/{desk.offer(role)}")
        found = serious(page, "pair")
        page.fill("#name", "Ben")
        page.locator("button.b").click()
        expect(page.locator("main form").first).to_be_visible()
        found += serious(page, role.value)
    assert not found, "\n".join(found)
