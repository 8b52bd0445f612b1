"""Practice hours: silent until a credential is set; what counts, what not and why; the balance."""

import json

import pytest

from coachlog.schema.hours import HOURS_MOST
from coachlog.values.errors import KindError
from coachlog.values.hours import hours
from tests.conftest import refused, talk


def set_to(call, **settings):
    for key, value in settings.items():
        assert call("config", "set", key, value).code == 0


@pytest.fixture
def icf(call):
    """A coach who wants ACC and whose training began in 2024."""
    set_to(call, credential="acc", training_started_on="2024-03-01")


def ledger(call):
    return call("hours", "--json").json


def reasons(call):
    return {line["number"]: line["reason"] for line in ledger(call) if line["source"] == "session"}


def kind(call, number, word, **more):
    options = [f"--{key}={value}" for key, value in more.items()]
    assert call("trajectory", "edit", number, "--kind", word, *options).code == 0


def test_without_a_credential_only_the_time_in_each_role_is_told(call, keep):
    keep(
        talk(minutes=60),
        talk(coachee="Bert", minutes=30),
        talk(coachee="Bert", minutes=45, date="2026-11-03T10:00"),
        talk(coachee="Chris", date="2025-06-02T10:00", minutes=90),
        talk(coachee="Dirk", status="missed"),
    )
    kind(call, 2, "onboarding")
    kind(call, 3, "manager")

    assert call("hours", "--csv").rows == [
        row("peter", 2, 0, 75, "1.25", 1),
        row("coach", 1, 0, 60, "1.00", 1),
    ]
    assert call("hours", "--year", "2025", "--csv").rows == [
        row("manager", 1, 0, 90, "1.50", 1, year=2025)
    ]
    told = call("hours").out
    assert "Time as a buddy" in told
    assert "Amina" not in told
    assert "ICF" not in told


def row(role, sessions, without_length, minutes, decimal, people, year=2026):
    keys = ("year", "role", "sessions", "without_length", "minutes", "hours", "people")
    values = (year, role, sessions, without_length, minutes, decimal, people)
    return dict(zip(keys, map(str, values), strict=True))


def test_a_year_without_talks_says_so(call):
    assert "No conversation was held in that year." in call("hours", "--year", "2020").out


@pytest.mark.parametrize("year", ["26", "next", "20261", "२०२६", ""])
def test_what_is_no_year_is_refused(call, year):
    refused(call("hours", "--year", year), 2, "is not a year")


def test_what_counts_is_told_with_the_first_reason(call, keep, icf):
    keep(
        talk(coachee="Amina", minutes=60),
        talk(coachee="Bert", minutes=60),
        talk(coachee="Chris", minutes=60, date="2024-02-29T10:00"),
        talk(coachee="Dirk", minutes=60, people=16),
        talk(coachee="Els", minutes=60, form="written"),
        talk(coachee="Fien", minutes=60, method="three_way_start"),
        talk(coachee="Guy", minutes=60),
        talk(coachee="Hilde", minutes=60),
        talk(coachee="Ivo", minutes=60, activity="training_practice"),
        talk(coachee="Jan"),
        talk(coachee="Kim", minutes=60, status="missed"),
        talk(coachee="Lea", minutes=60),
    )
    kind(call, 7, "mentoring")
    call("trajectory", "edit", 8, "--appraises", "yes")
    call("trajectory", "edit", 12, "--setting", "internal", "--policy", "yes")
    for who in ("amina", "chris", "dirk", "els", "fien", "guy", "hilde", "ivo", "jan", "kim"):
        assert call("hours", "consent", who, "--on", "2026-01-05").code == 0

    assert reasons(call) == {
        1: "counted",
        2: "no_consent",
        3: "before_training",
        4: "group_too_large",
        5: "not_live",
        6: "three_way",
        7: "other_role",
        8: "own_report",
        9: "other_activity",
        10: "no_minutes",
        11: "not_held",
        12: "letter_needed",
    }
    named = {line["number"]: line["coachee"] for line in ledger(call) if line["counted"]}
    assert named == {1: "amina", 12: None}
    call("trajectory", "edit", 12, "--letter", "yes")
    assert reasons(call)[12] == "nameless"


def test_the_page_tells_what_is_reached_and_missing_and_why_not(call, keep, icf):
    keep(talk(minutes=45), talk(coachee="Bert", minutes=90, date="2026-11-03T10:00"))
    call("hours", "consent", "amina")

    told = call("hours").out

    assert "Hours for ACC" in told
    assert "Hours: 0.75 of 100  (99.25 missing)" in told
    assert "1.50 hours do not count: Nobody agreed to be named.  (1 conversation)" in told
    assert "Not certain: check this figure first." in told
    assert "Another source says 24." in told
    assert "As read on Sun 29 Nov 2026; the body decides." in told
    assert "https://coachingfederation.org/experience-requirements" in told
    assert "Bert" not in told


def test_all_that_stands_in_the_way_of_a_talk_is_told_at_once_with_what_mends_it(call, keep):
    set_to(call, credential="acc")
    keep(talk(), talk(coachee="Bert", minutes=60, form="written", date="2026-11-03T10:00"))

    told = call("hours").out
    (first, second) = ledger(call)

    assert first["against"] == "no_minutes training_unknown no_consent"
    assert second["against"] == "not_live training_unknown no_consent"
    assert "0.00 hours do not count: The length is missing. Fill in" in told
    assert "1.00 hours do not count: It was in writing." in told  # nothing can mend that
    way = told[told.index("What would make it count") : told.index("Counted by another")]
    assert "conversation 1, Mon 2 Nov 2026" in way
    assert "The length is missing.  (coachlog session edit 1 --minutes 60)" in way
    assert "coachlog config set training_started_on 2024-03-01" in way
    assert "coachlog hours consent WHO" in way
    assert "conversation 2" not in way
    mending = (
        ("session", "edit", 1, "--minutes", 60),
        ("config", "set", "training_started_on", "2024-03-01"),
        ("hours", "consent", "amina"),
    )
    assert [call(*words).code for words in mending] == [0, 0, 0]
    assert reasons(call) == {1: "counted", 2: "not_live"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "1,50 uur telt niet mee: Niemand ging akkoord om genoemd te worden."),
        ("fr", "Hors décompte : 1,50 h. Personne n'a accepté d'être nommé."),
    ],
)
def test_the_page_is_in_the_language_of_the_coach(call, keep, icf, language, said):
    keep(talk(minutes=90))

    assert said in call("hours", env={"COACHLOG_LANG": language}).out.replace("\xa0", " ")


def test_what_is_missing_for_emcc_is_told_by_quarter_and_twelve_months(call, keep):
    set_to(call, credential="eia_foundation")
    keep(talk(minutes=60), talk(coachee="Bert", minutes=60))
    kind(call, 1, "mentoring")
    kind(call, 2, "onboarding")
    keep(talk(coachee="Bert", minutes=60, date="2026-11-04T10:00"))
    for day in ("2026-01-05", "2026-05-05", "2026-10-05"):
        call("growth", "new", "--kind", "supervision", "--on", day, "--minutes", 60)
    call("growth", "new", "--kind", "reflection", "--on", "2026-06-01")
    call("growth", "new", "--kind", "reflection", "--on", "2025-06-01")

    told = call("hours").out

    assert reasons(call) == {1: "counted", 2: "needs_reason", 3: "needs_reason"}
    assert told.count("trajectory edit 2 --as-mentoring TEXT") == 1
    assert "conversations 3, 2\n" in told
    assert "2026-Q3: 0.00 of 1" in told
    assert "Reflections in twelve months: 1 of 5  (4 missing)" in told
    assert "Advised for your practice: 4 hours a year." in told
    call("trajectory", "edit", 2, "--as-mentoring", "She asked for advice")
    assert reasons(call)[2] == "counted"


def test_a_list_has_the_decimals_of_the_language(call, keep, icf, screen):
    keep(talk(minutes=90))
    call("hours", "consent", "amina")
    balance(call, "--until", "2026-03-02", "--hours", "40,5")

    assert "1,50" in screen("hours", "clients", language="fr")
    assert "40,5" in screen("hours", "list", language="nl")
    assert "40,5" in screen("hours", "show", 1, language="fr")


def test_who_appraises_in_one_trajectory_does_so_in_the_others_of_that_time(call, keep, icf):
    keep(talk(minutes=60))
    call("hours", "consent", "amina")
    assert reasons(call) == {1: "counted"}

    call(
        "trajectory", "new", "--coachee", "amina", "--kind", "manager", "--starts-on", "2026-10-01"
    )

    assert reasons(call) == {1: "own_report"}


def test_consent_is_noted_withdrawn_and_undone(call, keep, icf):
    keep(talk(minutes=60))
    call("hours", "consent", "amina", "--on", "2026-11-02")

    [agreed] = call("coachee", "show", "amina", "--json").json["consents"]
    assert (agreed["about"], agreed["agreed_on"]) == ("log", "2026-11-02")
    assert agreed["withdrawn_on"] is None
    assert "already agreed" in call("hours", "consent", "amina").err
    assert call("hours", "withdraw", "amina").code == 0
    assert reasons(call) == {1: "no_consent"}
    assert "did not agree" in call("hours", "withdraw", "amina").err
    call("undo")
    assert reasons(call) == {1: "counted"}
    assert "consent noted" in call("history").out


def test_consent_to_a_log_is_none_to_notes_about_workable_work(call, keep, icf):
    keep(talk(minutes=60))
    call("hours", "consent", "amina")

    unasked = call("workability", "new", "--coachee", "amina", "--note", "x")
    assert "Nobody said whether Amina wants this." in unasked.err
    call("workability", "consent", "amina")
    call("workability", "withdraw", "amina", "--yes")
    assert reasons(call) == {1: "counted"}


def balance(call, *words, **more):
    return call("hours", "new", *words, **more)


def test_hours_from_before_count_and_talks_until_then_are_not_counted_twice(call, keep, icf):
    keep(talk(minutes=60, date="2026-03-02T10:00"), talk(minutes=60))
    call("hours", "consent", "amina")
    told = balance(call, "--until", "2026-03-02", "--hours", "40,5", "--paid", "30", "--clients", 5)

    assert (told.code, told.out) == (0, "1\t2026-03-02\n")
    assert reasons(call) == {1: "in_balance", 2: "counted"}
    assert sum(line["counted"] for line in ledger(call)) == 40.5 * 60 + 60
    assert "Hours: 41.50 of 100" in call("hours").out
    assert "Clients: 6 of 8" in call("hours").out


def test_a_balance_is_changed_removed_and_comes_back(call):
    balance(call, "--until", "2023-12-31", "--hours", "40:30")
    kept = call("hours", "show", 1, "--json").json

    assert kept == {
        "number": 1,
        "until_on": "2023-12-31",
        "hours": 40.5,
        "paid": None,
        "clients": None,
    }
    assert call("hours", "edit", 1, "--paid", "12").code == 0
    assert call("hours", "list", "--csv").rows[0]["paid"] == "12"
    refused(call("hours", "edit", 1, "--paid", "41"), 4, "more paid hours than hours")
    refused(call("hours", "edit", 2, "--paid", "1"), 3, "no opening balance 2")
    assert call("hours", "remove", 1, "--yes").code == 0
    refused(call("hours", "show", 1), 3, "no opening balance 1")
    call("undo")
    assert call("hours", "show", 1, "--json").json == kept | {"paid": 12}
    again = balance(call, "--from", "-", stdin=json.dumps(kept))
    assert again.code == 0, again.err


@pytest.mark.parametrize(
    ("words", "stdin", "code", "cause"),
    [
        ([], None, 2, "Missing: --until, --hours"),
        (["--until", "2023-12-31", "--hours", "2.500"], None, 4, "--hours"),
        (["--until", "2023-12-31", "--hours", "0"], None, 4, "hours"),
        (["--until", "2030-12-31", "--hours", "2"], None, 4, "future"),
        (["--until", "2023-12-31", "--hours", "2", "--paid", "3"], None, 4, "more paid hours"),
        (["--from", "-"], '{"until_on": "2023-12-31", "hours": true}', 4, "hours"),
        (["--from", "-"], '{"until_on": "2023-12-31", "hours": 1e9}', 4, "hours"),
        (["--from", "-"], '{"hours": 5}', 4, "until_on: this is missing"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(call, words, stdin, code, cause):
    refused(balance(call, *words, stdin=stdin), code, cause)
    assert call("hours", "list").out == ""


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        *(("40", 2400), ("40,5", 2430), ("40.25", 2415), ("40:30", 2430), ("2500", 150_000)),
        *((40, 2400), (12.25, 735), ("40u30", 2430), ("1 hour and a half", 90), ("", None)),
    ],
)
def test_hours_are_read_as_people_write_them(typed, minutes):
    assert hours(typed, 0, HOURS_MOST * 60) == minutes


@pytest.mark.parametrize("typed", ["2.500", "1.000,5", "40:60", "-3", "x", "1e3", "1000000", "४०"])
def test_what_is_no_number_of_hours_is_refused(typed):
    with pytest.raises(KindError):
        hours(typed, 0, HOURS_MOST * 60)


def test_what_was_noted_of_a_talk_comes_out_and_goes_back(call, keep, icf):
    keep(talk(minutes=60, people=6, paid="pro_bono", activity="supervision"))
    kept = call("session", "show", 1, "--json").json

    assert (kept["people"], kept["paid"], kept["activity"]) == (6, "pro_bono", "supervision")
    assert call("session", "edit", 1, "--paid", "exchange", "--people", 1).code == 0
    refused(call("session", "edit", 1, "--people", 0), 4, "0")
    refused(call("session", "edit", 1, "--paid", "gold"), 4, "paid")


def test_what_practice_hours_need_is_on_no_page_for_others(call, keep, icf):
    keep(talk(minutes=60, people=6, paid="pro_bono", summary="All is well"))
    call("trajectory", "edit", 1, "--setting", "internal", "--policy", "yes")

    page = call("report", "takehome", "amina").out

    assert "All is well" in page
    assert not [word for word in ("free of charge", "6 people", "policy") if word in page]


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("credential", "ACC", "acc"),
        ("credential", "eia-senior", "eia_senior"),
        ("training_started_on", "1 March 2024", "2024-03-01"),
        ("credential_granted_on", "2024-02-01", "2024-02-01"),
        ("credential_partner", "NOBCO", "nobco"),
    ],
)
def test_a_setting_of_practice_hours_is_kept(call, key, value, kept):
    assert call("config", "set", key, value).err == f"{key} is now {kept}.\n"


@pytest.mark.parametrize(
    ("key", "value"),
    [("credential", "gold"), ("credential_partner", "icf"), ("training_started_on", "2030-01-01")],
)
def test_another_setting_is_refused(call, key, value):
    refused(call("config", "set", key, value), 4)


def test_a_day_in_the_file_needs_no_quotes(call, program):
    program.config.write_text('credential = "acc"\ntraining_started_on = 2024-03-01\n')

    assert call("config", "get", "training_started_on").out == "2024-03-01\n"


def due(call, now="2026-12-10T09:00:00Z"):
    lines = call("today", "--json", env={"COACHLOG_NOW": now}).json
    return [
        (line["kind"], line["on"], line["text"], line["value"])
        for line in lines
        if line["kind"] in ("supervision", "renewal")
    ]


def test_today_tells_in_time_of_a_quarter_without_supervision(call, keep):
    keep(talk(minutes=60))
    assert due(call) == []  # silent without a credential
    set_to(call, credential="eia_practitioner")
    call("growth", "new", "--kind", "supervision", "--on", "2026-11-01", "--minutes", 30)

    assert due(call) == [("supervision", "2026-12-31", "2026-Q4", 30)]
    assert due(call, "2026-11-20T09:00:00Z") == []
    assert "30 minutes of supervision in 2026-Q4" in (
        call("today", env={"COACHLOG_NOW": "2026-12-10T09:00:00Z"}).out
    )
    call("growth", "new", "--kind", "intervision", "--on", "2026-11-02", "--minutes", 30)
    assert due(call) != []
    set_to(call, credential_partner="nobco")
    assert due(call) == []


def test_today_tells_in_time_of_a_renewal(call, keep):
    keep(talk(minutes=60))
    set_to(call, credential="pcc", credential_granted_on="2024-02-01")

    assert due(call, "2026-03-31T09:00:00Z") == []
    assert due(call, "2026-04-01T09:00:00Z") == [("renewal", "2027-02-01", "PCC", None)]
    assert "Renew PCC by" in call("today").out
    assert "Credits  0.00 of 40, of which 24 core and 3 ethics" in call("hours").out


def test_the_words_of_people_lead_to_it(call, keep):
    keep(talk(minutes=60))

    assert "coachlog hours?" in call("uren").err
    assert "coachlog hours?" in call("heures").err
    assert call("hours", "--help").code == 0


def test_a_screen_names_each_figure_and_marks_what_is_reached(screen, call, keep, icf):
    keep(talk(minutes=60, people=9))
    call("hours", "consent", "amina")

    shown = screen("hours", language="nl")

    assert "✓ Cliënten: 9 van 8" in shown
    assert "○ Uren: 1,00 van 100" in shown


def test_the_client_log_has_a_row_for_each_client_whose_hours_count(call, keep, icf):
    keep(
        talk(coachee="Amina El", minutes=60),
        talk(coachee="Amina El", minutes=30, paid="pro_bono", date="2026-11-05T10:00"),
        talk(coachee="Bert", minutes=60),
        talk(coachee="Chris", minutes=90, people=6, date="2026-11-04T10:00"),
    )
    handle = "amina"
    call("coachee", "edit", handle, "--reach", "amina@example.org")
    call("hours", "consent", handle)
    call("trajectory", "edit", 3, "--setting", "internal", "--policy", "yes")

    amina, nameless = call("hours", "clients", "--csv").rows

    assert amina == {
        "client": "Amina El",
        "contact": "amina@example.org",
        "group": "0",
        "people": "1",
        "first_on": "2026-11-02",
        "last_on": "2026-11-05",
        "paid_hours": "1.00",
        "pro_bono_hours": "0.50",
    }
    assert (nameless["client"], nameless["contact"], nameless["group"]) == ("client 1", "", "1")
    assert "Bert" not in call("hours", "clients").out


def test_without_a_credential_there_is_no_client_log(call):
    told = call("hours", "clients")

    assert (told.code, told.out) == (0, "")
    assert (
        "No credential is set, so there is no log: coachlog config set credential acc" in told.err
    )
    assert call("hours", "clients", "--json").json == []


def test_credits_are_told_by_the_unit_that_certificates_give(call, icf):
    def learned(*words):
        assert call("growth", "new", "--kind", "training", *words).code == 0

    assert "Credits by certificate" not in call("hours").out
    learned("--unit", "core", "--minutes", "6u", "--on", "2026-03-02")
    learned("--unit", "core", "--minutes", "30u", "--on", "2023-10-01")  # over three years ago
    learned("--unit", "ethics", "--minutes", "3u", "--on", "2026-03-03")
    learned("--unit", "resource", "--minutes", "90", "--on", "2026-03-04")
    learned("--minutes", "90")

    told, me = call("hours").out, call("me", "--json").json["hours"]

    for words in ("core competencies: 6.00 of 24  (18.00 missing)", "ethics: 3.00 of 3"):
        assert words in told
        assert words in call("me").out
    assert "resource development  1.50" in told
    assert "core competencies: 6.00 of 24" in [line["text"] for line in me]
    set_to(call, credential_granted_on="2026-03-03")
    assert "core competencies: 0.00 of 24" in call("hours").out
    set_to(call, credential="eia_foundation")
    assert "Credits by certificate" not in call("hours").out
