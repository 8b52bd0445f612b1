"""Changing what is kept: one field, a cleared field, nothing, and what may not be changed so."""

import json

import pytest

from tests.conftest import refused, talk

NOUNS = {"session": 1, "coachee": "amina", "goal": 1, "action": 1}


pytestmark = pytest.mark.usefixtures("example")


def data(call, noun):
    """The row of the noun, as the exported table has it."""
    return call("export", "csv", {"session": "sessions_private"}.get(noun, f"{noun}s")).rows[0] | (
        call("export", "csv", "sessions").rows[0] if noun == "session" else {}
    )


def option(field):
    """The option that gives a field."""
    return "--" + {"agreement_basis": "basis"}.get(field, field).replace("_", "-")


CHANGES = [
    ("coachee", "name", "Amina Bakkali", "Amina Bakkali"),
    ("coachee", "handle", "amina-b", "amina-b"),
    ("coachee", "role", "ploegbaas", "ploegbaas"),
    ("coachee", "team", "Noord", "Noord"),
    ("coachee", "organisation", "Bakkerij", "Bakkerij"),
    ("coachee", "language", "NL", "nl"),
    ("coachee", "since", "3 maart", "2026-03-03"),
    ("coachee", "reach", "0470 00 00 00", "0470 00 00 00"),
    ("coachee", "context", "a\nb", "a\nb"),
    ("coachee", "agreement", "a\nb", "a\nb"),
    ("coachee", "agreement_basis", "Legitimate interest", "legitimate_interest"),
    ("coachee", "controller", "Bakkerij", "Bakkerij"),
    ("coachee", "retention_on", "31/12/2028", "2028-12-31"),
    ("goal", "statement", "other", "other"),
    ("goal", "why", "because", "because"),
    ("goal", "signs", "seen", "seen"),
    ("goal", "anti_goal", "not this", "not this"),
    ("goal", "milestone", "half", "half"),
    ("goal", "talents", "calm", "calm"),
    ("goal", "serves", "the team", "the team"),
    ("goal", "target_on", "31/1/2027", "2027-01-31"),
    ("goal", "baseline", "2", "2"),
    ("goal", "target", "9/10", "9"),
    ("goal", "status", "achieved", "achieved"),
    ("action", "what", "other", "other"),
    ("action", "due_on", "volgende vrijdag", None),
    ("action", "due_on", "over 2 weken", "2026-12-08"),
    ("action", "confidence", "10", "10"),
    ("action", "obstacle", "noise", "noise"),
    ("action", "plan", "leave", "leave"),
    ("action", "helper", "Koen", "Koen"),
    ("action", "status", "partly", "partly"),
    ("action", "outcome", "good", "good"),
    ("session", "date", "2026-09-15T10:00", None),
    ("session", "minutes", "45", "45"),
    ("session", "form", "video", "video"),
    ("session", "status", "missed", "missed"),
    ("session", "topic", "other", "other"),
    ("session", "better", "much", "much"),
    ("session", "reality_now", "now", "now"),
    ("session", "reality_score", "4", "4"),
    ("session", "reality_why_not_lower", "x", "x"),
    ("session", "reality_tried", "x", "x"),
    ("session", "reality_exceptions", "x", "x"),
    ("session", "reality_people", "x", "x"),
    ("session", "reality_obstacles", "x", "x"),
    ("session", "summary", "x", "x"),
    ("session", "private_note", "x", "x"),
    ("session", "reflection", "x", "x"),
    ("session", "next_at", "2026-10-01T09:00", "2026-10-01T07:00:00.000Z"),
]
DERIVED = {"name_sort", "closed_on", "actions_done", "open_actions", "sessions", "last_session_at"}


@pytest.mark.parametrize(("noun", "field", "value", "kept"), CHANGES)
@pytest.mark.parametrize("way", ["option", "json"])
def test_one_field_changes_and_only_that_one(call, way, noun, field, value, kept):
    before = data(call, noun)
    words = (noun, "edit", NOUNS[noun])

    if way == "option":
        changed = call(*words, option(field), value)
    else:
        changed = call(*words, "--from", "-", stdin=json.dumps({field: value}))

    if value == "volgende vrijdag":
        refused(changed, 4, "can mean", "27", "4")
        return
    assert changed.code == 0, changed.err
    after = data(call, noun)
    if kept:
        assert after[field] == kept
    differs = {key for key in after if after[key] != before[key]} - DERIVED
    assert differs <= ({field} if kept else {"starts_at", "held_on"})
    assert differs


FULL = {"language": "fr", "since": "1/1/2026", "form": "video", "minutes": "5"} | {
    **dict.fromkeys(("target_on", "due_on", "next_at", "retention_on"), "1/1/2027"),
    "agreement_basis": "contract",
}
NEVER_EMPTY = ("name", "handle", "statement", "status", "what", "date")


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("empty", ["", "  ", None], ids=["empty", "blank", "null"])
def test_each_field_is_cleared_with_an_empty_value(call, noun, empty):
    words = (noun, "edit", NOUNS[noun])
    fields = {field for of, field, *_values in CHANGES if of == noun} - {*NEVER_EMPTY}
    filled = [f"{option(field)}={FULL.get(field, '7')}" for field in fields]
    assert call(*words, *filled).code == 0
    before = data(call, noun)
    assert [field for field in fields if before[field] == ""] == []

    if empty is None:
        cleared = call(*words, "--from", "-", stdin=json.dumps(dict.fromkeys(fields)))
    else:
        cleared = call(*words, *(f"{option(field)}={empty}" for field in fields))

    assert cleared.code == 0, cleared.err
    after = data(call, noun)
    assert [field for field in fields if after[field] != ""] == []


@pytest.mark.parametrize(
    ("noun", "field"),
    [
        ("coachee", "name"),
        ("coachee", "handle"),
        ("goal", "statement"),
        ("goal", "status"),
        ("action", "what"),
        ("action", "status"),
        ("session", "date"),
        ("session", "status"),
    ],
)
def test_what_a_record_cannot_be_without_is_not_cleared(call, noun, field):
    before = data(call, noun)

    refused(
        call(noun, "edit", NOUNS[noun], f"--{field}", ""), 4, f"^--{field}: this cannot be empty"
    )
    assert data(call, noun) == before


@pytest.mark.parametrize("noun", NOUNS)
def test_the_same_value_again_writes_nothing(call, count_operations, noun):
    field, value = {
        "session": ("--summary", "x"),
        "coachee": ("--team", "x"),
        "goal": ("--target", "9"),
        "action": ("--due-on", "2026-12-01"),
    }[noun]
    call(noun, "edit", NOUNS[noun], field, value)
    before = count_operations()

    assert call(noun, "edit", NOUNS[noun], field, value).code == 0
    assert count_operations() == before


@pytest.mark.parametrize("noun", NOUNS)
def test_an_empty_object_changes_nothing_and_says_so(call, count_operations, noun):
    told = call(noun, "edit", NOUNS[noun], "--from", "-", stdin="{}")

    assert (told.code, told.err) == (0, "Nothing changed.\n")
    assert count_operations() == 1


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize(
    "text", ["[]", "null", "5", '{"why": "x"}\n{"why": "y"}', '[{"why": "x"}]']
)
def test_a_change_is_one_object(call, count_operations, noun, text):
    """The second of two would be lost in silence."""
    refused(call(noun, "edit", NOUNS[noun], "--from", "-", stdin=text), 4, "A change is one JSON")
    assert count_operations() == 1


@pytest.mark.parametrize("noun", NOUNS)
def test_an_unknown_field_is_refused(call, noun):
    told = call(noun, "edit", NOUNS[noun], "--from", "-", stdin='{"colour": "red"}')

    refused(told, 4, "^colour: this field is not known")
    assert "coachlog schema session" not in told.err


@pytest.mark.parametrize("noun", NOUNS)
def test_an_edit_as_json_is_answered_by_the_record(call, noun):
    field = {"session": "topic", "coachee": "team", "goal": "why", "action": "helper"}[noun]

    assert call(noun, "edit", NOUNS[noun], f"--{field}", "new", "--json").json[field] == "new"


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("goal edit 1 --target 11", "^--target: “11” is not a whole number from 0 to 10"),
        ("goal edit 1 --target-on 31/2", "^--target-on: “31/2” is not a date"),
        ("goal edit 1 --status won", "^--status: “won” is not one of the choices"),
        ("action edit 1 --confidence 0", "^--confidence: “0” is not"),
        ("action edit 1 --due-on someday", "^--due-on: “someday” cannot be read"),
        ("session edit 1 --minutes 0", "^--minutes: “0” is not a length of time from 1 to 1440"),
        ("session edit 1 --date 2027-05-01", "cannot be in the future"),
        ("session edit 1 --next-at 2026-01-01", "is before this conversation"),
        ("session edit 1 --date 2026-10-01", "is before this conversation"),
        ("coachee edit amina --language de", "^--language: “de” is not one of the choices"),
        ("coachee edit amina --since someday", "^--since: “someday” cannot be read"),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_changes(call, count_operations, words, cause):
    refused(call(*words.split()), 4, cause)
    assert count_operations() == 1


def test_a_planned_conversation_may_be_moved_ahead(call):
    call("session", "new", "--coachee", "Bo", "--date", "2027-01-10T10:00", "--status", "planned")

    moved = call("session", "edit", 2, "--date", "2027-02-10T10:00", "--json")

    assert moved.json["date"] == "2027-02-10T10:00"


def test_an_edit_keeps_the_second_and_the_hour_that_comes_twice(call, keep):
    keep(talk(date="2026-10-25T02:30:15+01:00"))

    call("session", "edit", 2, "--topic", "x")

    row = call("session", "list", "--csv").rows[0]
    assert (row["number"], row["starts_at"]) == ("2", "2026-10-25T01:30:15.000Z")
    assert call("session", "show", 2, "--json").json["date"] == "2026-10-25T02:30:15+01:00"


def test_an_action_is_done_with_what_it_brought(call):
    call("action", "done", "#1", "--outcome", "Koen agreed", "--on", "yesterday")

    row = call("action", "list", "--json").json[0]
    assert (row["status"], row["outcome"], row["closed_on"]) == (
        "done",
        "Koen agreed",
        "2026-11-23",
    )
    assert call("session", "list", "--json").json[0]["actions_done"] == 1
    assert call("coachee", "list", "--json").json[0]["open_actions"] == 0


def test_an_action_is_partly_done_and_open_again(call):
    call("action", "done", 1, "--partly")
    assert call("action", "list", "--json").json[0]["status"] == "partly"

    call("action", "edit", 1, "--status", "open")

    row = call("action", "list", "--json").json[0]
    assert (row["status"], row["closed_on"]) == ("open", None)


def test_a_goal_that_is_reached_has_its_day_until_it_is_active_again(call):
    call("goal", "edit", 1, "--status", "achieved")
    assert call("goal", "list", "--json").json[0]["closed_on"] == "2026-11-24"

    call("goal", "edit", 1, "--status", "active")

    assert call("goal", "list", "--json").json[0]["closed_on"] is None


def test_the_score_of_a_day_is_corrected_not_doubled(call):
    call("goal", "score", 1, 5)
    call("goal", "score", 1, "6/10")
    call("goal", "score", 1, 0, "--on", "1/10")

    scores = call("export", "csv", "goal_scores").rows

    assert [(row["scored_on"], row["score"], row["session"]) for row in scores] == [
        ("2026-09-14", "3", "1"),
        ("2026-10-01", "0", ""),
        ("2026-11-24", "6", ""),
    ]


def test_a_new_person_is_answered_by_the_handle(call):
    told = call("coachee", "new", "--name", "Lea De Smet", "--role", "coach")

    assert told == (0, "lea\tLea De Smet\n", "")


def test_a_new_person_as_json(call):
    lines = '{"name": "Lea"}\n{"name": "Bo", "since": "3 maart"}'

    people = [
        json.loads(line)
        for line in call("coachee", "new", "--from", "-", "--json", stdin=lines).lines
    ]

    assert [(each["handle"], each["since"]) for each in people] == [
        ("lea", None),
        ("bo", "2026-03-03"),
    ]
    assert call("coachee", "new", "--name", "Cis", "--json").json["handle"] == "cis"


@pytest.mark.parametrize(
    ("second", "cause"),
    [
        ({"name": ""}, "^line 2, name: this is empty"),
        ({"name": "x", "age": 5}, "^line 2, age: this field is not known"),
        (
            {"name": "x", "handle": "amina"},
            "^Line 2: The short name amina belongs to Amina El Idrissi",
        ),
    ],
)
def test_new_people_are_taken_whole_or_not_at_all(call, second, cause):
    lines = f'{{"name": "Lea"}}\n{json.dumps(second)}'

    refused(call("coachee", "new", "--from", "-", stdin=lines), 4, cause)
    assert len(call("coachee", "list").lines) == 1


@pytest.mark.parametrize(
    "handle", ["Amina", "amina e", "am_ina", "-a", "é", "x" * 41, "a--b", "a/b", "\x1b[31m"]
)
def test_a_handle_is_short_and_plain(call, handle):
    refused(
        call("coachee", "new", "--name", "x", f"--handle={handle}"), 4, "cannot be a short name"
    )


def test_a_handle_belongs_to_one_person(call):
    call("coachee", "new", "--name", "Bo")

    refused(call("coachee", "new", "--name", "x", "--handle", "bo"), 4, "bo belongs to Bo")
    refused(call("coachee", "edit", "bo", "--handle", "amina"), 4, "amina belongs to Amina")
    assert call("coachee", "edit", "bo", "--handle", "bo").code == 0


@pytest.mark.parametrize(
    ("names", "handles"),
    [
        (["Jan Peeters"] * 4, ["jan", "jan-p", "jan-peeters", "jan-peeters-2"]),
        (["李小龍", "أمينة", "🙂"], ["person", "amyna", "person-2"]),
        (["Ørjan Łuß", "O'Neill", "x" * 60], ["orjan", "o", "x" * 40]),
        (["Amina", "AMINA"], ["amina-2", "amina-3"]),
    ],
)
def test_handles_are_made_from_names_and_never_clash(call, names, handles):
    made = [call("coachee", "new", "--name", name).out.split("\t")[0] for name in names]

    assert made == handles
