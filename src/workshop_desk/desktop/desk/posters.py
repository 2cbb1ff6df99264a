"""A poster with the codes, made on a click; it opens once it is there."""

from pathlib import Path

from workshop_desk.base.trouble import WorldError
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.domain.units import SessionId
from workshop_desk.live.sentences import trouble_sentence


def make_poster(asking: Asking, actions: DeskActions, session: SessionId) -> None:
    """Have the poster of a session made, and open it."""
    t = asking.t

    def failed(failure: BaseException) -> None:
        words = t("The poster could not be made. Please try again.")
        if isinstance(failure, WorldError):
            words = trouble_sentence(t, failure.trouble)
        asking.toasts.tell(words)

    def done(file: Path) -> None:
        asking.toasts.tell(t("The poster is ready: {name}", name=file.name))
        actions.open_folder(file)

    asking.toasts.tell(t("The poster is being made. It opens by itself."))
    actions.make_poster(session, done, failed)
