"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 12
DERIVED = "5678b086a3ed9ed3d9b0c05b20419526"
