"""The sounds: made by the project, quiet, soft at both ends, and one for every signal."""

import array
import importlib.util
import math
import wave
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from workshop_desk.base.resources import resources
from workshop_desk.domain.cues import Cue

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sounds", ROOT / "packaging" / "sounds.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def shipped(cue: Cue) -> Path:
    return resources() / "sounds" / f"{cue}.wav"


def heard(cue: Cue) -> tuple[list[float], int]:
    """Return what the file holds, from -1 to 1, and its rate."""
    with wave.open(str(shipped(cue)), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        data = array.array("h", file.readframes(file.getnframes()))
        return [one / 32768 for one in data], file.getframerate()


def loudness(samples: list[float]) -> float:
    return 20 * math.log10(max(map(abs, samples)))


def test_every_signal_has_its_sound_and_nothing_else_is_there() -> None:
    assert {path.name for path in (resources() / "sounds").iterdir()} == {f"{cue}.wav" for cue in Cue}


@pytest.mark.parametrize("cue", Cue)
def test_it_is_made_anew_byte_for_byte(maker: ModuleType, cue: Cue, tmp_path: Path) -> None:
    maker.write(cue.value, tmp_path)
    assert (tmp_path / f"{cue}.wav").read_bytes() == shipped(cue).read_bytes()


@pytest.mark.parametrize(
    ("cue", "seconds", "peak"),
    [
        (Cue.SOON, 0.2, -20.0),
        (Cue.START, 0.9, -16.0),
        (Cue.ROTATION, 0.9, -16.0),
        (Cue.END, 1.4, -12.0),
        (Cue.GONG, 2.0, -12.0),
    ],
)
def test_it_is_as_long_and_as_quiet_as_it_should_be(cue: Cue, seconds: float, peak: float) -> None:
    samples, rate = heard(cue)
    assert len(samples) / rate == pytest.approx(seconds)
    assert loudness(samples) == pytest.approx(peak, abs=0.05)
    assert shipped(cue).stat().st_size <= 100_000


@pytest.mark.parametrize("cue", Cue)
def test_it_comes_and_goes_softly(cue: Cue) -> None:
    samples, rate = heard(cue)
    peak = max(map(abs, samples))
    assert samples[0] == samples[-1] == 0
    fifth = round(0.006 * rate)
    assert max(map(abs, samples[:fifth])) < 0.2 * peak  # 30 ms to its full strength
    assert max(map(abs, samples[-fifth:])) < 0.02 * peak
    steps = (abs(later - one) for one, later in pairwise(samples))
    assert max(steps) < 0.6 * peak, "a click"


@pytest.mark.parametrize("cue", [Cue.START, Cue.END, Cue.ROTATION])
def test_bells_ring_between_500_and_2000_hertz(cue: Cue) -> None:
    samples, rate = heard(cue)
    within = sum(_power(samples, rate, hertz) for hertz in range(500, 2001, 10))
    below = sum(_power(samples, rate, hertz) for hertz in range(50, 500, 10))
    above = sum(_power(samples, rate, hertz) for hertz in range(2010, 6000, 10))
    assert within > 30 * (below + above)


def _power(samples: list[float], rate: int, hertz: float) -> float:
    """Return how much of a frequency there is in the first half second (Goertzel)."""
    turn = 2 * math.cos(math.tau * hertz / rate)
    before = last = 0.0
    for sample in samples[: rate // 2]:
        last, before = sample + turn * last - before, last
    return last * last + before * before - turn * last * before
