"""Builds store, live, phones and windows in this order, and closes them in reverse."""
