"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 4
DERIVED = "0734f8111de3c2bb0c28bae39516b5fc"
