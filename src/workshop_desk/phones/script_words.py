"""The words that the pages' script says by itself."""

import json

from workshop_desk.i18n.words import Words


def script_words(t: Words) -> str:
    """Return them as JSON that is safe inside a page; blanks are filled by the script."""
    found = {
        "left": t("{time} left", time="{time}"),
        "over": t("{time} over time", time="{time}"),
        "paused": t("Paused, {time} left", time="{time}"),
        "minute": t("One minute left"),
        "zero": t("The time is up"),
        "count": t("{n} of {most}", n="{n}", most="{most}"),
        "placed": t("{n} of {most} placed", n="{n}", most="{most}"),
        "all_placed": t("All placed"),
        "send_my": t("Send my {n}", n="{n}"),
        "one_here": t("You are the first."),
        "many_here": t("{n} people are here.", n="{n}"),
        "sending": t("Sending…"),
        "sent": t("Sent"),
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
