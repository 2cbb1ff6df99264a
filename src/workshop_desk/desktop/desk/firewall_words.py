"""What the desk says of this laptop's firewall."""

from typing import assert_never

from workshop_desk.domain.firewall import Firewall, Verdict
from workshop_desk.i18n.words import Words


def firewall_words(t: Words, found: Firewall | None, port: int, *, busy: bool) -> str:
    """Return what was found, or that it is being looked for; a command may stand below it."""
    if busy:
        return t("This laptop is looking. It takes a few seconds.")
    if found is None:
        return t("It may keep phones out without a word.")
    match found.verdict:
        case Verdict.OPEN:
            return t("{name} lets phones in.", name=found.name)
        case Verdict.ABSENT:
            return t("No firewall is in the way on this laptop.")
        case Verdict.UNSURE:
            return t(
                "{name} is on; only an administrator may see more. This lets phones in:", name=found.name
            )
        case Verdict.CLOSED if not found.command:
            return t(
                "{name} keeps phones out. Its rules are your own: let port {port} in.",
                name=found.name,
                port=port,
            )
        case Verdict.CLOSED if found.public:
            return t("This laptop treats the network as public. The missing rule:")
        case Verdict.CLOSED:
            return t("{name} keeps phones out. This lets them in:", name=found.name)
        case _:
            assert_never(found.verdict)
