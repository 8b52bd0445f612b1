"""Draw the pictures of the documents from the examples: `.venv/bin/python docs/make_pictures.py`.

With a folder behind it, the pictures go there. The clock stands still, so that the same examples
always give the same picture.
"""

import html
import io
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.theme import Theme

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 24)
WHO, SINCE = "thomas", date(2026, 9, 1)
WIDTH = 92
GAP = "\N{NO-BREAK SPACE}"
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


def main(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "timeline.svg").write_text(timeline_picture(), encoding="utf-8")


def timeline_picture() -> str:
    """What `coachlog timeline` shows of the half year in the examples, as SVG."""
    with tempfile.TemporaryDirectory() as home:
        store = _journal(Path(home))
        out = Console(record=True, width=WIDTH, theme=_theme(), file=io.StringIO())
        out.print(_timeline(store))
    title = f"coachlog timeline {WHO} --since {SINCE}"
    svg = out.export_svg(title=title, theme=PAPER, unique_id="coachlog")
    # The reader's own font serves: a picture in the documents fetches nothing.
    return _spaced(re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL))


def _journal(home: Path) -> Path:
    store = home / "journal.sqlite"
    os.environ |= {
        "COACHLOG_STORE": str(store),
        "COACHLOG_CONFIG": str(home / "config.toml"),
        "COACHLOG_LANG": "nl",
        "COACHLOG_NOW": f"{TODAY}T09:00:00+01:00",
        "TZ": "Europe/Brussels",
    }
    from coachlog.main import main as coachlog

    source = ROOT / "examples" / "half-year.jsonl"
    if coachlog(["session", "new", "--from", str(source)]):
        sys.exit(1)
    return store


def _theme() -> Theme:
    from coachlog.render.console import STYLES

    return Theme(STYLES)


def _timeline(store: Path) -> object:
    from coachlog.overview.timeline import timeline
    from coachlog.render.timeline import draw
    from coachlog.store.connection import open_reader

    with open_reader(store) as reader:
        found = timeline(reader, TODAY, WHO, SINCE)
    return draw(found, today=TODAY, language="nl", width=WIDTH, ascii_only=False)


def _spaced(svg: str) -> str:
    """Put each text at its own place: some viewers swallow the spaces before and within one."""
    text = re.compile(
        r'<text (?P<head>class="[^"]*") x="(?P<x>[\d.]+)" (?P<y>y="[\d.]+")'
        r' textLength="(?P<length>[\d.]+)"(?P<tail>[^>]*)>(?P<said>[^<]*)</text>'
    )
    return text.sub(lambda match: "".join(_pieces(match)), svg)


def _pieces(match: re.Match[str]) -> Iterator[str]:
    said = html.unescape(match["said"]).strip("\n")
    cell = float(match["length"]) / max(1, len(said))
    for piece in re.finditer(rf"[^{GAP}]+(?:{GAP}[^{GAP}]+)*", said):
        x, length = float(match["x"]) + piece.start() * cell, len(piece[0]) * cell
        yield (
            f'<text {match["head"]} x="{x:.1f}" {match["y"]} textLength="{length:.1f}"'
            f"{match['tail']}>{html.escape(piece[0])}</text>"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs" / "pictures")
