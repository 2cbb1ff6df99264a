"""Makes the sounds of the program: five short signals, from sines alone.

Run `uv run python packaging/sounds.py`; the files in `resources/sounds` are then made anew, byte for
byte the same. What they are like comes from methods.md 11.4: soft bells between 500 and 2000 Hz, where a
laptop speaks and an older ear still hears, −12 dBFS at most, faded in over 30 ms so that nobody starts.
"""

import math
import sys
import wave
from array import array
from collections.abc import Iterable
from pathlib import Path

OUT = Path(__file__).parents[1] / "resources" / "sounds"
RATE = 22_050
FULL = 32_767
FADE_IN, FADE_OUT = 0.030, 0.080
Partial = tuple[float, float, float]
"""Times the note's frequency, how loud, and the seconds in which it sinks to 1/e."""

BELL: tuple[Partial, ...] = ((1.0, 1.0, 0.42), (2.0, 0.30, 0.20), (3.0, 0.05, 0.08))
CHIME: tuple[Partial, ...] = ((1.0, 1.0, 0.30), (2.0, 0.15, 0.14))
WOOD: tuple[Partial, ...] = ((1.0, 1.0, 0.035), (2.7, 0.12, 0.012))
# Not harmonic, as in metal; the two lowest are close together and beat slowly.
METAL: tuple[Partial, ...] = (
    (1.0, 1.0, 0.95),
    (1.006, 0.7, 0.95),
    (1.52, 0.55, 0.80),
    (2.03, 0.50, 0.65),
    (2.71, 0.35, 0.45),
    (3.76, 0.20, 0.28),
    (5.10, 0.10, 0.15),
)
Note = tuple[float, float, tuple[Partial, ...]]
"""When it begins, in seconds, its frequency in hertz, and what it is made of."""

SOUNDS: dict[str, tuple[float, float, tuple[Note, ...]]] = {
    "start": (0.9, -16.0, ((0.0, 784.0, CHIME),)),  # one soft chime
    "soon": (0.2, -20.0, ((0.0, 294.0, WOOD),)),  # one low tick
    "end": (1.4, -12.0, ((0.0, 880.0, BELL), (0.35, 659.3, BELL))),  # two notes, going down
    "gong": (2.0, -12.0, ((0.0, 262.0, METAL),)),  # the end that stops a pitch
    "rotation": (0.9, -16.0, ((0.0, 587.3, CHIME), (0.22, 880.0, CHIME))),  # two notes, going up
}
"""Of each: its seconds, its peak in dBFS, its notes."""


def samples(name: str) -> "array[int]":
    """Return a sound as 16-bit samples."""
    seconds, peak, notes = SOUNDS[name]
    count = round(seconds * RATE)
    level = [0.0] * count
    for begin, hertz, partials in notes:
        first = round(begin * RATE)
        for place in range(first, count):
            at = (place - first) / RATE
            level[place] += _ramp(at / FADE_IN) * _rung(hertz, partials, at)
    level = [one * _ramp((count - 1 - place) / RATE / FADE_OUT) for place, one in enumerate(level)]
    return _scaled(level, 10 ** (peak / 20))


def write(name: str, folder: Path) -> None:
    """Write a sound as a WAV file of one channel."""
    data = samples(name)
    if sys.byteorder == "big":
        data.byteswap()
    with wave.open(str(folder / f"{name}.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(data.tobytes())


def _rung(hertz: float, partials: Iterable[Partial], at: float) -> float:
    return math.fsum(
        loud * math.exp(-at / sinks) * math.sin(math.tau * hertz * times * at)
        for times, loud, sinks in partials
    )


def _ramp(share: float) -> float:
    """Return a smooth way from 0 to 1."""
    return 0.5 - 0.5 * math.cos(math.pi * min(1.0, max(0.0, share)))


def _scaled(level: list[float], peak: float) -> "array[int]":
    loudest = max(map(abs, level))
    return array("h", (round(one / loudest * peak * FULL) for one in level))


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    for sound in SOUNDS:
        write(sound, OUT)
