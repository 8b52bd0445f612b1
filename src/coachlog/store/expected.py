"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 4
DERIVED = "e8c50dbf3f0df29a5cd7a46f3bda4734"
