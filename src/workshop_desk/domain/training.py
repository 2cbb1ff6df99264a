"""What makes a session a training action, and what its papers then have to say of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Training:
    """A session that is an "action de formation" (Code du travail, L6313-1): only such a one is signed.

    `reference` is the one of agreement and programme. `siret`, `nda` (declaration of activity) and
    `address` are the provider's, as they were when the session was planned; all may be ''.
    """

    reference: str = ""
    siret: str = ""
    nda: str = ""
    address: str = ""
