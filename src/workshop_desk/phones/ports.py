"""The fixed list of ports; a port that is taken is never remembered as ours."""

PORTS = (8080, 8081, 8082, 8090, 8000, 8888)
"""Tried in this order; the address is shown with the one that was free."""
