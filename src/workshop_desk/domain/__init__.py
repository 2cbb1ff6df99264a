"""Room 3, domain: the plain facts and rules of a workshop, with no clock, chance, disk or words.

May import the standard library only, without clock, random, threads, files and logging: `now` is an
argument. To add a noun: one file here; to add a command: `commands.py`, its decision in
`rules/<topic>.py`, one line in `rules/decide.py` and one in `live/rights.py`.
"""
