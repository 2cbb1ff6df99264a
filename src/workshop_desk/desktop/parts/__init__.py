"""Painted parts that desk and stage share: ring of seats, timer ring, ribbon, QR code."""
