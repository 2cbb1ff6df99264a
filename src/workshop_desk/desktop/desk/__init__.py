"""The facilitator's window: home, run view, people, closing. Knows `parts`, never `stage`."""
