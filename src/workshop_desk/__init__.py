"""Workshop Desk: run a workshop in a room from one laptop.

The rooms of this house, from bottom to top: base, i18n and domain, methods, store, then live, exports
and insight, then phones and desktop, then app and cli. Imports only go down.
"""
