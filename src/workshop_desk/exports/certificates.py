"""Certificates of participation: one file, one A4 page across for each certificate of the session.

They say who took part, in what, when, where and for how long, and nothing about results.
"""

from datetime import tzinfo
from enum import StrEnum
from typing import assert_never

from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.units import Language
from workshop_desk.exports.certificate_atelier import draw_atelier
from workshop_desk.exports.certificate_classic import draw_classic
from workshop_desk.exports.certificate_words import certificate_words
from workshop_desk.exports.document import Document
from workshop_desk.exports.look import A4
from workshop_desk.exports.notice import draw_notice
from workshop_desk.i18n.words import Words


class CertificateStyle(StrEnum):
    """The two layouts."""

    CLASSIC = "classic"
    ATELIER = "atelier"


def certificates(
    room: Room, language: Language, tz: tzinfo, style: str = CertificateStyle.CLASSIC
) -> bytes:
    """Return the certificates of a closed session; a page that says so where there are none."""
    t = Words(language)
    title = t("Certificates of participation · {title}", title=room.session.title)
    document = Document(title, room.session.organisation, language)
    for seat, certificate in enumerate(room.certificates.values()):
        said = certificate_words(room, certificate, seat, language, tz)
        page = document.add_page(A4[1], A4[0])
        match CertificateStyle(style):
            case CertificateStyle.CLASSIC:
                draw_classic(page, said)
            case CertificateStyle.ATELIER:
                draw_atelier(page, said)
            case never:
                assert_never(never)
    if not document.pages:
        page = document.add_page(A4[1], A4[0])
        why = t("Nobody was present, so there is no certificate.")
        if room.session.state is not SessionState.CLOSED:
            why = t("Certificates are numbered when the session is closed.")
        draw_notice(page, room.session.title, why)
    return document.finish()
