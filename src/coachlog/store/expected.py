"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 13
DERIVED = "9f0fafb422140d6ed35cfd2d7cb056e6"
