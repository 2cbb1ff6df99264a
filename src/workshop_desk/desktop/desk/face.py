"""How the desk speaks and looks: its words, its colours, and its clock."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from workshop_desk.desktop.theme import Palette
from workshop_desk.domain.plaintext import one_line
from workshop_desk.domain.units import Instant, Language, Moment
from workshop_desk.domain.wording import Wording
from workshop_desk.i18n import dates
from workshop_desk.i18n.words import Words
from workshop_desk.live.moments import Moments


@dataclass(frozen=True, slots=True)
class Face:
    """What every panel needs to say something. `zone` None is the machine's own time zone."""

    t: Words
    palette: Palette
    moments: Moments
    zone: tzinfo | None = None

    def now(self) -> Moment:
        """Return now."""
        return self.moments.now()

    def say(self, wording: Wording) -> str:
        """Return a method's text in the language of the desk."""
        from_method = wording.in_language(Language(self.t.language))
        return one_line(from_method)

    def hour(self, instant: Instant) -> str:
        """Return '14:02'."""
        return dates.clock_time(instant, self.t.language, self.zone)

    def about(self, instant: datetime) -> str:
        """Return '14:02' for a time that is only expected: the nearest minute."""
        return self.hour(Instant(dates.nearest_minute(instant)))

    def minutes(self, seconds: float) -> str:
        """Return a length of time in words, whole minutes, at least one."""
        return dates.duration(max(60.0, 60.0 * round(seconds / 60)), self.t.language)
