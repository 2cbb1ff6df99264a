"""Room 1, base: paths, resources, log, clock, ids and trouble. May import nothing of ours.

Ten files at most: it holds what every room needs, not what two rooms share.
"""
