"""The architecture page draws the rooms as the imports are."""

import os

from tests.guards.source import ROOT, own
from tests.guards.test_architecture import FLOORS

PAGE = ROOT / "docs" / "development" / "architecture.md"
BEGIN, END = "<!-- made from the imports -->\n", "<!-- end of what is made -->\n"


def test_the_picture_shows_the_imports_as_they_are():
    """To draw it anew: COACHLOG_SNAPSHOTS=write python3 dev.py test tests/guards."""
    said = PAGE.read_text(encoding="utf-8")
    before, _, rest = said.partition(BEGIN)
    after = rest.partition(END)[2]
    now = f"{before}{BEGIN}{picture(arrows())}{END}{after}"
    if os.environ.get("COACHLOG_SNAPSHOTS") == "write":
        PAGE.write_text(now, encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == now


def arrows():
    """Which room imports from which."""
    pairs = {(room(each.module), room(each.target)) for each in own()}
    return {(a, b) for a, b in pairs if a != b and {a, b} <= set(FLOORS)}


def room(module):
    return module.partition(".")[0]


def picture(arrows):
    """The rooms in Mermaid; an arrow that a longer way of arrows implies is left out."""
    reaches = {a: {b for x, b in arrows if x == a} for a in FLOORS}
    for a in FLOORS:  # from the ground up
        reaches[a] |= {c for b in reaches[a] for c in reaches[b]}
    kept = {
        (a, c) for a, c in arrows if not any((a, b) in arrows and c in reaches[b] for b in FLOORS)
    }
    lines = [f"    {a} --> {b}" for a, b in sorted(kept)]
    return "\n".join(["```mermaid", "graph TD", *lines, "```", ""])
