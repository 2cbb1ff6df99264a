"""A rehearsal with windows: pictures of the stage, and desk and stage to look at meanwhile."""

import threading
from concurrent.futures import ThreadPoolExecutor

from workshop_desk.app.rehearsal import Result, Wish, rehearse
from workshop_desk.app.relay import Relay
from workshop_desk.app.windows import Windows, application
from workshop_desk.app.workshop import Workshop
from workshop_desk.desktop.stage.pictures import stage_picture
from workshop_desk.live.rehearse import Scene


def run_rehearsal(workshop: Workshop, wish: Wish, *, shown: bool) -> Result:
    """Rehearse with pictures of the stage; `shown` puts desk and stage on the screen meanwhile."""
    app = application(wish.language)
    stop = threading.Event()
    with workshop:
        relay = Relay()
        windows = Windows(workshop) if shown else None
        entering = _Enter(windows) if windows is not None else None

        def show(scene: Scene) -> None:
            relay.wait(lambda: _keep_picture(workshop, wish, scene), stop)

        with ThreadPoolExecutor(1, "rehearsal") as player:
            if windows is not None and entering is not None:
                windows.desk.show()
                windows.bridge.changed.connect(entering.heard)
            playing = player.submit(rehearse, workshop, wish, show, stop)
            playing.add_done_callback(lambda _done: relay.later(app.quit))
            app.exec()
            stop.set()
        if windows is not None:
            windows.close()
    return playing.result()


class _Enter:
    """Brings the desk to the run view once the rehearsed session is open."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows
        self._entered = False

    def heard(self, _news: object) -> None:
        """Enter, once."""
        if not self._entered and self._windows.bridge.room is not None:
            self._entered = True
            self._windows.desk.resume()


def _keep_picture(workshop: Workshop, wish: Wish, scene: Scene) -> None:
    """Paint the stage as it is now, and keep it as a PNG."""
    dark = workshop.live.settings.stage_dark
    picture = stage_picture(workshop.room, workshop.network, workshop.moments.now(), dark=dark)
    wish.out.mkdir(parents=True, exist_ok=True)
    picture.save(str(wish.out / f"stage-{scene.number:02d}-{scene.name}.png"))
