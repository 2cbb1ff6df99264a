"""The pages: templates compiled once, everything that people typed escaped."""

import secrets
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import get_args, get_origin

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workshop_desk.base.resources import resources
from workshop_desk.domain.codes import apart
from workshop_desk.domain.remotes import RemoteRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Joining, Place, SessionState
from workshop_desk.domain.steps import StepKind
from workshop_desk.i18n.dates import short_date
from workshop_desk.i18n.words import Words
from workshop_desk.phones.assets import Assets
from workshop_desk.phones.clock_words import back_at, beside_it, in_since, time_left
from workshop_desk.phones.codes import code_path
from workshop_desk.phones.deeds import DEEDS
from workshop_desk.phones.messages import Dots, types_of
from workshop_desk.phones.privacy import notice, whole
from workshop_desk.phones.script_words import (
    remote_words,
    script_words,
    sign_words,
    stage_words,
)
from workshop_desk.phones.seats import seats
from workshop_desk.phones.shapes import StateShape
from workshop_desk.phones.stage_shapes import RemoteShape, StageShape
from workshop_desk.phones.verbs import VERBS

_LANGUAGES = (("fr", "Français"), ("en", "English"))


class Pages:
    """Draws the pages from what phones are told; the script uses the same drawings."""

    def __init__(self, assets: Assets) -> None:
        loader = FileSystemLoader(Path(resources() / "phone"))
        self._env = Environment(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._env.globals.update(
            css=assets.css.path,
            js=assets.js.path,
            languages=_LANGUAGES,
            types={verb.name: _types(verb.message) for verb in VERBS},
            deeds={deed.name: _types(deed.message) for deed in DEEDS},
            new_key=lambda: secrets.token_urlsafe(18),
            ring_of=seats,
            apart=apart,
        )
        self._assets = assets
        for name in self._env.list_templates(extensions=["html"]):
            self._env.get_template(name)

    def room(
        self, t: Words, room: Room, state: StateShape, *, said: str = "", typed: str = "", **own: str
    ) -> str:
        """Draw the page of someone who is in; `own` are `me`, the mark of their drafts, and `wifi`."""
        return self._draw(
            "room.html",
            t,
            **self._inside(t, room, state, typed),
            **{"me": "", "wifi": "", **own},
            title=room.session.title,
            said=said,
            script_words=script_words(t),
        )

    def main(self, t: Words, room: Room, state: StateShape) -> str:
        """Draw the part of that page that changes."""
        return self._draw("main.html", t, **self._inside(t, room, state, ""))

    def join(self, t: Words, room: Room, typed: Mapping[str, str], said: str = "") -> str:
        """Draw the way in."""
        return self._draw(
            "join.html",
            t,
            code=room.session.code,
            title=room.session.title,
            notice=notice(t, room),
            said=said,
            listed=room.session.joining is not Joining.OPEN,
            typed={"name": "", "email": "", "key": secrets.token_urlsafe(18), **typed},
        )

    def back(self, t: Words, room: Room, typed: str = "", said: str = "") -> str:
        """Draw the question for a personal code."""
        return self._draw(
            "back.html",
            t,
            code=room.session.code,
            title=room.session.title,
            said=said,
            tickets=any(one.code for one in room.registrations.values()),
            typed=typed,
            key=secrets.token_urlsafe(18),
        )

    def ask_code(self, t: Words, said: str = "", where: str = "/j") -> str:
        """Draw the question for the code; `where` is the address that takes it."""
        return self._draw("code.html", t, title="Workshop Desk", said=said, where=where)

    def pair(self, t: Words, role: RemoteRole, secret: str, typed: str = "", said: str = "") -> str:
        """Draw the question who steers."""
        return self._draw(
            "pair.html",
            t,
            title=t("Who steers?"),
            role=role.value,
            secret=secret,
            typed=typed,
            said=said,
        )

    def remote(self, t: Words, room: Room, state: RemoteShape, said: str = "") -> str:
        """Draw the page of a phone that steers."""
        return self._draw(
            "remote.html",
            t,
            **self._steering(t, state),
            title=room.session.title,
            said=said,
            css=self._assets.remote_css.path,
            js=self._assets.remote_js.path,
            script_words=remote_words(t),
        )

    def remote_main(self, t: Words, state: RemoteShape) -> str:
        """Draw the part of that page that changes."""
        return self._draw("remote_main.html", t, **self._steering(t, state))

    def not_steering(self, t: Words, message: str) -> str:
        """Tell that this phone does not steer, or no more."""
        way = ("/", t("Take part instead"))
        return self._note(t, "lock", t("This phone does not steer"), message, way)

    def stage(self, room: Room, state: StageShape) -> str:
        """Draw the second stage."""
        words = Words(room.session.language)
        return self._draw(
            "stage.html",
            words,
            **_on_stage(state, room.session.code),
            css=self._assets.stage_css.path,
            js=self._assets.stage_js.path,
            script_words=stage_words(words),
        )

    def stage_main(self, room: Room, state: StageShape) -> str:
        """Draw the part of it that changes."""
        return self._draw(
            "stage_main.html", Words(room.session.language), **_on_stage(state, room.session.code)
        )

    def _steering(self, t: Words, state: RemoteShape) -> Mapping[str, object]:
        timer = state["timer"]
        return {
            **_on_stage(state["stage"], state["session"]["code"], small=True),
            "state": state,
            "time_left": time_left(t, timer) if timer else "",
            "beside_it": beside_it(t, timer) if timer else "",
        }

    def sign(self, t: Words, room: Room, facts: Mapping[str, object]) -> str:
        """Draw the page to sign on."""
        return self._draw(
            "sign.html",
            t,
            **facts,
            code=room.session.code,
            title=room.session.title,
            who=room.session.facilitator or t("the facilitator"),
            css=self._assets.sign_css.path,
            js=self._assets.sign_js.path,
            script_words=sign_words(t),
        )

    def me(self, t: Words, room: Room, facts: Mapping[str, object], said: str = "") -> str:
        """Draw what is kept of one person."""
        return self._draw("me.html", t, **facts, code=room.session.code, title=t("My data"), said=said)

    def about(self, t: Words, room: Room) -> str:
        """Draw in full what becomes of what people write."""
        return self._draw(
            "about.html", t, code=room.session.code, title=t("What becomes of it"), parts=whole(t, room)
        )

    def taken_out(self, t: Words, room: Room) -> str:
        """Tell someone that they were taken out, and whom to ask."""
        return self._draw(
            "note.html",
            t,
            sign="lock",
            title=t("You are no longer in this session"),
            said=t(
                "{who} has taken you out of it. What you wrote is kept. Please speak to {who}.",
                who=room.session.facilitator or t("The facilitator"),
            ),
            onward=f"/j/{room.session.code}",
            onward_words=t("Try again"),
        )

    def locked(self, t: Words, room: Room) -> str:
        """Tell a newcomer that joining is closed, and the way back in for who was here before."""
        return self._draw(
            "note.html",
            t,
            sign="lock",
            title=t("Joining is closed"),
            said=t(
                "Nobody new can come in by phone just now. Please speak to {who}.",
                who=room.session.facilitator or t("the facilitator"),
            ),
            onward=f"/j/{room.session.code}/back",
            onward_words=t("I have a personal code"),
        )

    def closed(self, t: Words) -> str:
        """Tell a stranger that the session is over."""
        way = ("/", t("Another code"))
        return self._note(
            t,
            "clock",
            t("This session is over"),
            t("Nobody can come in any more. Thank you for your visit."),
            way,
        )

    def tried(self, t: Words) -> str:
        """Tell a phone that tried the test code that it gets here."""
        way = ("/", t("Take part instead"))
        return self._note(
            t,
            "done",
            t("It works"),
            t("This phone gets to the laptop of the room. You can put it away."),
            way,
        )

    def trouble(self, t: Words, message: str, onward: str = "/") -> str:
        """Tell what went wrong, and the way on."""
        way = (onward, t("Continue"))
        return self._note(t, "again", t("That did not work"), message, way)

    def _inside(self, t: Words, room: Room, state: StateShape, typed: str) -> Mapping[str, object]:
        timer, table = state["timer"], state["table"]
        chosen = table["chosen"] if table else ""
        return {
            "code": room.session.code,
            "time_left": time_left(t, timer) if timer else "",
            "beside_it": beside_it(t, timer) if timer else "",
            "back_at": back_at(t, timer) if timer else "",
            "in_since": in_since(t, state["you"]),
            "state": state,
            "screen": _screen(state),
            "speaks": f"?as={chosen}" if chosen else "",
            "typed": typed,
            "short": lambda text: short_date(date.fromisoformat(text), t.language),
        }

    def _note(self, t: Words, sign: str, title: str, said: str, way: tuple[str, str]) -> str:
        """Draw a page that says one thing, and the way on: where it leads, and its words."""
        return self._draw(
            "note.html", t, sign=sign, title=title, said=said, onward=way[0], onward_words=way[1]
        )

    def _draw(self, name: str, t: Words, **facts: object) -> str:
        return self._env.get_template(name).render(t=t, many=t.many, **facts)


def _on_stage(stage: StageShape, code: str, *, small: bool = False) -> Mapping[str, object]:
    """Return what the stage is drawn from, a small one without codes to scan.

    Its words are in the language of the session.
    """
    join, wifi = stage["join"], stage["wifi"]
    return {
        "w": Words(stage["language"]),
        "stage": stage,
        "code": code,
        "qr": code_path(join["url"]) if join and not small else None,
        "wifi_qr": code_path(wifi["text"]) if wifi and not small else None,
    }


def _screen(state: StateShape) -> str:
    """Return which drawing fits what is going on."""
    session, action = state["session"], state["action"]
    if session["state"] == SessionState.CLOSED or session["place"] == Place.CLOSING:
        return "goodbye.html"
    if not state["you"]["present"]:
        return "left.html"
    if session["look"]:
        return "look.html"
    if state["table"] and state["table"]["asks"] and not state["table"]["chosen"]:
        return "table.html"
    if action is not None:
        return f"{StepKind(action['kind']).noun}.html"
    return "lobby.html" if session["place"] == Place.LOBBY else "wait.html"


def _types(message: type) -> str:
    """Say which fields are no plain text, for the script that makes JSON of forms."""
    said = []
    for name, wanted in types_of(message).items():
        options = (wanted, *get_args(wanted))
        if get_origin(wanted) is tuple:
            said.append(f"{name}:{'dots' if Dots in get_args(wanted) else 'list'}")
        else:
            said += [f"{name}:{kind.__name__}" for kind in (bool, int, date) if kind in options]
    return " ".join(said)
