"""Calendars in: each event by itself, by rules that real files taught."""

import os
import random
from collections import Counter
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachlog.base.errors import RefusedError
from coachlog.intake.calendar.read import read, write_rejected
from coachlog.intake.calendar.zone_names import known_zone
from coachlog.intake.record import IncomingRecord, Problem
from coachlog.intake.request import ImportRequest
from coachlog.intake.source import SourceFile
from tests.conftest import ROOT

PLACES = [each / "shared" / "interop" / "given" for each in ROOT.parents]
GIVEN = Path(os.environ.get("COACHLOG_GIVEN") or next(filter(Path.is_dir, PLACES), PLACES[0]))
TODAY = datetime(2026, 11, 24, 9, tzinfo=UTC)
ZONE = "Europe/Brussels"
START = "DTSTART;TZID=Europe/Brussels:20261201T100000"
WHO = "ATTENDEE;CN=Amina El Idrissi:mailto:amina@example.org"


@pytest.fixture
def reading(tmp_path: Path) -> Any:
    """`reading(data)`: the records in a calendar, and what was told of it."""

    def read_in(data: str | bytes, now: datetime = TODAY, **wishes: Any) -> tuple[Any, Any]:
        path = tmp_path / "agenda.ics"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        wanted = ImportRequest(now, ZONE, "en", until=f"{now.year + 1}-11-24", **wishes)
        items = list(read(SourceFile(str(path)), wanted))
        told = [each for each in items if isinstance(each, Problem)]
        return [each for each in items if isinstance(each, IncomingRecord)], told

    return read_in


def calendar(*events: str, before: str = "", method: str = "") -> str:
    """A calendar with these events, each its lines between BEGIN and END."""
    whole = (f"BEGIN:VEVENT\n{each}\nEND:VEVENT\n" for each in events)
    head = f"VERSION:2.0\n{f'METHOD:{method}' if method else 'CALSCALE:GREGORIAN'}\n"
    return f"BEGIN:VCALENDAR\n{head}{before}{''.join(whole)}END:VCALENDAR\n"


def event(*lines: str, uid: str = "one", start: str = START) -> str:
    return "\n".join((f"UID:{uid}", start, *lines))


WHOLE_DAY, FIRST_60 = "It takes a whole day", "Of this series only the first 60"
FILES = {
    # in which year it is read, what is in it, and how each thing that is told begins
    "Belgische32feestdagen.ics": (2005, "", [WHOLE_DAY] * 15 + ["15 events are over"]),
    "KOrganizer_vCalTestCase01.vcs": (2005, "", ["Series of vCalendar 1.0 are not read"]),
    "Office-2012-owa.ics": (2020, "planned 63", [FIRST_60]),
    "alarm_google_future.ics": (2024, "planned 1", []),
    "bom_calendar.ics": (2014, "", []),
    "each_week_but_two_deleted.ics": (2019, "planned 6", []),
    "event_d_15.ics": (2014, "", [WHOLE_DAY]),
    "event_dt_mixed_awareness.ics": (2014, "planned 2", []),
    "event_dt_partstat.ics": (2014, "planned 1", []),
    "event_rrule_recuid_cancelled.ics": (2014, "planned 5", []),
    "issue_104_broken_calendar.ics": (2014, "planned 1", []),
    "issue_237_fail_to_parse_timezone_with_non_ascii_tzid.ics": (2014, "planned 1", []),
    "issue_62_moved_event.ics": (2021, "planned 12", []),
    "itip-cancel.ics": (2014, "", []),
    "ms_timezones.ics": (2020, "planned 62", ["This line cannot", FIRST_60]),
    "multiple_calendar_components.ics": (2003, "", [WHOLE_DAY] * 3),
    "utf8-french-calendar.ics": (2014, "action 2", []),
    "without_uid.ics": (2014, "", [WHOLE_DAY]),
    "x_location.ics": (2016, "planned 60", [FIRST_60]),
}


def test_each_given_file_comes_out_as_expected(reading):
    folder = GIVEN / "ics"
    if not folder.is_dir():
        pytest.skip(f"THE REAL FILES ARE NOT HERE: {folder}; say where: COACHLOG_GIVEN")
    assert {each.name for each in folder.iterdir()} == FILES.keys()
    for name, (year, wanted, reasons) in FILES.items():
        found, told = reading((folder / name).read_bytes(), datetime(year, 1, 1, tzinfo=UTC))

        kinds = Counter(
            each.noun if each.noun == "action" else str(each.values["status"])
            for each in found
            if not each.known_only
        )
        assert ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items())) == wanted, name
        assert len(told) == len(reasons), name
        for each, reason in zip(sorted(told, key=_reason), sorted(reasons), strict=True):
            assert each.reason.startswith(reason), name


def _reason(each: Problem) -> str:
    return each.reason


def values(reading: Any, *lines: str, **wishes: Any) -> dict[str, Any]:
    """The values of the only event, which has these lines."""
    (only,), told = reading(calendar("\n".join(("UID:one", *lines))), **wishes)
    assert told == []
    return dict(only.values)


@pytest.mark.parametrize(
    ("zone", "date", "told_in"),
    [
        ("Europe/Brussels", "2026-12-01T10:00+01:00", ZONE),
        ("/citadel.org/20070227_1/America/New_York", "2026-12-01T10:00-05:00", "America/New_York"),
        ("Romance Standard Time", "2026-12-01T10:00+01:00", ZONE),
        ("Eastern Standard Time", "2026-12-01T10:00-05:00", "America/New_York"),
        ('"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris"', "2026-12-01T10:00+01:00", ZONE),
        ('"(UTC+01:00) Bruxelles, Copenhague, Madrid, Paris"', "2026-12-01T10:00+01:00", ZONE),
        ('"Brussel, Kopenhagen, Madrid, Parijs"', "2026-12-01T10:00+01:00", ZONE),
        ('"(GMT+10:00) Canberra, Melbourne, Sydney"', "2026-12-01T10:00+11:00", "Australia/Sydney"),
        ("tzone://Microsoft/Utc", "2026-12-01T10:00+00:00", "Etc/UTC"),
    ],
)
def test_a_zone_is_known_by_all_its_names(reading, zone, date, told_in):
    found = values(reading, f"DTSTART;TZID={zone}:20261201T100000")

    assert (found["date"], found["time_zone"]) == (date, told_in)


def test_a_zone_is_never_guessed(reading):
    for name in ("Customized Time Zone", "(UTC-07:00) Brussels", "GMT+1", "CEST", "Georgetown"):
        assert known_zone(name) is None
    there = "\n".join(("UID:one", "DTSTART;TZID=Nergens:20261201T100000"))

    found, (told,) = reading(calendar(there))

    assert found == []
    assert "“Nergens” is not known" in told.reason
    (assumed,), _told = reading(calendar(there), assumed_zone="America/New_York")
    assert assumed.values["date"] == "2026-12-01T10:00-05:00"


RULES = """\
BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0300
TZOFFSETTO:{offset}
RRULE:{rule};BYDAY=-1SU;BYMONTH=10
END:STANDARD
END:VTIMEZONE
"""


def test_the_rules_in_the_file_count_where_the_name_says_something_else(reading):
    def read_with(name: str, rule: str = "FREQ=YEARLY") -> tuple[Any, Any]:
        before = RULES.format(name=name, offset="+0200", rule=rule)
        start = f"UID:one\nDTSTART;TZID={name}:20261201T100000"
        return reading(calendar(start, before=before))

    (other,), (told,) = read_with("Europe/Brussels")
    (unknown,), nothing = read_with("Customized Time Zone")
    none, (refused,) = read_with("Customized Time Zone", "FREQ=SECONDLY")

    assert other.values["date"] == unknown.values["date"] == "2026-12-01T10:00+02:00"
    assert other.values["time_zone"] == ZONE
    assert "has other rules" in told.reason
    assert (nothing, none) == ([], [])
    assert "is not known" in refused.reason


def test_rules_of_other_years_leave_the_name_as_it_is(reading):
    """Some programs write the rules of the years that they use, and a later event without them."""
    before = (
        "BEGIN:VTIMEZONE\nTZID:Europe/Brussels\n"
        "BEGIN:STANDARD\nDTSTART:20191027T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
        "END:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20200329T020000\nTZOFFSETFROM:+0100\n"
        "TZOFFSETTO:+0200\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
    )

    (found,), told = reading(calendar(event(), before=before))

    assert (found.values["date"], told) == ("2026-12-01T10:00+01:00", [])


@pytest.mark.parametrize(
    ("lines", "date", "minutes"),
    [
        (("DTSTART:20261201T100000", "DURATION:PT1H30M"), "2026-12-01T10:00+01:00", 90),
        (("DTSTART:20261201T090000Z", "DTEND:20261201T100000Z"), "2026-12-01T09:00+00:00", 60),
        # over midnight; in the hour that exists twice the first one, and in that which does not
        ((f"{START[:-6]}233000", "DTEND:20261202T003000"), "2026-12-01T23:30+01:00", 60),
        (("DTSTART:20271031T023000", "DTEND:20271031T033000"), "2027-10-31T02:30+02:00", 120),
        (("DTSTART:20270328T023000", "DURATION:PT45M"), "2027-03-28T02:30+01:00", 45),
        (("DTSTART:20261201T100000", "DTEND:20261201T100000"), "2026-12-01T10:00+01:00", None),
    ],
)
def test_an_event_has_the_time_and_the_length_that_it_had(reading, lines, date, minutes):
    found = values(reading, *lines)

    assert (found["date"], found.get("minutes")) == (date, minutes)


def test_a_coach_elsewhere_reads_times_without_a_zone_on_their_own_clock(tmp_path):
    path = tmp_path / "agenda.ics"
    path.write_text(calendar("UID:one\nDTSTART:20261201T100000"))

    wishes = ImportRequest(TODAY, "America/New_York", "en", until="2027-01-01")
    (found,) = read(SourceFile(str(path)), wishes)

    assert found.values["date"] == "2026-12-01T10:00-05:00"


def test_the_words_of_an_event_are_without_markup_and_without_ways_in(reading):
    text = (
        "DESCRIPTION:<p>Je <b>notities</b> &amp; vragen</p>\\n"
        "________________________________\\nMicrosoft Teams-vergadering\\n"
        "https://teams.microsoft.com/l/meetup-join/19\\nVergadering-id: 123\\n"
        "________________________________\\nTot dan"
    )
    lines = (text, "LOCATION:https://zoom.us/j/1", "SUMMARY:Groei\\, en meer", WHO)

    (found,), _told = reading(calendar(event(*lines)))

    assert found.words == "Je notities & vragen\n\nTot dan"
    assert found.values["form"] == "video"
    assert found.values["topic"] == "Groei, en meer"
    assert "form" not in values(reading, START, "LOCATION:Lokaal 3")


def test_the_coach_is_nobody_to_talk_with(reading):
    invited = ("ORGANIZER;CN=Els:mailto:els@example.org", "ATTENDEE;CN=Els:MAILTO:Els@example.org")
    room = "ATTENDEE;CN=Lokaal 3;CUTYPE=ROOM:mailto:room@example.org"
    data = calendar(event(*invited, WHO, room), event(*invited, WHO, uid="two"))

    (told, _two), _ = reading(data, own_addresses=("els@example.org",))
    (guessed, _two), _ = reading(data)

    assert [who.name for who in told.who] == ["Amina El Idrissi"]
    assert [who.name for who in guessed.who] == ["Amina El Idrissi", ""]


def test_of_two_versions_the_newer_one_counts(reading):
    old, new = event("SEQUENCE:1", "SUMMARY:Oud"), event("SEQUENCE:2", "SUMMARY:Nieuw")
    stamped = event("SEQUENCE:2", "SUMMARY:Nieuwst", "DTSTAMP:20261101T000000Z")

    for events, topic in (((new, old), "Nieuw"), ((stamped, new), "Nieuwst")):
        (found,), _told = reading(calendar(*events))
        assert found.values["topic"] == topic


def test_an_occurrence_without_its_series_tells_that_the_rest_is_missing(reading):
    """As Notes sends it: the other days stand in the message about one of them."""
    lines = ("RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T090000Z", "RDATE:20270105T090000Z")

    found, (told,) = reading(calendar(event(*lines)))

    assert [each.values["date"] for each in found] == ["2026-12-01T10:00+01:00"]
    assert told.reason == "The rest of its series is not in the file."


def test_what_is_called_off_only_changes_what_is_known(reading):
    for data in (calendar(event(), method="CANCEL"), calendar(event("STATUS:CANCELLED"))):
        (found, *days), told = reading(data)
        assert (found.values["status"], found.known_only, told) == ("cancelled", True, [])
        assert all(each.known_only for each in days)
    (only, *_days), _told = reading(
        "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:one\nEND:VEVENT\n"
    )
    assert (only.key, only.values) == ("one", {"status": "cancelled"})


def ahead(found: Any) -> list[IncomingRecord]:
    """The records that are there even if they never came before."""
    return [each for each in found if not each.known_only]


def test_a_series_is_taken_in_its_occurrences(reading):
    moved = "UID:one\nRECURRENCE-ID;TZID=Europe/Brussels:20261208T100000\n" + START.replace(
        "1201", "1209"
    )
    rule = event("RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE;TZID=Europe/Brussels:20261215T100000")

    found, told = reading(calendar(rule, moved))

    assert [(each.key, str(each.values["date"])[:10]) for each in ahead(found)] == [
        ("one|20261201", "2026-12-01"),
        ("one|20261208", "2026-12-09"),
        ("one|20261222", "2026-12-22"),
        ("one|20261229", "2026-12-29"),
    ]
    assert told == []
    others = {each.key for each in found if each.known_only}
    assert {"one", "one|20261215", "one|20270105"} <= others
    assert not others & {each.key for each in ahead(found)}
    off = "UID:one\nRECURRENCE-ID:20261208T090000Z\nSTATUS:CANCELLED"
    day = "UID:one\nRECURRENCE-ID:20261222T090000Z\nDTSTART;VALUE=DATE:20261222"
    found, (told_of_day,) = reading(calendar(rule, off, day))
    assert [each.key for each in ahead(found)] == ["one|20261201", "one|20261229"]
    assert told_of_day.reason.startswith(WHOLE_DAY)
    yearly = event("RRULE:FREQ=YEARLY", start="DTSTART:20200301T100000")
    (one,) = ahead(reading(calendar(yearly))[0])
    assert one.values["date"] == "2027-03-01T10:00+01:00"
    daily, (bounded,) = reading(calendar(event("RRULE:FREQ=DAILY")))
    assert len(ahead(daily)) == 60
    assert "first 60" in bounded.reason


EVERY_SECOND = ",".join(
    f"20261201T{n // 3600:02}{n // 60 % 60:02}{n % 60:02}" for n in range(20_000)
)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (("RRULE:FREQ=SECONDLY",), "Only what repeats by the day"),
        (("RRULE:FREQ=DAILY;INTERVAL=0",), "cannot be read"),
        (("RRULE:FREQ=YEARLY;BYHOUR=1,2,3;BYSECOND=1,2,3",), "cannot be read"),
        (("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",), "fits no day"),
        (("RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=MO",), "fits no day"),
        (("RRULE:FREQ=WEEKLY;BYDAY=XX",), "cannot be read"),
        (("RRULE:FREQ=WEEKLY;UNTIL=ooit",), "cannot be read"),
        (("RRULE:FREQ=DAILY", "EXRULE:FREQ=WEEKLY;BYDAY=SA"), "by a rule"),
        (("RRULE:FREQ=DAILY", f"EXDATE:{EVERY_SECOND}"), "more days than a calendar can have"),
        (("DTEND:ooit",), "“ooit” is no day or time"),
        (("DURATION:P3D",), "longer than a day"),
        (("niets",), "This line cannot be read"),
        ((";" * 1_000_000,), "This line cannot be read"),
    ],
)
def test_what_cannot_be_taken_is_told_and_costs_itself_only(reading, lines, reason):
    found, (told,) = reading(calendar(event(*lines), event(uid="two")))

    assert [each.key for each in found] == ["two"]
    assert reason in told.reason
    assert told.place.startswith("line ")
    assert told.raw is not None


def test_a_line_is_told_by_its_number(reading):
    _found, (told,) = reading(calendar(event("SUMMARY:a\n  b\n\n  c", "???")))

    assert told.place == "line 11"


def test_a_cut_file_loses_the_event_at_its_end_only(reading):
    """At every kilobyte, also within a character."""
    data = calendar(*(event(f"SUMMARY:é {n}", uid=f"n{n}") for n in range(120))).encode()

    for end in range(1024, len(data), 1024):
        found, told = reading(data[:end])
        whole = data[:end].count(b"END:VEVENT\n")
        assert [each.key for each in found] == [f"n{n}" for n in range(whole)]
        assert [each.reason for each in told] in ([], ["Its end is missing."])


def test_text_is_read_by_the_closed_rule(reading):
    data = calendar(event("SUMMARY:Anaïs en Zoë"))
    folded = "SUMMARY:Zoë".encode()
    split = (
        calendar(event("SUMMARY:Zoë"))
        .encode()
        .replace(folded, folded[:-1] + b"\r\n " + folded[-1:])
    )

    forms = (data.encode(), data.encode("cp1252"), b"\xef\xbb\xbf" + data.encode())
    for form in (*forms, ("\ufeff" + data).encode("utf-16-le"), data.replace("\n", "\r").encode()):
        assert reading(form)[0][0].values["topic"] == "Anaïs en Zoë"
    assert reading(split)[0][0].values["topic"] == "Zoë"
    old = "SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9 en=\n=20thee"
    assert reading(calendar(event(old)))[0][0].values["topic"] == "Café en thee"
    with pytest.raises(RefusedError):
        reading(data.encode() + b"\0")


def test_what_is_rejected_can_be_read_again(reading, tmp_path):
    zone = RULES.format(name="Nergens", offset="+0100", rule="FREQ=SECONDLY")
    far = "UID:far\nDTSTART;TZID=Nergens:20261201T100000\nSUMMARY:" + "é" * 100
    daily = event("RRULE:FREQ=SECONDLY", uid="often")
    _found, told = reading(calendar(far, event(), daily, before=zone))
    out = BytesIO()

    write_rejected(out, SourceFile(str(tmp_path / "agenda.ics")), told)

    assert max(map(len, out.getvalue().split(b"\r\n"))) <= 75
    assert out.getvalue().count(b"X-COACHLOG-REASON:") == 2
    found, (again,) = reading(out.getvalue(), assumed_zone=ZONE)
    assert [each.key for each in found] == ["far"]
    assert "Only what repeats" in again.reason


SEEDS = st.randoms(use_true_random=False)


@given(SEEDS)
@settings(max_examples=15)
def test_no_file_is_an_accident(tmp_path_factory, seed: random.Random):
    """However lines are cut, doubled and mixed, there are records and reasons, or a refusal."""
    rule = event("RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20261208T100000", WHO, uid="series")
    data = bytearray(calendar(rule, event("SUMMARY:é", WHO), before=RULES).encode())
    for _change in range(seed.randint(1, 9)):
        at = seed.randrange(len(data))
        data[at : at + seed.randint(0, 20)] = seed.choice(
            (b"", b":", b";", b"\r\n", b"9", b'"', b"\xe9")
        )
    path = tmp_path_factory.mktemp("mixed") / "agenda.ics"
    path.write_bytes(data)

    try:
        items = list(
            read(SourceFile(str(path)), ImportRequest(TODAY, ZONE, "en", until="2027-01-01"))
        )
    except RefusedError:
        return

    write_rejected(BytesIO(), SourceFile(str(path)), [x for x in items if isinstance(x, Problem)])
