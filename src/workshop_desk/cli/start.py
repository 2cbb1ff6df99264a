"""Where the program begins: the desk at once, or what the command line asks for."""

import sys

from workshop_desk.base.paths import data_file
from workshop_desk.base.trouble import WorldError
from workshop_desk.cli.desk import open_desk, tell
from workshop_desk.cli.exits import Exit
from workshop_desk.domain.refusals import Refusal
from workshop_desk.i18n.words import Words
from workshop_desk.live.sentences import refusal_sentence, trouble_sentence


def main() -> None:
    """Run the program; what cannot be done ends in one sentence, not in a traceback."""
    words = Words("en")
    try:
        code = _commanded() if sys.argv[1:] else open_desk(data_file(), None)
    except WorldError as error:
        sentence = trouble_sentence(words, error.trouble)
        tell(f"{sentence} ({error.detail})" if error.detail else sentence)
        code = Exit.WORLD
    except Refusal as error:
        tell(refusal_sentence(words, error))
        code = Exit.REFUSED
    sys.exit(code or Exit.DONE)


def _commanded() -> int:
    # Loaded when there is something to read: whoever starts the desk by its icon waits for none of it.
    from workshop_desk.cli.main import run  # noqa: PLC0415

    return run()
