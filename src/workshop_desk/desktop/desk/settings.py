"""A dialog for what every new session starts from, and how the windows look."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import button, label, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.hints import lack_sentence
from workshop_desk.desktop.desk.lacks import Lack
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.pickers import Picker, Stepper
from workshop_desk.desktop.desk.provider import ProviderDialog
from workshop_desk.desktop.desk.room_size import RoomSize
from workshop_desk.desktop.desk.ticks import Tick
from workshop_desk.desktop.desk.wifi import WifiDialog
from workshop_desk.desktop.theme import Palette
from workshop_desk.domain.commands import ChangeSettings
from workshop_desk.domain.plaintext import LINE_MAX, one_line
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Language
from workshop_desk.live.changes import Stored

_LONGEST_KEPT = 120


class SettingsDialog(DeskDialog):
    """Who you are, for how long answers are kept, language, look and sounds."""

    def __init__(self, face: Face, asking: Asking, actions: DeskActions, parent: QWidget) -> None:
        t = face.t
        super().__init__(face, t("Settings"), name="settings_dialog", parent=parent, width=740)
        self._asking = asking
        self._actions = actions
        known = asking.bridge.settings
        words = t("New sessions start from these. People read them on joining, and on the papers.")
        self.add(label(words, "muted", wrap=True))
        self._facilitator = _line("set_facilitator", known.facilitator)
        self._organisation = _line("set_organisation", known.organisation)
        self._location = _line("set_location", known.location)
        self._location.setPlaceholderText(t("Town, then room"))
        self._contact = _line("set_contact", known.contact)
        self.pair((t("Your name"), self._facilitator), (t("Organisation"), self._organisation))
        self.pair((t("Place"), self._location), (t("Contact for personal data"), self._contact))
        look = face.palette
        self._keep = Stepper(look, 1, _LONGEST_KEPT, name="set_keep")
        self._keep.show_number(known.keep_months)
        self._language = _languages(look, "set_language", known.language)
        self._room_language = _languages(look, "set_room_language", known.room_language)
        self.fields(
            (t("Language of this desk"), self._language),
            (t("Language of the room"), self._room_language),
            (t("Months that answers are kept"), self._keep),
        )
        self._desk_dark = _box(look, "set_desk_dark", t("Dark desk"), on=known.desk_dark)
        self._stage_dark = _box(
            look, "set_stage_dark", t("Dark screen, for dim rooms"), on=known.stage_dark
        )
        self._less_motion = _box(look, "set_less_motion", t("Less motion"), on=known.less_motion)
        look_row = row(self._desk_dark, self._less_motion, gap=16)
        look_row.setStretch(0, 1)
        look_row.setStretch(1, 1)
        joining = button(t("Wi-Fi of the room"), self._ask_wifi, name="set_wifi", size="small")
        self.add(look_row, row(self._stage_dark, None, joining))
        self._room_size = RoomSize(face, known)
        self.add(self._room_size)
        self._sounds(known)
        self.aside(button(t("Training provider"), self._ask_provider, name="set_provider"))
        self.buttons(t("Leave as it was"), t("Save"), self._send)

    def _ask_provider(self) -> None:
        """Ask in a dialog of its own for what only training providers have."""
        ProviderDialog(self.face, self._asking, self).open()

    def _sounds(self, known: Settings) -> None:
        """Add the switches of sound, and a way to try it."""
        t, look = self.face.t, self.face.palette
        words = t("Signals can be heard: start, end, change of rounds")
        self._sound = _box(look, "set_sound", words, on=known.sound)
        self._soon = _box(
            look, "set_sound_soon", t("Also a low tick when the end is near"), on=known.sound_soon
        )
        self._soon.setEnabled(known.sound)
        self._sound.toggled.connect(self._soon.setEnabled)
        ring = button(t("Play the bell"), self._actions.try_sound, name="try_sound")
        self._silence = label(lack_sentence(t, Lack.SOUND), "muted", name="no_sound", wrap=True)
        self.add(4, label(t("Sounds"), "heading"), row(self._sound, None, ring), self._soon)
        self.add(self._silence)
        self._heard_outside()
        deaf = self._actions.listen(self._heard_outside)
        self.finished.connect(lambda _how: deaf())

    def _ask_wifi(self) -> None:
        """Ask for the Wi-Fi in a dialog of its own, which keeps it by itself."""
        WifiDialog(self.face, self._asking, self).open()

    def _heard_outside(self) -> None:
        """Say so where the bell could not be heard."""
        self._silence.setVisible(Lack.SOUND in self._actions.lacks())
        self.fit()

    def _send(self) -> None:
        problem = self._room_size.problem()
        if problem is not None:
            self.complain(*problem)
            return
        wanted = replace(
            self._asking.bridge.settings,
            facilitator=_plain(self._facilitator),
            organisation=_plain(self._organisation),
            location=_plain(self._location),
            contact=_plain(self._contact),
            keep_months=self._keep.value(),
            language=Language(str(self._language.currentData())),
            room_language=Language(str(self._room_language.currentData())),
            stage_dark=self._stage_dark.isChecked(),
            desk_dark=self._desk_dark.isChecked(),
            less_motion=self._less_motion.isChecked(),
            sound=self._sound.isChecked(),
            sound_soon=self._soon.isChecked(),
        )
        self._asking.ask(
            ChangeSettings(self._room_size.into(wanted)), done=self._done, refused=self._not
        )

    def _done(self, _receipt: Stored) -> None:
        self.accept()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback))


def _line(name: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setObjectName(name)
    made.setMaxLength(LINE_MAX)
    return made


def _languages(look: Palette, name: str, chosen: str) -> Picker:
    made = Picker(look, name=name)
    made.addItem("Français", "fr")
    made.addItem("English", "en")
    made.setCurrentIndex(max(0, made.findData(chosen)))
    return made


def _box(look: Palette, name: str, words: str, *, on: bool) -> Tick:
    made = Tick(words, look, name=name)
    made.setChecked(on)
    return made


def _plain(line: QLineEdit) -> str:
    return one_line(line.text())
