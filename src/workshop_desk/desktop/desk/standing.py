"""What the desk says for as long as it lasts: trouble, a screen that is gone, a rehearsal elsewhere."""

from workshop_desk.base.trouble import Trouble
from workshop_desk.desktop.desk.banners import Banners, Notice, network_trouble
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.rehearsals import Rehearsals, RehearsalState
from workshop_desk.desktop.desk.stage_notices import show_stage_notices
from workshop_desk.live.sentences import trouble_sentence


def show_standing(face: Face, banners: Banners, trouble: Trouble | None, actions: DeskActions) -> None:
    """Put up what stands now, take away what is over; `trouble` is the writer's."""
    if trouble is None:
        banners.take("trouble")
    else:
        banners.put(Notice("trouble", "danger", trouble_sentence(face.t, trouble)))
    show_stage_notices(face, banners, actions.stage())
    network = actions.network()
    if network.trouble:
        bold, then = network_trouble(face, network.trouble)
        banners.put(Notice("network", "warning", bold + ".", then, "wifi-slash"))
    else:
        banners.take("network")
    _show_rehearsal(face, banners, actions.rehearsals())


def _show_rehearsal(face: Face, banners: Banners, rehearsals: Rehearsals) -> None:
    t = face.t
    same = t("Your sessions and figures are as they were.")
    match rehearsals.state:
        case RehearsalState.NONE:
            banners.take("rehearsal")
        case RehearsalState.PREPARING:
            notice = Notice(
                "rehearsal", "info", t("The rehearsal is being prepared."), "", "users", t("Not now")
            )
            banners.put(notice, rehearsals.end)
        case RehearsalState.RUNNING:
            words = t("A rehearsal runs in a window of its own.")
            notice = Notice("rehearsal", "info", words, "", "users", t("End the rehearsal"))
            banners.put(notice, rehearsals.end)
        case RehearsalState.FAILED:
            words = t("The rehearsal stopped by itself.")
            notice = Notice("rehearsal", "warning", words, same, button=t("All right"))
            banners.put(notice, rehearsals.end)
