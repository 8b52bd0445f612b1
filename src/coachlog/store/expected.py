"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 16
DERIVED = "42d002aee9ae8ef1b273f848551d59dd"
