"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 2
DERIVED = "517e1ffe712150655373b6b5b899875e"
