"""Starts the command line: `python -m workshop_desk`."""

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    sys.exit(0)
