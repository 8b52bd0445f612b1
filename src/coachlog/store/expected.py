"""What an up-to-date store looks like. Made by `python -m coachlog.store.write_expected`."""

SCHEMA = 1
DERIVED = "562e0383eafc8a2ab4eab4c30167876a"
