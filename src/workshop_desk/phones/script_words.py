"""The words that the pages' script says by itself."""

import json
from collections.abc import Mapping

from workshop_desk.i18n.words import Words


def script_words(t: Words) -> str:
    """Return them as JSON that is safe inside a page; blanks are filled by the script."""
    found: dict[str, str | dict[str, str]] = {
        **_clock(t),
        "count": t("{n} of {most}", n="{n}", most="{most}"),
        "placed": t("{n} of {most} placed", n="{n}", most="{most}"),
        "all_placed": t("All placed"),
        "send_my": t("Send my {n}", n="{n}"),
        "one_here": t("You are the first."),
        "many_here": t("{n} people are here.", n="{n}"),
        "sending": t("Sending…"),
        "sent": t("Sent"),
        "again": t("Reconnecting…"),
        "moved": t(
            "The session is now at {address}. If this page stops, scan the code on the screen again.",
            address="{address}",
        ),
        "kept": {"ballot": t("Your dots"), "rating": t("Your answer")},
        "tapped": t("What you tapped"),
    }
    return _packed(found)


def sign_words(t: Words) -> str:
    """Return the words of the script of the page to sign on."""
    return _packed(
        {
            "sending": t("Sending…"),
            "waits": t("Your signature is kept on this phone and sent by itself when we are back."),
        }
    )


def remote_words(t: Words) -> str:
    """Return the words of the script of a phone that steers."""
    found = {
        **_clock(t),
        "done": t("Done"),
        "lost": t("No answer from the laptop. Look at what is shown before you press again."),
    }
    return _packed(found)


def stage_words(t: Words) -> str:
    """Return the words of the script of a second stage."""
    found = {
        **_clock(t),
        "page": t("page {page} of {pages}", page="{page}", pages="{pages}"),
        "onward": t("Next:"),
        "onward_in": t("Next in {time}:", time="{time}\u00a0s"),
    }
    return _packed(found)


def _packed(found: Mapping[str, object]) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _clock(t: Words) -> dict[str, str]:
    """Return the words of the clock; those of its states by their names."""
    return {
        "waiting": t("Not started"),
        "running": t("Running"),
        "soon": t("Nearly done"),
        "last": t("Last minute"),
        "wrap_up": t("Wrap up"),
        "over": t("Over time"),
        "paused": t("Paused"),
        "hard": t("Time! Thank you"),
        "left": t("{time} left", time="{time}"),
        "so_far": t("{time} so far", time="{time}"),
        "minute": t("One minute left"),
        "zero": t("The time is up"),
        "round": t("Round {number} of {count}", number="{n}", count="{count}"),
        "change": t("Time to turn"),
        "your_turn": t("Your turn"),
        "speaks": t("{name} speaks", name="{name}"),
        "next": t("Next: {name}", name="{name}"),
        "you_next": t("You are next"),
        "next_in": t("Next in {n}\u00a0s", n="{n}"),
        "questions": t("Questions"),
        "back": t("Back at {time}", time="{time}"),
        "break_over": t("The break is over"),
        "come_back": t("Please come back to the room"),
    }
