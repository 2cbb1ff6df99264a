"""Starts the command line: `python -m workshop_desk`."""

from workshop_desk.cli.main import main

if __name__ == "__main__":
    main()
