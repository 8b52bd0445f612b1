"""Pack a store as the present program writes it: `python3 dev.py pack-store [FOLDER]`.

Run it before a migration is added: the store is for the tests of the next schema. What is in it
is told at the top of test_earlier_stores.py; it is all entered through the commands.
"""

import gzip
import os
import sys
import tempfile
from pathlib import Path

from coachlog.store import migrate
from tests.within import within

ROOT = Path(__file__).parents[2]
EARLIER = Path(__file__).parent / "earlier"
NOW = "2026-11-24T09:00:00Z"
TO_KOEN = ("--to", "Koen Maes", "--agreed-by", "Amina")
COMMANDS = (
    ("session", "new", "--from", ROOT / "examples" / "eerste-gesprek.json"),
    ("session", "new", "--from", ROOT / "examples" / "terugblik.json"),
    ("goal", "score", 1, 6),
    ("topic", "park", "amina", "verlof"),
    ("coachee", "talent", "amina", "rustig blijven"),
    ("session", "plan", "amina", "2026-12-01T10:00"),
    ("session", "release", 1, "--text", "Amina wil groeien.", *TO_KOEN),
    ("trajectory", "edit", 1, "--rhythm-days", 14, "--theme", "coaching_mentoring"),
    ("observation", "new", "--coachee", "amina", "--fact", "You let the team talk first"),
    ("workability", "new", "--coachee", "amina", "--motivation", 6, "--wanted"),
    ("objective", "new", "--statement", "Klachten binnen 24 uur", "--level", "team"),
    ("network", "new", "--name", "Mentoren Oost", "--member", "Bo", "--new-contacts", "external"),
    ("network", "meeting", "new", "--network", 1, "--present", "Bo", "--used-in", "goal 1"),
    ("network", "case", "new", "--question", "Hoe zeg ik nee?"),
    ("network", "intervision", "five_step", "--case", 1, "--advice", "Vraag tijd"),
    ("growth", "new", "--kind", "training", "--minutes", 60, "--learned", "luisteren"),
    ("hours", "new", "--until", "2025-12-31", "--hours", 40),
    ("hours", "consent", "amina"),
    ("consent", "new", "--coachee", "amina", "--about", "talks", "--words", "Vrijwillig"),
    ("request", "new", "--coachee", "amina"),
    ("rectify", "session", 1, "--field", "topic", "--text", "Niet helemaal"),
    ("contact", "new", "--name", "Sofie", "--where", "internal", "--expertise", "verlof"),
    ("refer", "amina", "--card", "general_practitioner"),
)


def main(folder: Path = EARLIER) -> Path:
    """Enter the records and compress the store; the result is its file, which is new."""
    packed = folder / f"{migrate.migrations()[-1].number:04d}.sqlite.gz"
    if packed.exists():
        sys.exit(f"{packed} is there already.\nA store that was packed is never written again.")
    with tempfile.TemporaryDirectory() as home:
        store = Path(home) / "journal.sqlite"
        for command in COMMANDS:
            _enter(Path(home), store, [str(word) for word in command])
        packed.write_bytes(gzip.compress(store.read_bytes(), mtime=0))
    return packed


def _enter(home: Path, store: Path, command: list[str]) -> None:
    environment = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "TZ": "Europe/Brussels",
        "COACHLOG_LANG": "en",
        "COACHLOG_NOW": NOW,
        "COACHLOG_STORE": str(store),
        "COACHLOG_CONFIG": str(home / "config.toml"),
    }
    code, _said, complaint = within(environment, home, *command)
    if code:
        sys.exit(f"coachlog {' '.join(command)}\n{complaint}")


if __name__ == "__main__":
    print(main(*map(Path, sys.argv[1:])))
