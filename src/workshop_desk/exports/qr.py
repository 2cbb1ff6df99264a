"""QR codes as matrices; each face draws them itself, at whole pixels, black on white."""

QUIET = 4
"""Modules of white that a code needs on each side."""

Matrix = tuple[tuple[bool, ...], ...]


def matrix(payload: str) -> Matrix:
    """Return the code's modules, dark = True, without the quiet zone, at level M."""
    # Loaded with the first code: the desk shows none before a room is open.
    from qrcode.constants import ERROR_CORRECT_M  # noqa: PLC0415
    from qrcode.main import QRCode  # noqa: PLC0415

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(payload)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())
