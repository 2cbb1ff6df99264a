"""Room 6a, live: the one writer. Commands in, one transaction per batch, snapshots and notices out.

May import rooms 5 to 1; never Qt, starlette or asyncio. Rights are decided in `rights.py` alone.
"""
