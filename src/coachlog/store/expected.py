"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 4
DERIVED = "3350bcad62703f1bc8252af2dd12cb8a"
