"""`export ics`: appointments and actions for a calendar, which says no more than was wanted."""

import re
import shutil
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar, Timezone

from coachlog.export.calendar import CalendarEntry, calendar_lines
from coachlog.export.time_zones import time_zone_lines
from tests.conftest import NOW, talk

LATER = {"COACHLOG_NOW": "2027-03-15T09:00:00Z"}
DUTCH = {"COACHLOG_LANG": "nl"}
WORDS = ("Amina", "Grenzen", "Koen", "amina@", "geheim", "Lokaal")


@pytest.fixture
def planned(call: Any, keep: Any) -> Any:
    """Something of each kind: a planned conversation, one agreed on, an action with a day."""
    keep(
        talk(
            date="2026-11-20T10:00",
            topic="Grenzen stellen",
            private_note="geheim",
            next_at="2026-12-08T14:00",
            actions=[{"what": "Koen spreken", "due_on": "2026-12-01"}, {"what": "Zonder dag"}],
        )
    )
    call("coachee", "edit", "amina", "--name", "Amina El Idrissi", "--reach", "amina@example.org")
    call("session", "plan", "amina", "2026-12-16T09:30", "--minutes", "45", "--topic", "Grenzen")
    return call


def _of(text: str, kind: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk(kind))


def test_a_calendar_says_nothing_of_people_unless_it_is_wanted(planned, tmp_path):
    path = tmp_path / "calendar.ics"

    plain = planned("export", "ics", env=DUTCH)
    named = planned("export", "ics", "--names", env=DUTCH)
    whole = planned("export", "ics", "--names", "--topics", "--output", path, env=DUTCH)

    assert {str(each["SUMMARY"]) for each in _of(plain.out, "VEVENT")} == {"Gesprek"}
    assert [str(each["SUMMARY"]) for each in _of(plain.out, "VTODO")] == ["Actie"]
    assert not any(word in plain.out for word in WORDS)
    assert plain.err == ""
    assert "Gesprek · Amina El Idrissi\r\n" in named.out
    assert "Grenzen" not in named.out
    assert "met wie je praat" in named.err
    written = path.read_bytes().decode()
    titles = {str(each["SUMMARY"]) for each in Calendar.from_ical(written).events}
    assert titles == {"Gesprek · Amina El Idrissi", "Gesprek · Amina El Idrissi · Grenzen"}
    assert "waarover je praat" in whole.err
    assert not any(word in written for word in ("geheim", "amina@", "Lokaal"))
    assert path.stat().st_mode & 0o777 == 0o600
    assert planned("export", "ics", "--output", path).code == 4
    assert planned("export", "ics", "--output", path, "--force").code == 0


def test_an_event_is_one_that_calendars_can_follow(planned):
    agreed, talk_ahead = _of(planned("export", "ics").out, "VEVENT")
    (task,) = _of(planned("export", "ics").out, "VTODO")

    assert [str(each["CLASS"]) for each in (agreed, talk_ahead, task)] == ["PRIVATE"] * 3
    assert re.fullmatch(r"[0-9a-f-]{36}\.next@coachlog", agreed["UID"])
    assert str(talk_ahead["DTSTART"].dt) == "2026-12-16 09:30:00+01:00"
    assert talk_ahead["DTEND"].dt - talk_ahead["DTSTART"].dt == timedelta(minutes=45)
    assert agreed["DTEND"].dt - agreed["DTSTART"].dt == timedelta(hours=1)
    assert task["DUE"].dt == date(2026, 12, 1)
    text = planned("export", "ics").out
    assert "METHOD" not in text
    assert text.count("\r\n") == text.count("\n")
    assert "RDATE" not in text  # the years that are used, and no other
    assert len(_of(planned("export", "ics", "--since", "2026-12-10").out, "VEVENT")) == 1


def test_the_number_of_changes_never_goes_back(planned):
    """Of a record whose steps are forgotten, the first step that is known was later."""

    def sequences(now: str = NOW) -> dict[str, int]:
        text = planned("export", "ics", env={"COACHLOG_NOW": now}).out
        found = [*_of(text, "VEVENT"), *_of(text, "VTODO")]
        return {str(each["UID"]): int(each["SEQUENCE"]) for each in found}

    before = sequences()
    at = iter(range(1, 9))
    for words in (
        ("session", "move", "2", "2026-12-17T09:30"),
        ("undo",),
        ("history", "prune", "--all", "--yes"),
        ("action", "edit", "1", "--due-on", "2026-12-02"),
        ("history", "prune", "--all", "--yes"),
        ("coachee", "edit", "amina", "--role", "Verpleegkundige"),
    ):
        now = f"2026-11-24T09:0{next(at)}:00Z"
        assert planned(*words, env={"COACHLOG_NOW": now}).code == 0
        after = sequences(now)
        assert after.keys() == before.keys()
        assert all(after[uid] >= number for uid, number in before.items()), words
        before = after


def test_what_was_called_off_or_removed_is_told_for_ninety_days(planned):
    text = planned("export", "ics").out
    agreed, ahead = (str(each["UID"]) for each in _of(text, "VEVENT"))
    (task,) = (str(each["UID"]) for each in _of(text, "VTODO"))

    planned("session", "cancel", "2")
    planned("session", "edit", "1", "--next", "")
    planned("action", "remove", "1", "--yes")

    def status(**env: Any) -> dict[str, str]:
        told = planned("export", "ics", env=env).out
        found = [*_of(told, "VEVENT"), *_of(told, "VTODO")]
        return {str(each["UID"]): str(each["STATUS"]) for each in found}

    assert status() == dict.fromkeys((agreed, ahead, task), "CANCELLED")
    assert status(**LATER) == {}
    planned("undo")
    assert status()[task] == "NEEDS-ACTION"
    planned("action", "done", "1")
    assert status()[task] == "COMPLETED"
    planned("session", "remove", "2", "--yes")
    assert status()[ahead] == "CANCELLED"


def test_reading_the_own_calendar_again_changes_nothing(planned, tmp_path):
    path = tmp_path / "calendar.ics"
    planned("action", "new", "amina", "Half", "--due-on", "2026-12-03")
    planned("action", "edit", "3", "--status", "partly")
    planned("session", "plan", "amina", "2026-12-20T09:30")
    planned("session", "cancel", "3")
    planned("action", "edit", "1", "--due-on", "")
    planned("export", "ics", "--names", "--output", path)
    before = planned("history", "--csv", "--limit", "0").out

    told = planned("import", path, "--strict")

    assert told.code == 0
    assert planned("history", "--csv", "--limit", "0").out == before


def test_what_was_moved_in_a_calendar_is_moved_here(planned, tmp_path):
    path = tmp_path / "calendar.ics"
    text = planned("export", "ics").out.replace("T093000", "T110000").replace("T101500", "T120000")
    path.write_text(text.replace("20261208T140000", "20261209T150000"), newline="")

    assert "Changed: 2 conversations" in planned("import", path).err
    assert planned("session", "show", "2").pairs["starts_at"] == "2026-12-16T10:00:00.000Z"
    assert planned("session", "show", "2").pairs["minutes"] == "60"
    assert planned("session", "show", "2").pairs["topic"] == "Grenzen"
    assert planned("session", "show", "1").pairs["next_at"].startswith("2026-12-09T15:00")
    planned("session", "move", "2", "2026-12-18T09:30", env={"COACHLOG_NOW": "2026-11-25T09:00Z"})
    assert "was changed here since" in planned("import", path).err


TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=200).map(str.strip)


@given(TEXTS, st.datetimes(datetime(1971, 1, 1), datetime(2099, 1, 1)), st.integers(1, 1440))
@example("é" * 100 + "\\;,", datetime(2026, 10, 25, 1, 30), 90)  # the hour that exists twice
@example("Gesprek", datetime(2026, 3, 29, 0, 30), 90)
def test_any_text_and_moment_comes_back_whole(title, moment, minutes):
    starts_at = moment.replace(tzinfo=UTC, microsecond=0)
    zone = ("Europe/Brussels", "America/New_York", "UTC", "Australia/Lord_Howe")[minutes % 4]
    entry = CalendarEntry("a@b", title, "CONFIRMED", 1, starts_at, starts_at, zone, minutes)

    lines = b"".join(calendar_lines([entry]))

    (event,) = Calendar.from_ical(lines).events
    assert str(event["SUMMARY"]) == title
    assert event["DTSTART"].dt.astimezone(UTC) == starts_at
    assert event["DTEND"].dt.astimezone(UTC) == starts_at + timedelta(minutes=minutes)
    assert all(len(line) <= 75 and line.decode() is not None for line in lines.split(b"\r\n"))


@pytest.mark.parametrize("zone", ["Europe/Brussels", "America/New_York", "Africa/Casablanca"])
def test_the_rules_of_a_zone_are_those_of_its_years(zone):
    rules = Timezone.from_ical("\r\n".join(time_zone_lines(zone, 2026, 2027)))

    ours = rules.to_tz(lookup_tzid=False)  # type: ignore[attr-defined]
    noons = (datetime.combine(date(2026, 1, 1) + timedelta(n), time(12)) for n in range(730))
    assert all(
        each.replace(tzinfo=ours).utcoffset() == each.replace(tzinfo=ZoneInfo(zone)).utcoffset()
        for each in noons
    )


def _tool(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} IS NOT HERE: what it makes of our calendar is not seen")
    return path


def test_khal_has_one_event_at_the_time_of_brussels(planned, tmp_path):
    khal = _tool("khal")
    folder, config, path = tmp_path / "k", tmp_path / "khal.conf", tmp_path / "calendar.ics"
    folder.mkdir()
    config.write_text(
        f"[calendars]\n[[c]]\npath = {folder}\n[sqlite]\npath = {tmp_path}/khal.db\n"
        "[locale]\nlocal_timezone = Europe/Brussels\ndefault_timezone = Europe/Brussels\n"
        "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
    )
    planned("export", "ics", "--output", path)

    def run(*words: object) -> str:
        command = [khal, "-c", str(config), *map(str, words)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    for _again in range(2):
        run("import", "--batch", path)
    told = run("list", "2026-12-01", "30d", "--format", "{start}-{end-time} {title}")

    times = [line for line in told.splitlines() if "Conversation" in line]
    assert times == [
        "2026-12-08 14:00-15:00 Conversation",
        "2026-12-16 09:30-10:15 Conversation",
    ]


def test_todoman_knows_the_action_and_its_day(planned, tmp_path):
    todoman = _tool("todoman")
    (tmp_path / "lists" / "c").mkdir(parents=True)
    config = tmp_path / "todoman.py"
    config.write_text(
        f'path = "{tmp_path}/lists/*"\ndate_format = "%Y-%m-%d"\ncache_path = "{tmp_path}/t.db"\n'
    )
    planned("export", "ics", "--output", tmp_path / "all.ics", "--topics")
    text = (tmp_path / "all.ics").read_bytes()
    begin, end = text.index(b"BEGIN:VTODO"), text.index(b"END:VTODO")
    (tmp_path / "lists" / "c" / "one.ics").write_bytes(
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
        + text[begin:end]
        + b"END:VTODO\r\nEND:VCALENDAR\r\n"
    )

    command = [todoman, "--config", str(config), "list"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert "Action · Koen spreken" in told
    assert "2026-12-01" in told
