"""Starts the command line: `python -m workshop_desk`."""

import gc

# Nothing that loading makes is garbage. The desk looks for garbage again once it has settled, every
# other command when it begins, and so do child processes.
gc.disable()

from workshop_desk.cli.start import main  # noqa: E402

if __name__ == "__main__":
    main()
