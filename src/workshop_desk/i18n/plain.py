"""A catalogue as plain data, as it is kept in the cache folder."""

Plain = tuple[dict[str, str], dict[str, tuple[str, ...]], str]
"""Texts, plurals by the words for one, and gettext's rule for plurals."""
