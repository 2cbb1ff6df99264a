"""Decisions: room, command and moment in; the new room and what to save out, or a refusal.

One file per topic, named as the topic is everywhere. Plain functions on frozen data: no clock, no
chance, no words for people. To add a command: its dataclass in `domain/commands.py`, its decision
here, one line in `rules/decide.py`, one line in `live/rights.py`.
"""
