"""Finding the method that a command names."""

import click

from workshop_desk.methods.catalogue import all_methods
from workshop_desk.methods.schema import Method


def the_method(wanted: str) -> Method:
    """Return a method by id, or tell which there are."""
    methods = all_methods()
    found = methods.get(wanted)
    if found is None:
        known = ", ".join(method.id for method in methods.known)
        raise click.BadParameter(f"There is no method '{wanted}'. Known: {known}.")
    return found
