"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 3
DERIVED = "f42d0422e89e94df4b63b4c2e9d96c7f"
