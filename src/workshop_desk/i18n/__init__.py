"""Room 2, i18n: words, plurals, dates and durations per language. May import `base` and babel.

To add a language: one catalogue in `resources/locale/`, the method texts, and the completeness tests
name what is missing. Never called from `domain`.
"""
