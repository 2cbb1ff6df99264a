"""Certificates: the record of a paper that says someone took part."""

from dataclasses import dataclass

from workshop_desk.domain.units import CertificateId, Instant, PersonId, Seconds, SessionId


@dataclass(frozen=True, slots=True)
class Certificate:
    """One issued certificate; `number` is unique in the file, `present` is the real time there."""

    id: CertificateId
    session: SessionId
    person: PersonId
    number: str
    name: str
    present: Seconds
    issued: Instant
