"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 4
DERIVED = "0489218b9f9fa1657bf5d4d032f66412"
