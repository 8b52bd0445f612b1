"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 3
DERIVED = "f7b9192034fa5c6e15507d5e3f0e29d0"
