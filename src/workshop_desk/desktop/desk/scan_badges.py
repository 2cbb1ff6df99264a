"""The dialog that lets people in whose badges the laptop's camera reads, one after the other."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from workshop_desk.desktop.badge_camera import BadgeCamera
from workshop_desk.desktop.camera_frames import Camera, Frame, cameras
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.checking_in import CheckingIn
from workshop_desk.desktop.desk.controls import button, label, two_lines
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.outside import DeskActions, PapersJob
from workshop_desk.desktop.desk.pickers import Picker
from workshop_desk.domain.badges import Unread

_SIGHT = QSize(400, 300)


class ScanBadges(DeskDialog):
    """Shows what the camera sees, to aim by, and what became of the last badge."""

    def __init__(
        self, face: Face, asking: Asking, checking_in: CheckingIn, actions: DeskActions, over: QWidget
    ) -> None:
        t = face.t
        super().__init__(face, t("Scan badges"), name="scan_dialog", parent=over, width=448)
        self._asking = asking
        self._checking_in = checking_in
        self._actions = actions
        self._picker = Picker(face.palette, name="scan_camera")
        self._picker.setAccessibleName(t("Camera"))
        self._picker.hide()
        self._sight = QLabel()
        self._sight.setObjectName("scan_sight")
        self._sight.setFixedSize(_SIGHT)
        self._sight.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sight.setAccessibleName(t("What the camera sees"))
        self._said = two_lines("strong", name="scan_said")
        self._said.say(t("Hold a badge in front of the camera."))
        self.add(self._picker, self._sight, self._said)
        self.add(label(t("Pictures are looked at and forgotten, nothing is kept."), "small", wrap=True))
        done = button(t("That is all"), self.accept, name="scan_done", kind="main")
        self._foot.addWidget(done)
        self._camera = BadgeCamera(self)
        self._camera.read.connect(self._read)
        self._camera.seen.connect(self._show)
        self._camera.lost.connect(self._lost)
        self.finished.connect(self._stop)
        asking.toasts.heard = self._said.say
        self._job: PapersJob | None = actions.run(cameras, (), self._found, self._unfound)

    def look_through(self, camera: Camera) -> None:
        """Look through this camera."""
        self._sight.show()
        self._camera.start(camera)
        self.fit()

    def _found(self, found: tuple[Camera, ...]) -> None:
        self._job = None
        if not found:
            self._sight.hide()
            self.complain(self.face.t("No camera is found. A scanner or the name does as well."))
            self.fit()
            return
        for one in found:
            self._picker.addItem(one.name, one)
        self._picker.setVisible(len(found) > 1)
        self._picker.currentIndexChanged.connect(self._chosen)
        self.look_through(found[0])

    def _unfound(self, failure: BaseException) -> None:
        self._job = None
        self._lost(str(failure))

    def _chosen(self) -> None:
        camera = self._picker.currentData()
        if isinstance(camera, Camera):
            self.look_through(camera)

    def _read(self, text: str) -> None:
        if not self._checking_in.scan(text):
            self._checking_in.say_unread(Unread.NO_CODE, text)

    def _show(self, frame: Frame) -> None:
        # A camera looks back at you: mirrored, one aims as in a mirror.
        image = QImage(
            frame.grey, frame.width, frame.height, frame.width, QImage.Format.Format_Grayscale8
        ).flipped(Qt.Orientation.Horizontal)
        fit, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self._sight.setPixmap(QPixmap.fromImage(image).scaled(_SIGHT, fit, smooth))

    def _lost(self, reason: str) -> None:
        words = self.face.t("The camera gives no picture. Another program may be using it.")
        self.complain(f"{words} ({reason})" if reason else words)

    def _stop(self) -> None:
        self._asking.toasts.heard = None
        if self._job is not None:
            self._job.cancel()
        self._camera.stop()
