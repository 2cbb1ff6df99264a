"""Actions: who will do what by when; private ones stay with who wrote them."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from workshop_desk.base.ids import new_id
from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.capture import Capture, writers
from workshop_desk.desktop.desk.controls import button, frame, row
from workshop_desk.desktop.desk.empty import Empty
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.lines import Line, LineList, Lines
from workshop_desk.desktop.desk.paint import Mark
from workshop_desk.desktop.desk.pickers import Day, Picker
from workshop_desk.desktop.desk.ticks import Tick
from workshop_desk.desktop.theme import restyle
from workshop_desk.domain.actions import Action, ActionState
from workshop_desk.domain.commands import AddAction, ChangeAction
from workshop_desk.domain.people import Channel
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, Audience
from workshop_desk.domain.units import ActionId
from workshop_desk.i18n.dates import short_date
from workshop_desk.live.changes import Stored


class ActionPanel(Capture):
    """The list of actions above a line to note one more."""

    def __init__(self, face: Face, asking: Asking, write_for: Callable[[Activity], None]) -> None:
        super().__init__(face, asking, write_for)
        t = face.t
        self._lines = Lines(self)
        self._list = LineList(self._lines, face.palette, name="actions")
        self._list.setAccessibleName(t("Actions"))
        self._list.setToolTip("")
        self._list.doubleClicked.connect(self._toggle_done)
        self._empty = Empty(face)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._list)
        self._what = QLineEdit()
        self._what.setObjectName("action_what")
        self._what.setPlaceholderText(t("What will be done?"))
        self._what.setAccessibleName(t("What will be done?"))
        self._who = Picker(face.palette, name="action_who")
        name = QLineEdit()
        name.setPlaceholderText(t("Who"))
        name.returnPressed.connect(self._note)
        self._who.setEditable(True)
        self._who.setLineEdit(name)
        self._who.setAccessibleName(t("Who does it"))
        self._who.setMinimumWidth(150)
        self._dated = Tick(t("by"), face.palette, name="action_dated")
        self._due = Day(face.palette, face.t.language, name="action_due")
        self._due.setAccessibleName(t("By when"))
        self._due.setEnabled(False)
        self._dated.toggled.connect(self._due.setEnabled)
        self._add = button(t("Note it"), self._note, name="action_add", kind="tonal")
        self._what.returnPressed.connect(self._note)
        self._form = frame("private", name="action_form")
        form = row(
            self._what, self._who, self._dated, self._due, self._add, gap=8, margins=(10, 8, 10, 8)
        )
        form.setStretch(0, 1)
        self._form.setLayout(form)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self._form)

    def fill(self, room: Room, activity: Activity) -> None:
        """Show the actions, unless they are their writers' own."""
        t = self.face.t
        secret = activity.audience is Audience.AUTHOR
        self._form.setVisible(not secret)
        if secret:
            have = writers(room, activity.id)
            heading = t("Nobody has written yet")
            if have:
                heading = t.many("{n} has noted theirs", "{n} have noted theirs", have)
            sentence = t("Only who writes can read it: it never comes to this desk or to the screen.")
            self._empty.say(heading, sentence, have, len(room.taking_part(activity)))
            self._pages.setCurrentWidget(self._empty)
            self.count.hide()
            return
        actions = [one for one in room.actions_of(activity.id) if not one.private]
        self.count.setText(t.many("{n} action", "{n} actions", len(actions)))
        self._offer_names(room)
        self._lines.show([self._line(place, action) for place, action in enumerate(actions)])
        if not actions:
            self._empty.say(t("No action yet"), t("One line is enough: what, who, by when."))
        self._pages.setCurrentWidget(self._list if actions else self._empty)

    def _line(self, place: int, action: Action) -> Line:
        t = self.face.t
        marks = []
        if action.due is not None:
            when = short_date(action.due, t.language)
            marks.append(Mark(t("by {date}", date=when)))
        if action.state is ActionState.DONE:
            marks.append(Mark(t("done"), "success", "check-bold"))
        if action.state is ActionState.DROPPED:
            marks.append(Mark(t("dropped")))
        over = action.state is not ActionState.OPEN
        return Line(action.id, action.what, str(place + 1), tuple(marks), action.who, over)

    def _offer_names(self, room: Room) -> None:
        names = [room.name_of(person) for person in room.attendees]
        if names != [self._who.itemText(place) for place in range(self._who.count())]:
            typed = self._who.currentText()
            self._who.clear()
            self._who.addItems(names)
            self._who.setCurrentText(typed)
        if self._due.date() < self._due.minimumDate() or not self._dated.isChecked():
            today = self.face.now().utc.astimezone(self.face.zone).date()
            self._due.setDate(QDate(today.year, today.month, today.day).addDays(14))

    def _note(self) -> None:
        activity = self.activity
        if activity is None:
            return
        chosen = self._due.date()
        due = None
        if self._dated.isChecked():
            due = date(chosen.year(), chosen.month(), chosen.day())
        command = AddAction(
            ActionId(new_id()),
            activity.id,
            self._what.text(),
            self._who.currentText(),
            due,
            channel=Channel.DESK,
        )
        self.asking.ask(command, done=self._noted, refused=self._not_noted)

    def _noted(self, _receipt: Stored) -> None:
        self._what.clear()
        restyle(self._what, "state", "")
        self._what.setFocus()

    def _not_noted(self, setback: Setback) -> None:
        self.asking.tell_setback(setback)
        restyle(self._what, "state", "wrong")

    def _toggle_done(self) -> None:
        line, room = self._lines.line(self._list.currentIndex().row()), self.asking.room
        action = room.actions.get(ActionId(line.key)) if line and room else None
        if action is None:
            return
        done = action.state is ActionState.DONE
        wanted = ActionState.OPEN if done else ActionState.DONE
        said = self.face.t("Open again.") if done else self.face.t("Done.")
        back = ChangeAction(action.id, state=action.state)
        self.asking.ask(ChangeAction(action.id, state=wanted), said=said, undo=(back,))
