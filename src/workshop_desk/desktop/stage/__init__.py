"""The projected window: scenes painted from frozen models. Knows `parts`, never `desk`.

`scenes.py` chooses the scene from a room and paints it; `frame.py` is what all scenes share. To add a
step kind: one file with its noun, whose `scene` says what the room sees, and a line in `scenes.py`.
"""
