"""What a certificate says, before anyone draws it."""

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import tzinfo

from workshop_desk.domain.recognition import Certificate
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import MINUTE, Language
from workshop_desk.i18n import dates
from workshop_desk.i18n.words import Words

_CODE_LENGTH, _CODE_GROUP = 12, 4


@dataclass(frozen=True, slots=True)
class CertificateWords:
    """Every text of one certificate in one language.

    `facts` are label and value; `seat` of `seats` is the person's place in order of arrival.
    `payload` is what the QR code holds: number, check code and minutes, in capitals.
    """

    organisation: str
    title: str
    we_certify: str
    name: str
    took_part: str
    session: str
    facts: tuple[tuple[str, str], ...]
    made: str
    facilitator: str
    signature: str
    present: str
    number_label: str
    number: str
    code_label: str
    code: str
    code_note: str
    footer: str
    payload: str
    seat: int
    seats: int


def certificate_words(
    room: Room, certificate: Certificate, seat: int, language: Language, tz: tzinfo
) -> CertificateWords:
    """Return what one certificate of a room says."""
    t = Words(language)
    session = room.session
    day = session.opened or certificate.issued
    present = dates.duration(certificate.present, language)
    facts = (
        (t("Date"), dates.long_date(day, language, tz)),
        (t("Time present"), present),
        (t("Method"), session.method_title.in_language(language)),
        (t("Place"), session.location),
        (t("Facilitator"), session.facilitator),
    )
    issued = dates.plain_date(certificate.issued, language, tz)
    if session.location:
        made = t("Issued at {place}, on {date}", place=session.location, date=issued)
    else:
        made = t("Issued on {date}", date=issued)
    code = check_code(certificate)
    return CertificateWords(
        organisation=session.organisation,
        title=t("Certificate of participation"),
        we_certify=t("We certify that"),
        name=certificate.name,
        took_part=t("took part in the workshop"),
        session=t("“{title}”", title=session.title),
        facts=tuple((label, value) for label, value in facts if value),
        made=made,
        facilitator=session.facilitator,
        signature=t("Signature"),
        present=present,
        number_label=t("Document no."),
        number=certificate.number,
        code_label=t("Check code"),
        code=" ".join(
            code[start : start + _CODE_GROUP] for start in range(0, _CODE_LENGTH, _CODE_GROUP)
        ),
        code_note=t("to compare with the organiser’s record"),
        footer=t(
            "The time is counted from the arrivals and departures noted during the session. "
            "This certificate says nothing about results."
        ),
        payload=payload(certificate),
        seat=seat,
        seats=len(room.certificates),
    )


def check_code(certificate: Certificate) -> str:
    """Return 12 hexadecimal digits that change with the number, the name or the minutes.

    They are no signature: they show whether a copy agrees with the organiser's record.
    """
    name = unicodedata.normalize("NFC", certificate.name)
    said = f"{certificate.number}\n{name}\n{_minutes(certificate)}"
    return hashlib.sha256(said.encode("utf-8")).hexdigest()[:_CODE_LENGTH].upper()


def payload(certificate: Certificate) -> str:
    """Return what the QR code holds, in the letters that make a small code."""
    return f"WD1:{certificate.number}:{check_code(certificate)}:{_minutes(certificate)}"


def _minutes(certificate: Certificate) -> int:
    return round(certificate.present / MINUTE)
