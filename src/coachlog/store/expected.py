"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 4
DERIVED = "5d10c84bb5a0564369a04eeb9bffad3a"
