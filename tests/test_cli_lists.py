"""Every list and show: as plain text, JSON and CSV, with the same filters, order and limit."""

import json

import pytest

from tests.conftest import EXAMPLE, refused, talk

COLUMNS = {
    "coachees": "handle name role team organisation language since archived_at sessions"
    " last_session_at open_actions",
    "sessions": "number coachee status starts_at time_zone held_on minutes form method topic"
    " summary options options_by_coachee actions actions_done next_at",
    "goals": "number coachee statement anti_goal target_on baseline target score scored_on status",
    "goal_scores": "goal scored_on score session",
    "options": "session text origin contact chosen",
    "actions": "number coachee session goal what due_on confidence status outcome",
    "answers": "session stage question text",
    "answers_private": "session stage question text",
}
NAMES = "Lea Bo Ans Cis Dré Eva Fay Gus Hil Ine Jef Kim"
LISTS = {"session": "sessions", "coachee": "coachees", "goal": "goals", "action": "actions"}
lists = pytest.mark.parametrize("noun", LISTS)


@pytest.fixture
def many(keep):
    """Twelve conversations with twelve people, each with a goal and an action."""
    names = [f"{name} Peeters" for name in NAMES.split()]
    keep(
        *(
            talk(
                coachee=name,
                date=f"2026-10-{n + 1:02}T14:00",
                goals=[{"ref": "g", "statement": f"goal {n}"}],
                scores=[{"goal": "g", "score": n % 10}],
                actions=[{"what": f"action {n}", "goal": "g", "due_on": f"2026-12-{28 - n}"}],
            )
            for n, name in enumerate(names)
        )
    )


@pytest.mark.parametrize("table", COLUMNS)
def test_the_columns_that_others_rely_on_come_first_and_in_their_order(call, table):
    promised = COLUMNS[table].split()

    columns = call("export", "csv", table).out.strip().split(",")

    assert columns[: len(promised)] == promised


@lists
def test_a_list_as_data_has_the_columns_of_its_view(call, many, noun):
    columns = call("export", "csv", LISTS[noun]).out.split("\r\n")[0].split(",")

    assert call(noun, "list", "--csv").out.split("\r\n")[0].split(",") == columns
    assert [list(row) for row in call(noun, "list", "--json").json] == [columns] * 10


@lists
@pytest.mark.parametrize("limit", [None, 1, 3, 0, 12, 99])
def test_a_limit_holds_for_every_form_and_tells_what_it_left_out(call, many, noun, limit):
    words = [noun, "list"] + ([] if limit is None else ["--limit", limit])
    shown = min(12, 10 if limit is None else limit or 12)

    plain, data, table = (call(*words, *form) for form in ([], ["--json"], ["--csv"]))

    assert [len(plain.lines), len(data.json), len(table.rows)] == [shown] * 3
    more = f"{12 - shown} more: --limit 0 shows all.\n" if shown < 12 else ""
    assert [each.err for each in (plain, data, table)] == [more] * 3


@lists
def test_every_form_has_the_same_order(call, many, noun):
    key = {"coachee": "handle"}.get(noun, "number")
    words = (noun, "list", "--limit", 0)

    keys = [str(row[key]) for row in call(*words, "--json").json]

    assert [row[key] for row in call(*words, "--csv").rows] == keys
    assert [line.split("\t")[0] for line in call(*words).lines] == keys


def test_conversations_come_newest_first_and_people_by_name(call, many):
    numbers = [row["number"] for row in call("session", "list", "--limit", 0, "--json").json]
    names = [row["name"].split()[0] for row in call("coachee", "list", "--json").json]

    assert numbers == list(range(12, 0, -1))
    assert names == ["Ans", "Bo", "Cis", "Dré", "Eva", "Fay", "Gus", "Hil", "Ine", "Jef"]


def test_open_actions_come_first_by_their_day_then_the_others(call, many):
    call("action", "done", 12)

    numbers = [row["number"] for row in call("action", "list", "--limit", 0, "--json").json]

    assert numbers == [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 12]


@pytest.mark.parametrize("noun", ["session", "goal", "action"])
@pytest.mark.parametrize("who", ["lea", "Lea Peeters", "LÉA PEETERS"])
def test_a_list_of_one_person_by_handle_or_name(call, many, noun, who):
    rows = call(noun, "list", "--coachee", who, "--json").json

    assert [row["coachee"] for row in rows] == ["lea"]


@pytest.mark.parametrize(
    ("noun", "status", "count"), [("goal", "achieved", 1), ("action", "partly", 1)]
)
def test_a_list_of_one_status(call, many, noun, status, count):
    call(noun, "edit", 3, "--status", status)

    rows = call(noun, "list", "--status", status, "--json").json

    assert [(row["number"], row["status"]) for row in rows] == [(3, status)]
    assert len(call(noun, "list", "--limit", 0).lines) == 12


def test_archived_people_are_left_out_unless_wanted(call, many, program):
    import sqlite3

    with sqlite3.connect(program.store) as other:
        other.execute(
            "update coachee set archived_at = '2026-11-01T09:00:00.000Z' where handle='bo'"
        )
    other.close()

    assert "Bo Peeters" not in call("coachee", "list", "--limit", 0).out
    assert "Bo Peeters" in call("coachee", "list", "--limit", 0, "--archived").out
    assert call("coachee", "list", "--limit", 1, "--archived").err.startswith("11 more")


@lists
def test_an_empty_list_is_no_error(call, noun):
    plain, data, table = (call(noun, "list", *form) for form in ([], ["--json"], ["--csv"]))

    assert (plain.code, plain.out) == (0, "")
    assert plain.err.count("\n") == 1
    assert (data.code, data.out, data.err) == (0, "[]\n", "")
    assert (table.code, table.rows, table.err) == (0, [], "")


def test_reading_makes_no_store(call, program):
    for words in (
        ["session", "list"],
        ["coachee", "list"],
        ["timeline"],
        ["export", "csv", "goals"],
    ):
        assert call(*words).code == 0

    assert not program.store.exists()


@pytest.mark.parametrize("words", [["session", "list"], ["coachee", "show", "amina"], ["timeline"]])
def test_two_forms_at_once_are_refused(call, keep, words):
    keep(talk())

    refused(call(*words, "--json", "--csv"), 2, "Choose --json or --csv, not both")


@pytest.mark.parametrize("limit", ["x", "-1", "1.5", "²", "", "9" * 20])
def test_a_limit_that_is_no_number(call, limit):
    refused(call("session", "list", f"--limit={limit}"), 2, "limit")


@pytest.mark.parametrize(
    "words", [("session", 1), ("goal", 1), ("action", 1), ("coachee", "amina")]
)
def test_one_record_as_csv_is_its_row_in_the_list(call, example, words):
    noun, which = words

    assert call(noun, "show", which, "--csv").rows == call(noun, "list", "--csv").rows


def test_a_goal_shows_its_scores(call, example):
    call("goal", "score", 1, 5)

    shown = call("goal", "show", 1, "--json").json

    assert shown["scores"] == [
        {"scored_on": "2026-09-14", "score": 3, "session": 1},
        {"scored_on": "2026-11-24", "score": 5, "session": None},
    ]
    assert (shown["score"], shown["scored_on"]) == (5, "2026-11-24")
    scored = [line for line in call("goal", "show", 1).lines if line.startswith("scores.")]
    assert scored == [
        "scores.1.scored_on\t2026-09-14",
        "scores.1.score\t3",
        "scores.1.session\t1",
        "scores.2.scored_on\t2026-11-24",
        "scores.2.score\t5",
    ]


def test_a_person_shows_what_is_open(call, example):
    shown = call("coachee", "show", "Amina El Idrissi", "--json").json

    assert (shown["handle"], shown["sessions"], shown["open_actions"]) == ("amina", 1, 1)


def test_a_conversation_marks_what_is_private(aloud, example):
    lines = aloud("session", "show", 1).lines

    private = [line for line in lines if line.endswith("(for you only)")]
    assert private == ["Private note  (for you only)", "Own reflection  (for you only)"]


def test_shared_tables_hold_nothing_private(call, example):
    """What is handed out is made of these."""
    private = json.loads(EXAMPLE.read_text())
    tables = "".join(
        call("export", "csv", table).out for table in COLUMNS if "private" not in table
    )

    assert private["private_note"] not in tables
    assert private["reflection"] not in tables
    assert private["private_note"] in call("export", "csv", "sessions_private").out


def test_plain_lines_have_a_tab_between_columns_and_no_colour(call, example):
    assert call("action", "list").out == (
        "1\tamina\tKoen aanspreken en het punt planning overnemen\t2026-09-18\t6\topen\n"
    )


def test_the_timeline_in_every_form(call, example):
    words = ("timeline", "amina")
    data = call(*words, "--json").json

    assert [event["kind"] for event in data] == [
        "conversation",
        "goal_set",
        "score",
        "action_agreed",
    ]
    assert [row["kind"] for row in call(*words, "--csv").rows] == [e["kind"] for e in data]
    assert "conversation 1" in call(*words).out


def test_data_is_the_same_in_every_language(call, example):
    words = ("session", "list", "--json")

    assert len({call(*words, "--lang", language).out for language in ("nl", "fr", "en")}) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["--store", "other.sqlite", "--lang", "nl", "--plain", "--no-input", "session", "list"],
        ["session", "--store", "other.sqlite", "--lang=nl", "list", "--plain", "--no-input"],
        ["session", "list", "--no-input", "--plain", "--lang", "nl", "--store=other.sqlite"],
    ],
    ids=["before", "between", "after"],
)
def test_options_of_the_program_stand_anywhere(call, keep, words):
    keep(talk())

    listed = call(*words)

    assert (listed.code, listed.out) == (0, "")


def test_the_option_wins_over_the_variable(call, keep, program):
    keep(talk())

    assert call("session", "list", "--store", program.store).lines
    assert not call("session", "list", env={"COACHLOG_STORE": "elsewhere.sqlite"}).lines
    elsewhere = {"COACHLOG_STORE": "elsewhere.sqlite"}
    assert call("session", "list", "--store", program.store, env=elsewhere).lines


@pytest.mark.parametrize("option", ["--store", "--lang", "--store=", "--lang="])
def test_an_option_of_the_program_without_a_value(call, option):
    refused(call("session", "list", option), 2, option.rstrip("=") + " needs a value")


def test_an_unknown_language(call):
    refused(call("session", "list", "--lang", "de"), 2, "does not speak “de”")


def test_version(run):
    from coachlog import __version__

    assert run("--version") == (0, f"coachlog {__version__}\n", "")
