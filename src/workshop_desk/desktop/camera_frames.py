"""Codes in the pictures of a camera, or of a film: what a child process does, without Qt.

Pictures come from PyAV, which is FFmpeg and knows the cameras of three systems; it is installed with the
extra `camera`. Codes are read by zxing-cpp. Both are loaded in the child only.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from time import monotonic

AGAIN = 3.0
"""Seconds after which a code that is still in sight is read once more: someone may have come back."""

_PREVIEW_WIDTH, _PREVIEW_GAP = 320, 0.15
_SYSTEMS = {"linux": "v4l2", "win32": "dshow", "darwin": "avfoundation"}


@dataclass(frozen=True, slots=True)
class Camera:
    """Where pictures come from: a device of a system, or with kind '' a file."""

    name: str
    device: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture in greys, a byte for each point, row after row."""

    width: int
    height: int
    grey: bytes


@dataclass(frozen=True, slots=True)
class Code:
    """What was read."""

    text: str


@dataclass(frozen=True, slots=True)
class Lost:
    """There are no more pictures; `reason` is the system's, '' for a file that is over."""

    reason: str = ""


Seen = Frame | Code | Lost


def cameras() -> tuple[Camera, ...]:
    """Return the cameras of this system; asked in a child too, as drivers take their time."""
    import av  # noqa: PLC0415 - only where the extra is installed
    import av.device  # noqa: PLC0415

    kind = _SYSTEMS.get(sys.platform, "")
    if not kind:
        return ()
    try:
        found = av.device.enumerate_input_devices(kind)
    except (av.FFmpegError, OSError, ValueError):
        return ()
    return tuple(
        Camera(one.description or one.name, _device(kind, one.name), kind)
        for one in found
        if not one.media_types or "video" in one.media_types
    )


def _device(kind: str, name: str) -> str:
    return f"video={name}" if kind == "dshow" else name


def frames(camera: Camera) -> Iterator[Frame]:
    """Give the pictures of a camera as they come, or all of a file."""
    import av  # noqa: PLC0415 - only where the extra is installed

    with av.open(camera.device, format=camera.kind or None) as source:
        for picture in source.decode(video=0):
            grey = picture.reformat(format="gray")
            plane = grey.planes[0]
            rows, wide = memoryview(plane), plane.line_size
            width, height = grey.width, grey.height
            packed = b"".join(rows[row * wide : row * wide + width] for row in range(height))
            yield Frame(width, height, packed)


def codes_in(frame: Frame) -> tuple[str, ...]:
    """Return the texts of the codes in a picture."""
    import zxingcpp  # noqa: PLC0415 - in the child only

    picture = memoryview(frame.grey).cast("B", (frame.height, frame.width))
    kinds = zxingcpp.BarcodeFormats(
        (
            zxingcpp.BarcodeFormat.QRCode,
            zxingcpp.BarcodeFormat.DataMatrix,
            zxingcpp.BarcodeFormat.Aztec,
            zxingcpp.BarcodeFormat.PDF417,
            zxingcpp.BarcodeFormat.Code128,
        )
    )
    return tuple(one.text for one in zxingcpp.read_barcodes(picture, formats=kinds) if one.text)


def smaller(frame: Frame) -> Frame:
    """Return a picture small enough to be shown while one aims."""
    step = max(1, frame.width // _PREVIEW_WIDTH)
    rows = range(0, frame.height - frame.height % step, step)
    width = len(range(0, frame.width, step))
    grey = b"".join(frame.grey[row * frame.width : (row + 1) * frame.width : step] for row in rows)
    return Frame(width, len(rows), grey)


class Sightings:
    """Remembers what was read when, so that a badge held still is read once."""

    def __init__(self) -> None:
        self._seen: dict[str, float] = {}

    def new(self, texts: tuple[str, ...], now: float) -> tuple[str, ...]:
        """Return which texts were not in sight just before."""
        found = tuple(text for text in texts if now - self._seen.get(text, -AGAIN) >= AGAIN)
        self._seen = {text: at for text, at in self._seen.items() if now - at < AGAIN}
        self._seen.update(dict.fromkeys(texts, now))
        return found


def watch(camera: Camera, told: Connection) -> None:
    """Look through a camera until it is gone or nobody listens; tell codes, and pictures to aim by."""
    import av  # noqa: PLC0415 - only where the extra is installed

    sightings, shown = Sightings(), -_PREVIEW_GAP
    try:
        for frame in frames(camera):
            now = monotonic()
            for text in sightings.new(codes_in(frame), now):
                told.send(Code(text))
            if now - shown >= _PREVIEW_GAP:
                shown = now
                told.send(smaller(frame))
        told.send(Lost())
    except ConnectionError:  # nobody listens any more
        return
    except (av.FFmpegError, OSError, ValueError) as error:
        told.send(Lost(str(error) or type(error).__name__))
