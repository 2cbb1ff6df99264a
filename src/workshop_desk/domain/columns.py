"""What the columns of a list hold, guessed by the words over them, whoever's export it is."""

import re
from collections.abc import Sequence
from enum import StrEnum

from workshop_desk.domain.names import folded


class Column(StrEnum):
    """What a column holds that a list wants to know."""

    NAME = "name"
    FIRST = "first"
    LAST = "last"
    EMAIL = "email"
    CODE = "code"
    DEPARTMENT = "department"


Columns = tuple[Column | None, ...]
"""What each column holds, None for what is not wanted."""

# Who paid is not who comes.
_OTHERS = {
    "payeur", "acheteur", "buyer", "purchaser", "payer", "billing", "facturation", "invoice",
    "organisateur", "organizer", "organiser", "evenement", "event", "campagne", "tarif", "type",
    "status", "statut", "date", "montant", "price", "prix", "currency", "devise",
}  # fmt: skip
_FIRST = {"prenom", "prenoms", "firstname", "forename", "vorname", "givenname"}
_LAST = {"surname", "lastname", "familyname", "nachname", "patronyme"}
_EMAIL = {"email", "emails", "mail", "courriel", "mel"}
_CODE = {"code", "ticket", "billet", "barcode", "codebarre", "codebarres", "badge", "qr", "inscription"}
_DEPARTMENT = {
    "service", "departement", "department", "direction", "equipe", "team", "societe", "entreprise",
    "company", "organisation", "organization", "structure", "site", "abteilung", "firma",
}  # fmt: skip
_NAME = {"nom", "noms", "name", "names", "participant", "participants", "attendee", "invite", "guest"}
_WORD = re.compile(r"[^\W_]+")


def guess(head: Sequence[str]) -> Columns:
    """Return what each column holds; each thing is found once, where its words fit first."""
    found: dict[int, Column] = {}
    said = [_words(title) for title in head]
    for wanted in Column:
        fitting = (place for place, words in enumerate(said) if _meant(words) is wanted)
        place = next((one for one in fitting if one not in found), None)
        if place is not None:
            found[place] = wanted
    by_column = {column: place for place, column in found.items()}
    if Column.FIRST in by_column and Column.LAST not in by_column and Column.NAME in by_column:
        # "Prénom" and "Nom": beside a first name, a name is a surname.
        found[by_column[Column.NAME]] = Column.LAST
    elif Column.FIRST in by_column and Column.LAST in by_column and Column.NAME in by_column:
        del found[by_column[Column.NAME]]
    return tuple(found.get(place) for place in range(len(head)))


def is_head(row: Sequence[str]) -> bool:
    """Tell whether a line is titles and no person: it names what a list wants, and has no address."""
    return any(guess(row)) and not any("@" in cell for cell in row)


def _words(title: str) -> frozenset[str]:
    plain = folded(title).replace("e-mail", "email").replace("code-barre", "codebarre")
    return frozenset(_WORD.findall(plain))


def _meant(words: frozenset[str]) -> Column | None:
    if words & _OTHERS:
        return None
    if words & _EMAIL:
        return Column.EMAIL
    if words & _FIRST or words >= {"first", "name"} or words >= {"given", "name"}:
        return Column.FIRST
    if words & _LAST or words >= {"last", "name"} or words >= {"family", "name"} or "famille" in words:
        return Column.LAST
    if words & _CODE or words >= {"numero", "participant"}:
        return Column.CODE
    if words & _DEPARTMENT:
        return Column.DEPARTMENT
    return Column.NAME if words & _NAME else None
