"""A dialog that plans a session from a method."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_desk.base.ids import new_code, new_id
from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import button, column, label
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.is_training import IsTraining
from workshop_desk.desktop.desk.joining import joining_picker
from workshop_desk.desktop.desk.pickers import Picker, Stepper
from workshop_desk.desktop.desk.starts_at import StartsAt
from workshop_desk.desktop.desk.subject import Subject
from workshop_desk.desktop.desk.ticks import Tick
from workshop_desk.domain.plaintext import LINE_MAX, clean_line, one_line
from workshop_desk.domain.refusals import Refusal
from workshop_desk.domain.rules.people import MOST_PEOPLE
from workshop_desk.domain.sessions import CODE_LENGTH, CODE_LETTERS, Joining
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Language, Seconds
from workshop_desk.i18n.dates import duration
from workshop_desk.insight.usual import usual_lengths
from workshop_desk.live.changes import Stored
from workshop_desk.methods.catalogue import Methods
from workshop_desk.methods.planning import plan, planned_minutes
from workshop_desk.methods.schema import Method

Past = Mapping[str, tuple[Seconds, ...]]
"""Step key → how long it really took, newest first."""


class NewSession(DeskDialog):
    """Method, length, title, language, time and people; `planned` carries the new session's id."""

    planned = Signal(str)

    def __init__(
        self,
        face: Face,
        asking: Asking,
        methods: Methods,
        wanted: str,
        parent: QWidget,
        rehearse: Callable[[Subject], None],
    ) -> None:
        t = face.t
        super().__init__(face, t("New session"), name="new_session_dialog", parent=parent, width=640)
        self._asking = asking
        self._methods, self._rehearse = methods, rehearse
        settings, look = asking.bridge.settings, face.palette
        self._training = IsTraining(face, self.fit)
        self._method = Picker(look, name="new_method")
        for method in sorted(methods.known, key=lambda one: face.say(one.name).casefold()):
            self._method.addItem(face.say(method.name), method.id)
        self._preset = Picker(look, name="new_preset")
        self._purpose = label("", "small", name="new_purpose", wrap=True)
        self._title = self._line("new_title", "")
        self._language = Picker(look, name="new_language")
        self._language.addItem("Français", "fr")
        self._language.addItem("English", "en")
        self._language.setCurrentIndex(max(0, self._language.findData(settings.room_language)))
        self._expected = Stepper(look, 0, MOST_PEOPLE, name="new_expected")
        self._expected.name_least(t("not known"))
        self._joining = joining_picker(face, name="new_joining")
        self._usual = Tick(t("Use the time these steps really took"), look, name="new_usual")
        self._learned = label("", "small", name="new_learned", wrap=True)
        self._past: dict[str, Past] = {}
        self._starts_at = StartsAt(face)
        self._starts_at.given.connect(self._send)
        self._facilitator = self._line("new_facilitator", settings.facilitator)
        self._organisation = self._line("new_organisation", settings.organisation)
        self._location = self._line("new_location", settings.location)
        self._location.setPlaceholderText(t("Town, then room"))
        self._contact = self._line("new_contact", settings.contact)
        self._lay_out()
        self._method.currentIndexChanged.connect(self._offer_presets)
        self._preset.currentIndexChanged.connect(self._offer_usual)
        self._method.setCurrentIndex(max(0, self._method.findData(wanted)))
        self._offer_presets()
        if wanted:
            # The method is chosen already: what is left to say is the title.
            self._title.setFocus()
        else:
            self._method.setFocus()
        self._act(known=bool(methods.known))

    def _act(self, *, known: bool) -> None:
        """Add what can be done with it."""
        t = self.face.t
        other = button(t("Rehearse alone"), self._try_out, name="new_rehearse")
        self.aside(other)
        do = self.buttons(t("Not now"), t("Plan it"), self._send)
        for one in (do, other):
            one.setEnabled(known)

    def _lay_out(self) -> None:
        t = self.face.t
        self.add(self._training)
        self.pair((t("Method"), self._method), (t("Length"), self._preset))
        self.add(self._purpose)
        self._learning = QWidget()
        self._learning.setLayout(column(self._usual, self._learned, gap=2))
        self._learning.hide()
        self.add(self._learning)
        self.pair((t("Title"), self._title), (t("Who may come in"), self._joining))
        self.pair((t("Language of the room"), self._language), (t("People expected"), self._expected))
        self.add(self._starts_at)
        self.pair((t("Who facilitates"), self._facilitator), (t("Organisation"), self._organisation))
        self.pair((t("Place"), self._location), (t("Contact for personal data"), self._contact))

    def _line(self, name: str, text: str) -> QLineEdit:
        made = QLineEdit(text)
        made.setObjectName(name)
        made.setMaxLength(LINE_MAX)
        return made

    def _offer_presets(self) -> None:
        method, t = self._chosen(), self.face.t
        self._preset.clear()
        if method is None:
            return
        self._purpose.setText(self.face.say(method.purpose))
        self._title.setPlaceholderText(self.face.say(method.name))
        for preset in method.presets:
            title = self.face.say(preset.title)
            said = f"{preset.total:g}" in title
            length = duration(60 * preset.total, t.language)
            self._preset.addItem(title if said else f"{title} · {length}", preset.id)
        usual = method.usual_minutes
        nearest = [preset for preset in method.presets if preset.total == usual]
        if nearest:
            self._preset.setCurrentIndex(self._preset.findData(nearest[0].id))
        else:
            length = duration(60 * usual, t.language)
            self._preset.addItem(t("Usual length · {length}", length=length), "")
        self._look_back(method)

    def _look_back(self, method: Method) -> None:
        """Ask how long this method's steps really took; the answer may come for another one by then."""
        if method.id in self._past:
            self._offer_usual()
            return
        self._asking.bridge.past_times(method.id, partial(self._learn, method.id))

    def _learn(self, method: str, times: Past) -> None:
        self._past[method] = times
        self._offer_usual()

    def _offer_usual(self) -> None:
        """Offer the usual lengths where they are known and not those of the plan anyway."""
        method, t = self._chosen(), self.face.t
        preset = str(self._preset.currentData() or "")
        learned = self._learned_lengths()
        offered = False
        if method is not None and learned and (not preset or method.preset(preset)):
            before, after = (planned_minutes(method, preset, one) for one in ({}, learned))
            runs = max(len(self._past[method.id][key]) for key in learned)
            chosen = method.preset(preset)
            margin = chosen.margin if chosen else 0.0
            lengths = [
                duration(60 * (sum(one.values()) + margin), t.language) for one in (after, before)
            ]
            said = t.many(
                "Taken from {n} earlier session: {after} instead of {before}.",
                "Taken from {n} earlier sessions: {after} instead of {before}.",
                runs,
                after=lengths[0],
                before=lengths[1],
            )
            self._learned.setText(said)
            offered = dict(after) != dict(before)
        if self._learning.isHidden() == offered:
            self._learning.setVisible(offered)
            self.fit()

    def _learned_lengths(self) -> Mapping[str, float]:
        method = self._chosen()
        return usual_lengths(self._past.get(method.id, {})) if method else {}

    def _chosen(self) -> Method | None:
        return self._methods.get(str(self._method.currentData()))

    def _send(self) -> None:
        method = self._chosen()
        if method is None:
            return
        language = Language(str(self._language.currentData()))
        try:
            start = self._starts_at.planned()
        except Refusal as refusal:
            self._starts_at.complain(setback_sentence(self.face.t, refusal))
            return
        try:
            title = self._title.text().strip()
            title = clean_line(title, LINE_MAX) if title else method.name.in_language(language)
        except Refusal as refusal:
            self.complain(setback_sentence(self.face.t, refusal), self._title)
            return
        command = plan(
            method,
            str(self._preset.currentData() or ""),
            title=title,
            language=language,
            settings=self._settings(),
            now=self.face.now().utc,
            code=new_code(CODE_LETTERS, CODE_LENGTH),
            new_id=new_id,
            planned_start=start,
            expected=self._expected.value(),
            usual=self._learned_lengths() if self._wants_usual() else None,
            training=self._training.training(self._asking.bridge.settings),
        )

        joining = Joining(str(self._joining.currentData()))
        command = replace(command, session=replace(command.session, joining=joining))
        said = self.face.t("Planned: {title}", title=title)
        self._asking.ask(
            command, said=said, done=partial(self._done, command.session.id), refused=self._not
        )

    def _try_out(self) -> None:
        """Rehearse the method as it stands here, without a session."""
        method = self._chosen()
        if method is None:
            return
        language = str(self._language.currentData())
        title = _plain(self._title) or method.name.in_language(Language(language))
        preset = str(self._preset.currentData() or "")
        expected = self._expected.value()
        self.reject()
        subject = Subject(title, expected, method=method.id, preset=preset, language=language)
        self._rehearse(subject)

    def _wants_usual(self) -> bool:
        return self._usual.isChecked() and not self._learning.isHidden()

    def _done(self, session: str, _receipt: Stored) -> None:
        self.accept()
        self.planned.emit(session)

    def _settings(self) -> Settings:
        known = self._asking.bridge.settings
        return Settings(
            facilitator=_plain(self._facilitator),
            organisation=_plain(self._organisation),
            location=_plain(self._location),
            contact=_plain(self._contact),
            keep_months=known.keep_months,
        )

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback))


def _plain(line: QLineEdit) -> str:
    return one_line(line.text())
