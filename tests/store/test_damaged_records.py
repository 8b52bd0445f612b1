"""A damaged text or day is code 5: the record by its number, never its text, and all the rest."""

import json
import sqlite3
from contextlib import closing

import pytest

from tests.conftest import talk

READS = (
    "session list",
    "session show 1",
    "session list --json",
    "coachee show Amina",
    "goal list",
    "goal show 1",
    "action list",
    "timeline Amina",
    "prep Amina",
    "today",
    "history",
    "search other",
    "review Amina",
    "export csv sessions",
    "export csv actions --json",
    "session resume",
)
TEXTS = {
    "coachee": ("role", "name"),
    "session": ("topic", "summary", "private_note", "method"),
    "goal": ("statement", "why"),
    "action": ("what",),
    "draft": ("state",),
    "change": ("new",),
}
DAYS = {
    "session": ("held_on", "starts_at"),
    "goal": ("set_on", "target_on"),
    "action": ("agreed_on", "due_on"),
    "goal_score": ("scored_on",),
    "draft": ("saved_at",),
    "operation": ("stamp",),
}
UNSEEN = {("draft", "state"), ("change", "new"), ("session", "method")}
"""What none of these commands shows."""

SECRET = "zesje"


@pytest.fixture
def store(call, program, prepared):
    """A conversation that is going to be damaged, another one, and an unfinished one."""
    whole = talk(
        topic=f"topic {SECRET}",
        summary=f"sum {SECRET}",
        private_note=f"private {SECRET}",
        goals=[{"statement": f"goal {SECRET}", "why": SECRET, "target_on": "2027-01-10"}],
        actions=[{"what": f"what {SECRET}", "due_on": "2026-12-10"}],
    )
    other = talk(coachee="Bo", topic="other topic", actions=[{"what": "other what"}])

    def fill():
        call("session", "new", "--from", "-", stdin="\n".join(map(json.dumps, (whole, other))))
        call("goal", "score", 1, 4)
        call("coachee", "edit", "Amina", "--role", f"role {SECRET}")

    prepared(fill)
    with closing(sqlite3.connect(program.store)) as plain:
        plain.execute(
            "insert into draft(id, coachee, method, started_at, saved_at, state) values"
            " ('d1', 'Amina', 'grow', '2026-11-02T09:00:00.000Z', '2026-11-02T09:00:00.000Z', '{}')"
        )
        plain.commit()
    return program.store


def spoil(store, sql):
    """As a flipped byte does: past all rules and triggers."""
    with closing(sqlite3.connect(store, isolation_level=None)) as plain:
        plain.execute("pragma ignore_check_constraints=on")
        names = plain.execute("select name, sql from sqlite_schema where type = 'trigger'")
        triggers = [each for each in names.fetchall() if f" on {sql.split()[1]}\n" in _plain(each)]
        plain.execute("begin")
        for name, _sql in triggers:
            plain.execute(f'drop trigger "{name}"')
        plain.execute(sql)
        for _name, text in triggers:
            plain.execute(text)
        plain.execute("commit")


def _plain(trigger):
    """The text of a trigger, its table without quotes."""
    return trigger[1].replace('"', "")


def flat(columns):
    return [(table, column) for table, names in columns.items() for column in names]


@pytest.mark.parametrize(("table", "column"), flat(TEXTS), ids=str)
def test_a_text_that_is_none_is_told_and_hides_nothing_else(call, store, table, column):
    spoil(
        store,
        f"update {table} set {column} = cast(x'{SECRET.encode().hex()}ff' as text)"
        f" where rowid = (select min(rowid) from {table} where {column} is not null)",
    )

    told = read_all(call)

    assert 5 in {result.code for result in told.values()} or (table, column) in UNSEEN
    assert "other topic" in told["session list"].out
    assert "other what" in told["action list"].out


@pytest.mark.parametrize(("table", "column"), flat(DAYS), ids=str)
@pytest.mark.parametrize(
    "value",
    ["2026-1x-10", pytest.param("2026-13-41T25:00:00.000Z", marks=pytest.mark.nightly)],
)
def test_a_day_that_is_none_is_told_and_hides_nothing_else(call, store, table, column, value):
    spoil(store, f"update {table} set {column} = '{value}' where rowid = 1")

    told = read_all(call)

    assert 5 in {result.code for result in told.values()}
    assert "other topic" in told["session list"].out
    assert "other what" in told["action list"].out


def read_all(call):
    """Each reading command: nothing of the damaged text on stderr, and none calls it safe."""
    told = {words: call(*words.split()) for words in READS}
    for words, result in told.items():
        assert result.code in (0, 2, 3, 4, 5), (words, result.err)
        assert SECRET not in result.err, words
        assert "safe" not in result.err, words
        if result.code == 5:
            assert "damaged" in result.err, (words, result.err)
    return told


def test_the_record_is_named_by_its_number_and_marked(call, store):
    spoil(
        store,
        f"update session set topic = cast(x'{SECRET.encode().hex()}ff' as text) where number = 1",
    )

    listed = call("session", "list")

    assert listed.code == 5
    assert "(unreadable)" in listed.out
    assert "onversation 1" in listed.err
    assert "Topic" in listed.err
    assert call("session", "show", 2).code == 0


def test_nothing_unreadable_is_written_back(call, store):
    spoil(store, "update session set topic = cast(x'61ff' as text) where number = 1")

    changed = call("session", "edit", 1, "--summary", "new")

    assert changed.code in (0, 5)
    with closing(sqlite3.connect(store)) as plain:
        plain.text_factory = bytes
        assert plain.execute("select topic from session where number = 1").fetchone() == (b"a\xff",)


def test_a_value_that_no_rule_allows_is_damage_where_it_is_met(call, store):
    spoil(store, "update goal set status = 'half' where number = 1")

    for words in READS:
        result = call(*words.split())
        assert "safe" not in result.err
        assert result.code in (0, 2, 3, 5), (words, result.err)


def test_a_message_of_sqlite_with_a_broken_byte_is_damage(call, store):
    with closing(sqlite3.connect(store, isolation_level=None)) as plain:
        plain.execute("pragma writable_schema=on")
        plain.execute(
            "update sqlite_schema set sql = replace(sql, 'starts_at', cast(x'73ff' as text))"
            " where name = 'sessions'"
        )

    for words in ("session list", "coachee new --name Zoe"):
        result = call(*words.split())
        assert "safe" not in result.err
        assert result.code in (0, 5), result.err
