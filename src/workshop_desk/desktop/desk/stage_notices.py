"""What the desk says of the stage's screens: one is gone, another one came, where the stage is."""

from workshop_desk.desktop.desk.banners import Banners, Notice
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.screens import StageControl, StageFacts
from workshop_desk.i18n.words import Words

_AND = " + "


def show_stage_notices(face: Face, banners: Banners, control: StageControl) -> None:
    """Say in banners what happened to the stage's screens; take them away once it is over."""
    t, facts = face.t, control.facts()
    lost = _lost(t, facts)
    if lost is None:
        banners.take("projector")
    else:
        banners.put(lost, control.in_window)
    if not facts.newcomer:
        banners.take("newcomer")
        return
    notice = Notice(
        "newcomer",
        "info",
        t("Another screen is there: show the stage on it?"),
        glyph="projector-screen",
        button=t("Show it there"),
        refuse=t("Leave as it was"),
    )
    key = facts.newcomer
    banners.put(notice, lambda: control.choose((key,)), control.leave_newcomer)


def projector_words(t: Words, facts: StageFacts) -> str:
    """Return where the stage is, in a few words."""
    if facts.on:
        return t("Projector: {name}", name=_AND.join(facts.on))
    if facts.awaited:
        return t("Waits for {name}", name=_AND.join(facts.awaited))
    return t("No projector")


def _lost(t: Words, facts: StageFacts) -> Notice | None:
    if facts.hidden and facts.mirrored:
        return Notice(
            "projector",
            "warning",
            t("The projector shows this desk."),
            t("Choose “extend” in the system’s screen settings: the stage waits for it."),
            "projector-screen",
            t("Show in a window"),
        )
    if facts.hidden:
        return Notice(
            "projector",
            "warning",
            t("The projector is gone."),
            t("The stage waits for it."),
            "projector-screen",
            t("Show in a window"),
        )
    if facts.awaited and facts.on:
        name = _AND.join(facts.awaited)
        return Notice(
            "projector",
            "warning",
            t("A projector is gone: {name}.", name=name),
            t("The other one goes on, and the stage comes back by itself."),
            "projector-screen",
        )
    return None
