"""Draw the pictures of the documents: `.venv/bin/python docs/make_pictures.py`."""

import io
import os
import re
import sys
import tempfile
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.theme import Theme

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 10, 5)
WIDTH = 100
PAPER = TerminalTheme(
    (250, 250, 247),
    (40, 44, 52),
    [
        *((40, 44, 52), (176, 48, 48), (44, 122, 62), (150, 105, 20)),
        *((44, 88, 160), (126, 60, 140), (20, 118, 130), (90, 96, 105)),
    ],
    [
        *((120, 126, 135), (196, 60, 60), (56, 142, 74), (170, 122, 30)),
        *((60, 108, 184), (146, 78, 160), (30, 138, 150), (60, 64, 72)),
    ],
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "COACHLOG_STORE": f"{folder}/journal.sqlite",
            "COACHLOG_CONFIG": f"{folder}/config.toml",
            "COACHLOG_LANG": "nl",
            "COACHLOG_NOW": f"{TODAY}T09:00:00+02:00",
            "TZ": "Europe/Brussels",
        }
        from coachlog.main import main as coachlog

        for name in ("first-session", "look-back"):
            if coachlog(["session", "new", "--from", str(ROOT / "examples" / f"{name}.json")]):
                sys.exit(1)
        draw_timeline(Path(folder) / "journal.sqlite")


def draw_timeline(store: Path) -> None:
    from coachlog.overview.timeline import timeline
    from coachlog.render.console import STYLES
    from coachlog.render.timeline import draw
    from coachlog.store.connection import open_reader

    with open_reader(store) as reader:
        found = timeline(reader, TODAY, "amina")
    out = Console(record=True, width=WIDTH, theme=Theme(STYLES), file=io.StringIO())
    out.print(draw(found, today=TODAY, language="nl", width=WIDTH, ascii_only=False))
    picture = ROOT / "docs" / "pictures" / "timeline.svg"
    picture.parent.mkdir(exist_ok=True)
    svg = out.export_svg(title="coachlog timeline amina", theme=PAPER, unique_id="coachlog")
    # The reader's own font serves: a picture in the documents fetches nothing.
    picture.write_text(re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
