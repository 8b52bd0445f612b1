"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 1
DERIVED = "ea3a70d777541eca51b2aee0522f4c25"
