"""`workshop-desk host`: a session without windows, steered by lines on standard input."""

import json
import os
import signal
import stat
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from workshop_desk.app.awake import Awake
from workshop_desk.app.workshop import Workshop
from workshop_desk.base.log import note_versions, open_log
from workshop_desk.base.trouble import WorldError
from workshop_desk.cli.exits import EXIT_CODES
from workshop_desk.cli.methods import the_method
from workshop_desk.cli.options import data_option, language_option
from workshop_desk.cli.state import host_state
from workshop_desk.cli.wishes import wish
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.sessions import SessionLine, SessionState
from workshop_desk.domain.training import Training
from workshop_desk.domain.units import Language, SessionId
from workshop_desk.i18n.words import Words
from workshop_desk.insight.usual import usual_lengths
from workshop_desk.live.moments import MachineMoments
from workshop_desk.live.sentences import refusal_sentence, trouble_sentence
from workshop_desk.phones.ports import PORTS


@click.command(epilog=EXIT_CODES)
@click.option("--method", "method_id", default="codev", show_default=True, help="The method's id.")
@click.option("--preset", default="", help="A preset of the method; none for its usual minutes.")
@click.option("--usual", is_flag=True, help="Give steps the time they really took in past sessions.")
@click.option("--title", default="", help="What the session is called.")
@click.option(
    "--training", is_flag=True, help="A training action (“action de formation”): it is signed."
)
@click.option("--reference", default="", help="Its reference on agreement and programme.")
@click.option("--address", default=None, help="The address to listen on; found by itself otherwise.")
@click.option("--port", type=click.IntRange(0, 65535), default=None, help="The port; 0 for any.")
@click.option("--resume", default=None, metavar="SESSION", help="Go on with a session by id or code.")
@click.option("--json", "quiet", is_flag=True, help="Nothing but JSON, no hints on standard error.")
@data_option
@language_option
def host(
    method_id: str,
    preset: str,
    usual: bool,
    title: str,
    training: bool,
    reference: str,
    address: str | None,
    port: int | None,
    resume: str | None,
    quiet: bool,
    data: Path,
    lang: str | None,
) -> None:
    """Hold a session without windows.

    The first line of standard output is one JSON object: url, code, address, port, session. Then each
    line of standard input is one command: next, back, go STEP, start, pause, add SECONDS, time TIME,
    started SECONDS, zero keep|hold|propose|go_on, undo, clocks COUNT TIME, clock start|pause|drop,
    reveal, blackout, state, close. Each is answered by one JSON line. When standard input ends the
    session stays open in the file and can be resumed; where there is none (/dev/null) it goes on until
    SIGTERM.
    """
    signal.signal(signal.SIGTERM, _interrupt)
    # Warnings and bugs go to the log's file: standard error is for whoever reads it.
    click.get_current_context().call_on_close(open_log())
    note_versions()
    language = Language(lang or "en")
    ports = PORTS if port is None else (port,)
    with (
        Workshop(data, MachineMoments(), address=address, ports=ports) as workshop,
        ExitStack() as stack,
    ):
        if resume:
            session = find_session(workshop.live.sessions, resume)
        else:
            wanted = Wanted(method_id, preset, title, language, usual, training, reference)
            session = _plan(workshop, wanted)
        room = workshop.open_session(session)
        stack.callback(_stay_awake(Words(language), quiet=quiet))
        _tell(workshop.network, room.session.id, quiet=quiet)
        _steer(workshop, Words(language))


def _tell(network: NetworkState, session: SessionId, *, quiet: bool) -> None:
    """Say where phones come in."""
    _say(
        url=network.url,
        code=network.code,
        address=network.address,
        port=network.port,
        session=session,
    )
    if not quiet:
        click.echo(f"Phones join at {network.url}", err=True)


def _stay_awake(t: Words, *, quiet: bool) -> Callable[[], None]:
    """Keep the laptop awake from now on; where that cannot be, say so. Returns how to let go."""

    def told(awake: bool) -> None:
        if not awake and not quiet:
            words = t("This laptop may dim: plug it in and switch its screen saver off.")
            click.echo(words, err=True)

    awake = Awake(told)
    awake.keep()
    return awake.close


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of a new session."""

    method: str
    preset: str
    title: str
    language: Language
    usual: bool
    training: bool
    reference: str


def _plan(workshop: Workshop, wanted: Wanted) -> SessionId:
    """Plan a session; refused before anything is written while another one is open."""
    room = workshop.live.room
    if room is not None and room.session.state is SessionState.OPEN:
        raise Refusal(Why.OTHER_SESSION_OPEN)
    method = the_method(wanted.method)
    name = wanted.title or method.name.in_language(wanted.language)
    lengths = usual_lengths(workshop.live.past_times(method.id).result()) if wanted.usual else None
    known = workshop.live.settings
    training = Training(wanted.reference, known.siret, known.nda, known.address)
    wish = workshop.new_plan(
        method,
        wanted.preset,
        name,
        wanted.language,
        usual=lengths,
        training=training if wanted.training else None,
    )
    workshop.ask(wish)
    return wish.session.id


def find_session(lines: Sequence[SessionLine], wanted: str) -> SessionId:
    """Return the session with this id, the start of an id, or this code; refuse if there is none."""
    for line in lines:
        if wanted == line.id or wanted.upper() == line.code:
            return line.id
    starts = [line.id for line in lines if line.id.startswith(wanted.lower())]
    if len(starts) == 1:
        return starts[0]
    raise Refusal(Why.NO_SESSION)


def _steer(workshop: Workshop, words: Words) -> None:
    """Answer commands until the session closes, the input ends or the machine wants us to stop."""
    for line in _lines():
        word, _, rest = line.strip().partition(" ")
        if not word:
            continue
        try:
            answer = _obey(workshop, word, rest.strip())
        except Refusal as refusal:
            answer = _failure(refusal.why.value, refusal_sentence(words, refusal))
        except WorldError as error:
            answer = _failure(error.trouble.value, trouble_sentence(words, error.trouble))
        _say(**answer)
        if workshop.room.session.state is SessionState.CLOSED:
            workshop.say_goodbye()
            return


def _lines() -> Iterator[str]:
    """Yield lines of standard input; where there is none, wait for a signal to stop."""
    stop = threading.Event()
    try:
        yield from sys.stdin
        mode = os.fstat(sys.stdin.fileno()).st_mode
        if stat.S_ISCHR(mode) and not sys.stdin.isatty():
            stop.wait()
    except KeyboardInterrupt:
        return


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _obey(workshop: Workshop, word: str, rest: str) -> dict[str, Any]:
    if word == "state":
        return host_state(workshop.room, workshop.moments.now())
    asked = wish(workshop, word, rest)
    if asked is None:
        return _failure("unknown_command", f"Unknown command: {word}")
    stored = workshop.ask(asked)
    return {"ok": True, "revision": stored.revision}


def _failure(code: str, message: str) -> dict[str, Any]:
    return {"ok": False, "code": code, "message": message}


def _say(**record: object) -> None:
    click.echo(json.dumps(record, ensure_ascii=False))
    sys.stdout.flush()
