"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 14
DERIVED = "a1adba6764ca8dd78077302e3cc49fa0"
