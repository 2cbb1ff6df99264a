"""What a sheet of who was there says, before anyone draws it: day by day, half-day by half-day.

Of a training action it is the sign-in sheet, with what was signed; of any other session the hours of
arrival alone, and no word of signing. Blank, it has the planned hours and room for pens.
"""

from dataclasses import dataclass, replace
from datetime import timedelta, timezone, tzinfo

from workshop_desk.domain.half_days import Half, HalfDay, half_days
from workshop_desk.domain.hours import hours_planned
from workshop_desk.domain.legal_hold import recorded_name
from workshop_desk.domain.presence import Stay
from workshop_desk.domain.presence_log import log_of
from workshop_desk.domain.registrations import awaited
from workshop_desk.domain.room import Room
from workshop_desk.domain.signatures import Signature, SignatureKind, Stroke
from workshop_desk.domain.signing import (
    Signed,
    evidence_number,
    fingerprint,
    halves_so_far,
    minutes_ahead,
    was_there,
)
from workshop_desk.domain.units import Instant, Language, Moment, PersonId
from workshop_desk.exports.presence_words import corrections
from workshop_desk.exports.times import last_presence
from workshop_desk.i18n.dates import local, long_date
from workshop_desk.i18n.words import Words

LATE = timedelta(minutes=10)
"""Who comes so much after the beginning, or goes so much before the end, is said to."""

_LEAST_ROWS, _SPARE_ROWS = 12, 3


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One person in one half-day: what was drawn, or a word in its place, and small words beside."""

    ink: tuple[Stroke, ...] = ()
    said: str = ""
    missing: bool = False
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One person; `name` '' is a line to write on."""

    name: str
    department: str
    cells: tuple[SheetCell, ...]


@dataclass(frozen=True, slots=True)
class SheetDay:
    """One day: its date, the heads of its half-days, the people, the trainer's boxes, the notes."""

    date: str
    heads: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    trainer: tuple[tuple[str, SheetCell], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetWords:
    """Everything that a sheet says; `facts` are label and value, `provider` a training provider's."""

    paper: str
    title: str
    facts: tuple[tuple[str, str], ...]
    provider: str
    date_head: str
    name_head: str
    days: tuple[SheetDay, ...]
    foot: str


def sheet_words(room: Room, language: Language, tz: tzinfo, *, blank: bool) -> SheetWords:
    """Return what the sheet of a room says; blank, what is there to be filled in."""
    teller = _Teller(room, Words(language), tz, blank=blank)
    days = dict.fromkeys(half.day for half in teller.halves)
    return SheetWords(
        paper=teller.paper,
        title=room.session.title,
        facts=teller.facts(),
        provider=teller.provider(),
        date_head=teller.t("Date"),
        name_head=teller.t("Name and department"),
        days=tuple(teller.day([half for half in teller.halves if half.day == day]) for day in days),
        foot=teller.foot(),
    )


def sheet_title(t: Words, room: Room) -> str:
    """Return what the sheet is called: only a training action's is signed."""
    return t("Sign-in sheet") if room.session.training else t("Attendance sheet")


class _Teller:
    """Finds the words for one room in one language."""

    def __init__(self, room: Room, t: Words, tz: tzinfo, *, blank: bool) -> None:
        self.room, self.t, self.tz, self.blank = room, t, tz, blank
        self.signs = room.session.training is not None
        self.now = _last_moment(room)
        offset = minutes_ahead(room, tz)
        if blank:
            zone = timezone(timedelta(minutes=offset))
            self.halves = half_days(hours_planned(room, self.now), zone)
        else:
            self.halves = halves_so_far(room, self.now, offset)
        self.signed = Signed(room.signatures, self.halves)
        self.paper = sheet_title(t, room)

    def facts(self) -> tuple[tuple[str, str], ...]:
        t, session = self.t, self.room.session
        reference = session.training.reference if session.training else ""
        found = (
            (t("Place"), session.location),
            (t("Facilitation"), session.facilitator),
            (t("Reference"), reference),
        )
        return tuple((label, value) for label, value in found if value)

    def provider(self) -> str:
        training = self.room.session.training
        if training is None:
            return ""
        parts = [self.room.session.organisation]
        if training.siret:
            parts.append(self.t("SIRET {number}", number=training.siret))
        if training.nda:
            parts.append(self.t("declaration of activity no. {number}", number=training.nda))
        parts.append(training.address)
        return " · ".join(part for part in parts if part)

    def foot(self) -> str:
        t = self.t
        if not self.signs:
            return t("Hours of arrival and departure as noted during the session.")
        if self.blank:
            return t("Sheet to sign by hand, one box for each half-day.")
        number = evidence_number(self.room)
        said = t(
            "Electronic sign-in – simple electronic signature (eIDAS regulation), "
            "evidence no. {number}.",
            number=number,
        )
        mark = fingerprint(self.room)
        return f"{said}\n{t('Fingerprint {mark}', mark=mark)}" if mark else said

    def day(self, halves: list[HalfDay]) -> SheetDay:
        t = self.t
        people = sorted(self._people(), key=lambda one: (one[0].casefold(), one[0]))
        rows = [
            SheetRow(name, department, tuple(self._cell(person, half) for half in halves))
            for name, department, person in people
        ]
        if self.blank:
            lines = max(_LEAST_ROWS, self.room.session.expected, len(rows) + _SPARE_ROWS)
            empty = SheetRow("", "", tuple(SheetCell() for _ in halves))
            rows += [empty] * (lines - len(rows))
        trainer = tuple((self._trainer_head(half), self._trainer(half)) for half in halves)
        return SheetDay(
            date=long_date(halves[0].day, t.language),
            heads=tuple(self._head(half) for half in halves),
            rows=tuple(rows),
            trainer=trainer if self.signs else (),
            notes=() if self.blank else (*self._corrections(halves), *self._counts(halves)),
        )

    def _people(self) -> list[tuple[str, str, PersonId | None]]:
        """Return name, department and id of everyone, and of who was awaited and did not come."""
        room = self.room
        departments = {one.person: one.department for one in room.registrations.values()}
        found: list[tuple[str, str, PersonId | None]] = [
            (self._name(person), departments.get(person, ""), person) for person in room.attendees
        ]
        found += [(one.name, one.department, None) for one in awaited(room.registrations.values())]
        return found

    def _cell(self, person: PersonId | None, half: HalfDay) -> SheetCell:
        if self.blank:
            return SheetCell()
        t = self.t
        stays = self.room.stays_of(person) if person is not None else ()
        there = [stay for stay in stays if was_there((stay,), half)]
        if not there or person is None:
            return SheetCell(said=t("absent"))
        hours = self._hours(there, half)
        if not self.signs:
            return SheetCell(beside=hours)
        signature = self.signed.of(person, half)
        return replace(self._drawn(signature), beside=hours)

    def _drawn(self, signature: Signature | None) -> SheetCell:
        t = self.t
        if signature is None:
            return SheetCell(said=t("to be signed"), missing=True)
        if signature.kind is SignatureKind.PAPER:
            return SheetCell(said=t("signed on paper"))
        return SheetCell(ink=signature.strokes)

    def _trainer(self, half: HalfDay) -> SheetCell:
        return SheetCell() if self.blank else self._drawn(self.signed.of(None, half))

    def _hours(self, stays: list[Stay], half: HalfDay) -> tuple[str, ...]:
        """Return when someone came, and that they came late or left early."""
        t, came = self.t, stays[0].entered
        earlier = [one for one in self.halves if one.ends <= half.begins and one.ends >= came]
        if earlier:
            came = half.begins  # They had been there since the half-day before.
        hour = self._hour(came)
        found = [t("came {hour}", hour=hour) if came > half.begins + LATE else hour]
        left = stays[-1].left
        if left is not None and left < half.ends - LATE:
            found.append(t("left {hour}", hour=self._hour(left)))
        return tuple(found)

    def _corrections(self, halves: list[HalfDay]) -> list[str]:
        """Return what the facilitator corrected of these half-days, each with its reason."""
        keys = {half.key for half in halves}
        begins, ends = halves[0].begins, halves[-1].window.ends
        found = [
            self._of_signature(link)
            for link in self.room.signatures
            if link.reason and link.half_day in keys
        ]
        log = log_of(one for one in self.room.presence.events if begins <= one.at <= ends)
        for person in self.room.attendees:
            name = self._name(person)
            found += [
                self.t("Correction: {name}, {what}", name=name, what=said)
                for said in corrections(self.t, log, person, self.tz)
            ]
        return found

    def _of_signature(self, link: Signature) -> str:
        t, hour = self.t, self._hour(link.at)
        name = self._name(link.person) if link.person else t("Facilitation")
        half = t("morning") if link.half_day.endswith(Half.MORNING) else t("afternoon")
        facts = {"name": name, "half": half, "hour": hour, "reason": link.reason}
        if link.kind is SignatureKind.PAPER:
            return t("Correction: {name}, {half}, signed on paper, noted {hour}: {reason}", **facts)
        return t("Correction: {name}, {half}, signature struck out, noted {hour}: {reason}", **facts)

    def _name(self, person: PersonId) -> str:
        """Return a name: the law keeps it in the record of a training action, and only there."""
        return recorded_name(self.room, person) if self.signs else self.room.name_of(person)

    def _counts(self, halves: list[HalfDay]) -> list[str]:
        t = self.t
        found = []
        for half in halves:
            came = sum(was_there(self.room.stays_of(one), half) for one in self.room.attendees)
            if half.half is Half.MORNING:
                said = t.many("Morning: {n} person there.", "Morning: {n} people there.", came)
            else:
                said = t.many("Afternoon: {n} person there.", "Afternoon: {n} people there.", came)
            found.append(said)
        return [" ".join(found)]

    def _head(self, half: HalfDay) -> str:
        facts = {"begins": self._hour(half.begins), "ends": self._hour(half.ends)}
        # While it goes on its end is only when something was last written down.
        goes_on = not self.blank and self.room.session.closed is None and half == self.halves[-1]
        if goes_on and half.half is Half.MORNING:
            return self.t("Morning, since {begins}", **facts)
        if goes_on:
            return self.t("Afternoon, since {begins}", **facts)
        if half.half is Half.MORNING:
            return self.t("Morning, {begins} to {ends}", **facts)
        return self.t("Afternoon, {begins} to {ends}", **facts)

    def _trainer_head(self, half: HalfDay) -> str:
        if half.half is Half.MORNING:
            return self.t("Facilitation, morning")
        return self.t("Facilitation, afternoon")

    def _hour(self, instant: Instant) -> str:
        there = local(instant, self.tz)
        return f"{there.hour}:{there.minute:02d}"


def _last_moment(room: Room) -> Moment:
    """Return up to when everything is known: the last coming, going, step or signature."""
    known = last_presence(room)
    if room.session.closed is not None:
        return known
    signed = max((link.at for link in room.signatures), default=known.utc)
    return replace(known, utc=max(known.utc, signed))
