"""What other programs keep: how each is filled with entries, and asked for them."""

import json
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from appointments import NOW
from phrases import COLLEAGUES, NL, RARE

RARELY = 7
SPREAD = timedelta(days=3650)
NEW = "Iets nieuws"


class Peer(NamedTuple):
    """A program, the package that has it, and what it is asked; `{place}` is its own folder."""

    name: str
    package: str
    program: str
    fill: Callable[[Path, int], None]
    operations: dict[str, list[str]]
    options: tuple[str, ...] = ()
    environment: dict[str, str] = {}  # noqa: RUF012 - nobody changes it
    debian: bool = False


class Entry(NamedTuple):
    """An entry of whatever program: when, and what is said."""

    number: int
    at: datetime
    text: str


def entries(count: int) -> Iterator[Entry]:
    """So many entries over ten years, oldest first; the rare word is in a few of the last."""
    random = Random(7)
    said = [text for kind in ("topic", "summary", "reality", "action") for text in NL[kind]]
    for number in range(1, count + 1):
        text = random.choice(said).replace("{who}", random.choice(COLLEAGUES))
        if number > count - RARELY:
            text += f" Dat was een {RARE}."
        at = NOW - timedelta(days=1) - SPREAD * (1 - number / count)
        yield Entry(number, at.replace(microsecond=0), text)


def _jrnl(place: Path, count: int) -> None:
    lines = (f"[{each.at:%Y-%m-%d %H:%M}] {each.text}\n" for each in entries(count))
    (place / "journal.txt").write_text("\n".join(lines), encoding="utf-8")
    (place / "jrnl.yaml").write_text(
        f"""version: v4
journals: {{default: {{journal: {place}/journal.txt}}}}
editor: ''
encrypt: false
timeformat: '%Y-%m-%d %H:%M'
default_hour: 9
default_minute: 0
tagsymbols: '@'
highlight: false
linewrap: 79
template: false
indent_character: '|'
display_format: pretty
colors: {{body: none, date: none, tags: none, title: none}}
""",
        encoding="utf-8",
    )


def _watson(place: Path, count: int) -> None:
    frames = []
    for each in entries(count):
        begun = int(each.at.timestamp())
        tags = [RARE] if RARE in each.text else []
        frame = [begun, begun + 1800, each.text[:30], f"{each.number:032x}", tags, begun]
        frames.append(frame)
    (place / "frames").write_text(json.dumps(frames), encoding="utf-8")


def _todoman(place: Path, count: int) -> None:
    (place / "lists" / "work").mkdir(parents=True)
    config = f'path = "{place}/lists/*"\ndefault_list = "work"\ncache_path = "{place}/cache"\n'
    (place / "config.py").write_text(config, encoding="utf-8")
    for each in entries(count):
        lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//bench//EN",
            "BEGIN:VTODO",
            f"UID:{each.number}",
            f"DTSTAMP:{each.at:%Y%m%dT%H%M%SZ}",
            f"CREATED:{each.at:%Y%m%dT%H%M%SZ}",
            "SUMMARY:" + each.text.replace(",", "\\,").replace(";", "\\;"),
            "END:VTODO",
            "END:VCALENDAR",
            "",
        ]
        file = place / "lists" / "work" / f"{each.number}.ics"
        file.write_text("\r\n".join(lines), encoding="utf-8", newline="")


def _buku(place: Path, count: int) -> None:
    (place / "buku").mkdir()
    with closing(sqlite3.connect(place / "buku" / "bookmarks.db")) as connection:
        connection.execute(
            "create table bookmarks (id integer PRIMARY KEY, URL text NOT NULL UNIQUE,"
            " metadata text default '', tags text default ',', desc text default '',"
            " flags integer default 0)"
        )
        connection.executemany(
            "insert into bookmarks(id, URL, metadata) values (?, ?, ?)",
            (
                (each.number, f"http://localhost/{each.number}", each.text)
                for each in entries(count)
            ),
        )
        connection.commit()


def _taskwarrior(place: Path, count: int) -> None:
    settings = f"data.location={place}\nconfirmation=off\nverbose=nothing\n"
    (place / "taskrc").write_text(settings, encoding="utf-8")
    lines = (
        f'[description:"{each.text}" entry:"{each.at:%s}" modified:"{each.at:%s}"'
        f' status:"pending" uuid:"{uuid.UUID(int=each.number, version=4)}"]\n'
        for each in entries(count)
    )
    (place / "pending.data").write_text("".join(lines), encoding="utf-8")


def _ledger(place: Path, count: int) -> None:
    lines = (
        f"{each.at:%Y/%m/%d} {each.text.replace(';', ',')}\n    Tijd:Amina  30 m\n    Dag\n\n"
        for each in entries(count)
    )
    (place / "entries.dat").write_text("".join(lines), encoding="utf-8")


PEERS = (
    Peer(
        "jrnl",
        package="jrnl",
        program="jrnl",
        fill=_jrnl,
        options=("--config-file", "{place}/jrnl.yaml"),
        operations={
            "list": ["-n", "10", "--short"],
            "add": ["2026-11-24 09:00:", f"{NEW}."],
            "search": ["-contains", RARE, "--short"],
            "export": ["--export", "json"],
        },
    ),
    Peer(
        "Watson",
        package="td-watson",
        program="watson",
        fill=_watson,
        environment={"WATSON_DIR": "{place}"},
        operations={
            "list": ["log", "--no-pager", "--from", "2026-11-01"],
            "add": ["add", "--from", "2026-11-24T09:00", "--to", "2026-11-24T10:00", NEW],
            "search": ["log", "--no-pager", "--all", "--tag", RARE],
            "export": ["log", "--no-pager", "--all", "--json"],
        },
    ),
    Peer(
        "todoman",
        package="todoman",
        program="todo",
        fill=_todoman,
        options=("--config", "{place}/config.py"),
        operations={
            "list": ["list"],
            "add": ["new", "-l", "work", NEW],
            "search": ["list", "--grep", RARE],
            "export": ["--porcelain", "list"],
        },
    ),
    Peer(
        "buku",
        package="buku",
        program="buku",
        fill=_buku,
        options=("--nostdin", "--np"),
        environment={"XDG_DATA_HOME": "{place}"},
        operations={
            "list": ["-p", "-10"],
            "add": ["--offline", "-a", "http://localhost/new", "--title", NEW],
            "search": ["-s", RARE],
            "export": ["-p", "-j"],
        },
    ),
    Peer(
        "taskwarrior",
        package="taskwarrior",
        program="task",
        fill=_taskwarrior,
        debian=True,
        environment={"TASKRC": "{place}/taskrc"},
        operations={
            "list": ["limit:10", "list"],
            "add": ["add", NEW],
            "search": [RARE, "list"],
            "export": ["export"],
        },
    ),
    Peer(
        "ledger",
        package="ledger",
        program="ledger",
        fill=_ledger,
        debian=True,
        options=("-f", "{place}/entries.dat"),
        operations={
            "list": ["register", "--tail", "10"],
            "search": ["register", f"@{RARE}"],
            "export": ["csv"],
        },
    ),
)
"""Adding to ledger is done with an editor. buku keeps no address twice: its first `add` adds."""
