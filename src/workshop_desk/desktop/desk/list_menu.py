"""What can be done with the whole list: bring one from a file, and say who may come in."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import button
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.import_list import ImportList
from workshop_desk.desktop.desk.list_words import joining_word
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.domain.commands import Leave
from workshop_desk.domain.identity_commands import SetJoining
from workshop_desk.domain.presence import Source, Way
from workshop_desk.domain.presence_commands import UndoPresence
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Joining


class ListMenu:
    """A small button over the list of people, and its menu."""

    def __init__(self, face: Face, asking: Asking, actions: DeskActions, over: QWidget) -> None:
        self._face, self._asking, self._actions = face, asking, actions
        self._over = over
        t = face.t
        self.button: QPushButton = button(
            "", self._open, name="people_more", size="small", glyph="list", palette=face.palette
        )
        self.button.setProperty("square", True)
        self.button.setAccessibleName(t("The list of people"))
        self.button.setToolTip(t("The list of people"))

    def menu_for(self, room: Room) -> QMenu:
        """Make the menu."""
        t = self._face.t
        menu = QMenu(self._over)
        menu.setObjectName("list_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(t("Import a list"), self._import)
        who = menu.addMenu(t("Who may come in"))
        group = QActionGroup(menu)
        for joining in Joining:
            action = who.addAction(joining_word(t, joining), partial(self._set, room, joining))
            action.setCheckable(True)
            action.setChecked(joining is room.session.joining)
            group.addAction(action)
        if room.present:
            menu.addAction(t("Everyone has left"), self._let_all_out)
        return menu

    def _open(self) -> None:
        room = self._asking.room
        if room is not None:
            under = self.button.mapToGlobal(QPoint(0, self.button.height() + 2))
            self.menu_for(room).popup(under)

    def _import(self) -> None:
        room = self._asking.room
        if room is not None:
            ImportList(self._face, self._asking, self._actions, room, self._over).open()

    def _let_all_out(self) -> None:
        """Let everyone out: the day is over, the session is not."""
        room, t = self._asking.room, self._face.t
        if room is None or not room.present:
            return
        *others, last = room.present
        self._asking.ask_all(tuple(Leave(person, Source.DESK) for person in others))
        said = t.many("{n} person has left.", "{n} people have left.", len(room.present))
        undo = tuple(UndoPresence(person, Way.OUT) for person in room.present)
        self._asking.ask(Leave(last, Source.DESK), said=said, undo=undo)

    def _set(self, room: Room, joining: Joining) -> None:
        session = room.session
        words = joining_word(self._face.t, joining)
        said = self._face.t("Who may come in: {who}.", who=words[:1].lower() + words[1:])
        back = (SetJoining(session.id, session.joining),)
        self._asking.ask(SetJoining(session.id, joining), said=said, undo=back)
