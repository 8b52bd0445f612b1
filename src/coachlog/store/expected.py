"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 13
DERIVED = "3606992779d04bb90c797a0d1fefd328"
