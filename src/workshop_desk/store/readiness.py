"""What a look at a room found, as text in the session's row: it is read whole or not at all."""

from contextlib import suppress

from workshop_desk.domain.readiness import Check, Finding, Readiness


def text_of(checks: tuple[Check, ...]) -> str:
    """Return checks as text, '' for none."""
    if not checks:
        return ""
    # Loaded with the first look, here and below: the desk's home is shown without any.
    import json  # noqa: PLC0415

    return json.dumps([[one.finding, dict(one.facts)] for one in checks], ensure_ascii=False)


def checks_of(text: str) -> tuple[Check, ...]:
    """Return the checks that a text holds; what a newer program found in addition is left out."""
    if not text:
        return ()
    import json  # noqa: PLC0415

    found = []
    for finding, facts in json.loads(text):
        with suppress(ValueError):
            found.append(Check(Finding(finding), tuple(facts.items())))
    return tuple(found)


def open_points(text: str) -> int:
    """Return how many things a text says there are to look at."""
    return Readiness(None, checks_of(text)).open_points
