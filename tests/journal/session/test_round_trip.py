"""A conversation that went out as JSON comes back as the same conversation."""

import csv
import io
import json
import string
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachlog.schema.vocabulary import FORMS, ORIGINS, STATUSES
from tests.test_export import TABLES

MADE = {"created_at"}
"""Columns that tell when the record was made."""

signs = st.characters(exclude_categories=["Cs"])
texts = st.text(signs, min_size=1, max_size=60).filter(str.strip)
optional = st.none() | st.text(signs, max_size=30)
lines = st.text(signs, min_size=1, max_size=30).filter(lambda text: text.split())
scale = st.none() | st.integers(0, 10)
days = st.none() | st.dates(datetime(1950, 1, 1).date(), datetime(2150, 1, 1).date()).map(str)
refs = st.text(string.ascii_letters, min_size=1, max_size=5)
zones = st.sampled_from(
    ["Europe/Brussels", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"]
)
offsets = st.integers(-14 * 60, 14 * 60).map(lambda n: timezone(timedelta(minutes=n)))
moments = st.datetimes(datetime(1960, 1, 1), datetime(2026, 11, 1), timezones=offsets)
goals = st.fixed_dictionaries(
    {"statement": texts},
    optional={
        **dict.fromkeys(("why", "signs", "anti_goal", "milestone", "talents", "serves"), optional),
        "target_on": days,
        "baseline": scale,
        "target": scale,
        "status": st.sampled_from(["active", "achieved", "dropped"]),
    },
)
options = st.fixed_dictionaries(
    {"text": texts},
    optional={
        "origin": st.sampled_from([*ORIGINS]),
        "contact": optional,
        "pros": optional,
        "cons": optional,
        "chosen": st.booleans(),
    },
)
actions = st.fixed_dictionaries(
    {"what": texts},
    optional={
        "due_on": days,
        "confidence": st.none() | st.integers(1, 10),
        "if_then": st.fixed_dictionaries({}, optional={"obstacle": optional, "plan": optional}),
        "helper": optional,
    },
)
answers = st.fixed_dictionaries(
    {"stage": lines, "question": lines, "text": texts},
    optional={"asked": optional, "layer": st.sampled_from(["shared", "private"])},
)
realities = st.fixed_dictionaries(
    {},
    optional={
        "score": scale,
        **dict.fromkeys(
            ("now", "why_not_lower", "tried", "exceptions", "people", "obstacles"), optional
        ),
    },
)


@st.composite
def conversations(draw):
    """Any conversation that stands on its own: one that is the first with somebody."""
    named = draw(st.dictionaries(refs, goals, max_size=3))
    talk = draw(
        st.fixed_dictionaries(
            {
                "coachee": lines,
                "date": moments.map(lambda m: m.isoformat(timespec="milliseconds")),
                "time_zone": zones,
                "options": st.lists(options, max_size=3),
                "answers": st.lists(answers, max_size=3),
                "parked": st.lists(texts, max_size=3),
                "reality": realities,
            },
            optional={
                "minutes": st.integers(1, 1440),
                "form": st.sampled_from([*FORMS]),
                "status": st.sampled_from([*STATUSES]),
                "method": lines,
                "method_version": st.integers(1, 99),
                **dict.fromkeys(
                    ("topic", "better", "summary", "private_note", "reflection", "reason"),
                    optional,
                ),
                "next_at": st.datetimes(datetime(2027, 1, 1), datetime(2030, 1, 1)).map(
                    lambda m: m.isoformat(timespec="minutes") + "Z"
                ),
            },
        )
    )
    agreed = [
        each
        | ({"goal": draw(st.sampled_from(sorted(named)))} if named and draw(st.booleans()) else {})
        for each in draw(st.lists(actions, max_size=3))
    ]
    scored = draw(st.lists(st.sampled_from(sorted(named)), unique=True)) if named else []
    return talk | {
        "goals": [{"ref": ref, **goal} for ref, goal in named.items()],
        "scores": [{"goal": ref, "score": draw(st.integers(0, 10))} for ref in scored],
        "actions": agreed,
    }


@pytest.fixture
def journal(call):
    """`journal(path, talk)` keeps a conversation there; the result: as shown, and all tables."""

    def keeping(path, talk):
        told = call("session", "new", "--from", "-", "--store", path, stdin=json.dumps(talk))
        assert told.code == 0, told.err
        shown = call("session", "show", 1, "--json", "--store", path).json
        tables = {name: _told(call("export", "csv", name, "--store", path).out) for name in TABLES}
        return shown, tables

    return keeping


def _told(text):
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [{key: value for key, value in row.items() if key not in MADE} for row in rows]


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(conversations())
def test_what_is_shown_as_json_can_be_kept_in_another_journal(journal, talk):
    with TemporaryDirectory() as folder:
        shown, tables = journal(Path(folder) / "first.sqlite", talk)

        again, copied = journal(Path(folder) / "second.sqlite", shown)

    assert again == shown
    assert copied == tables


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(conversations())
def test_what_was_said_is_in_what_is_shown(journal, talk):
    """Only white space around it, line ends and the form of accents may differ."""
    with TemporaryDirectory() as folder:
        shown, _tables = journal(Path(folder) / "journal.sqlite", talk)

    assert len(shown.get("options", [])) == len(talk["options"])
    assert len(shown.get("answers", [])) == len(talk["answers"])
    assert len(shown.get("parked", [])) == len(talk["parked"])
    assert [each["score"] for each in shown.get("scores", [])] == [
        each["score"] for each in sorted(talk["scores"], key=lambda s: _place(talk, s["goal"]))
    ]
    assert [each.get("confidence") for each in shown.get("actions", [])] == [
        each.get("confidence") for each in talk["actions"]
    ]
    begun = datetime.fromisoformat(shown["starts_at"])
    assert begun == datetime.fromisoformat(talk["date"])


def _place(talk, ref):
    return [goal["ref"] for goal in talk["goals"]].index(ref)
