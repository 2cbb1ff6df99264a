"""The projected window: scenes painted from frozen models. Knows `parts`, never `desk`.

To add a scene: its model and painter in one file, and a line in `scenes.py`.
"""
