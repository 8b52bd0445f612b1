"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 16
DERIVED = "3e6661451a9ab0c60c1007de33553838"
