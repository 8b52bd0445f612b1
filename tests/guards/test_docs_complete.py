"""What the documents list is all there is: columns, keys, words, codes, settings."""

import re

import pytest
from pydantic import BaseModel

from coachlog import settings
from coachlog.admin.backup.commands import BackupLine, VerifyLine
from coachlog.admin.doctor.checks import CHECKS
from coachlog.admin.doctor.finding import Finding
from coachlog.admin.doctor.rescuing import RescueLine
from coachlog.admin.history_commands import HistoryLine
from coachlog.base import errors
from coachlog.base.texts import LANGUAGES, speak
from coachlog.export.tables import TABLES
from coachlog.guide.review_words import review_words
from coachlog.interview import method
from coachlog.interview.fills import FILLS, KINDS
from coachlog.journal.coachee.model import CoacheeInput
from coachlog.journal.session.fields import COMMUNICATION
from coachlog.journal.session.model import SessionInput
from coachlog.journal.trajectory.fund import AREAS
from coachlog.report.fund.counts import FundLine
from coachlog.schema.contact import MAY_BE_NAMED, PLACES
from coachlog.schema.correction import HOWS
from coachlog.schema.growth import GROWTH
from coachlog.schema.network import NETWORK_KINDS, NETWORK_STATUSES
from coachlog.schema.network_meeting import COUNTS_AS
from coachlog.schema.onboarding import MOMENTS, TASKS, TICKS
from coachlog.schema.referral import HELPERS
from coachlog.schema.vocabulary import (
    ACTION_STATUSES,
    ACTIVITIES,
    BASES,
    CONSENTS,
    DOERS,
    FORMS,
    GOAL_STATUSES,
    LEVELS,
    OBJECTIVE_STATUSES,
    ORIGINS,
    PAYMENTS,
    REQUESTS,
    SETTINGS,
    TOPIC_STATUSES,
    TRAJECTORY_KINDS,
    TRAJECTORY_STATUSES,
)
from coachlog.schema.vocabulary import STATUSES as SESSION_STATUSES
from coachlog.store.connection import open_reader
from coachlog.store.salvage.losses import STATES
from coachlog.terminal.prompt_commands import WORDS
from coachlog.views.match.links import MatchLine
from coachlog.views.prep.page import PrepLine
from coachlog.views.review.sums import PersonLine
from coachlog.views.search.hits import HitLine
from coachlog.views.search.places import NOUNS
from coachlog.views.start import TodayLine
from coachlog.views.timeline.events import EventLine
from tests.guards.documents import (
    DOCS,
    REFERENCE,
    ROOT,
    first_column,
    said,
    sections,
    with_both_examples,
)


def test_every_view_is_documented_with_every_column(tmp_path):
    pages = sections(REFERENCE / "csv.md")
    with open_reader(tmp_path / "journal.sqlite") as reader:
        columns = {
            view: list(reader.rows(str, "select name from pragma_table_info(:view)", view=view))
            for view in TABLES
        }
    for view in ("answers", "options"):
        assert columns.pop(f"{view}_private") == columns[view]
        assert f"columns of `{view}`" in pages[f"{view}_private"]
    everybody = columns.pop("everybody")

    assert {view: first_column(pages[view]) for view in columns} == columns
    assert everybody == columns["coachees"]
    assert "columns of `coachees`" in pages["everybody"]


def test_every_column_has_an_example():
    page = said(REFERENCE / "csv.md")
    rows = re.findall(r"^\| `\w+` \| [^|]+ \| `[^`|]+` \|$", page, re.MULTILINE)
    pages = sections(REFERENCE / "csv.md")
    told = [name for view in TABLES if view in pages for name in first_column(pages[view])]

    assert len(rows) == sum(map(len, (told, *(kind._fields for kind in AS_ROWS))))


AS_ROWS = (EventLine, HistoryLine, HitLine)


def test_the_enumerations_are_as_they_are():
    page = sections(REFERENCE / "csv.md")["Enumerations"]
    told = {
        column: tuple(re.findall(r"`(\w+)`", words))
        for column, words in re.findall(r"^\| `([\w.]+)` \| (.*) \|$", page, re.MULTILINE)
    }

    assert told == {
        "coachees.language": LANGUAGES,
        "coachees.agreement_basis": tuple(BASES),
        "trajectories.kind": tuple(TRAJECTORY_KINDS),
        "trajectories.status": tuple(TRAJECTORY_STATUSES),
        "trajectories.setting": tuple(SETTINGS),
        "checklist_items.moment": tuple(MOMENTS),
        "checklist_items.task_of": tuple(TASKS),
        "checklist_items.level": tuple(TICKS),
        "trajectory_themes.area": tuple(AREAS),
        "goals.status": tuple(GOAL_STATUSES),
        "sessions.status": tuple(SESSION_STATUSES),
        "sessions.form": tuple(FORMS),
        "sessions.paid": tuple(PAYMENTS),
        "sessions.activity": tuple(ACTIVITIES),
        "communication_forms.form": COMMUNICATION,
        "options.origin": tuple(ORIGINS),
        "actions.status": tuple(ACTION_STATUSES),
        "actions.done_by": tuple(DOERS),
        "topics.status": tuple(TOPIC_STATUSES),
        "networks.kind": tuple(NETWORK_KINDS),
        "networks.status": tuple(NETWORK_STATUSES),
        "network_meetings.counts_as": tuple(COUNTS_AS),
        "learning_moments.kind": tuple(GROWTH.field("kind").words),
        "contacts.where": tuple(PLACES),
        "contacts.may_be_named": tuple(MAY_BE_NAMED),
        "referrals.helper": tuple(HELPERS),
        "learning_moments.unit": tuple(GROWTH.field("unit").words),
        "consents.about": tuple(CONSENTS),
        "requests.about": tuple(REQUESTS),
        "corrections.how": tuple(HOWS),
        "objectives.level": tuple(LEVELS),
        "objectives.status": tuple(OBJECTIVE_STATUSES),
    }


def test_the_events_of_the_timeline_are_documented():
    page = sections(REFERENCE / "csv.md")["The timeline as events"]
    columns, kinds = page.split("| kind | value |")

    assert first_column(columns) == list(EventLine._fields)
    assert first_column(kinds) == [
        *("conversation", "goal_set", "score", "goal_reached", "goal_dropped"),
        *("action_agreed", "action_closed", "observation", "referral"),
        *("charter_signed", "checklist"),
        *("appointment", "planned"),
    ]


def test_the_columns_of_today_and_of_the_page_before_a_conversation_are_documented():
    today, before = (sections(DOCS / "how-to" / "today.md")[name] for name in TODAY_PAGES)

    assert first_column(today.partition("| column |")[2]) == list(TodayLine._fields)
    assert first_column(before) == list(PrepLine._fields)


TODAY_PAGES = ("What today looks like", "Before a conversation")


def test_the_report_to_a_fund_as_data_is_documented():
    page = (DOCS / "how-to" / "fund.md").read_text(encoding="utf-8")

    assert first_column(page.partition("| column |")[2]) == list(FundLine._fields)


def test_the_match_as_data_is_documented():
    page = (DOCS / "how-to" / "match.md").read_text(encoding="utf-8")

    assert first_column(page.partition("| column |")[2]) == list(MatchLine._fields)


def test_the_look_back_as_data_is_documented():
    page = (DOCS / "how-to" / "review.md").read_text(encoding="utf-8")

    assert first_column(page.partition("| column |")[2]) == list(PersonLine._fields)


def test_backups_as_data_are_documented():
    page = (DOCS / "how-to" / "backups.md").read_text(encoding="utf-8")
    listed, checked = page.partition("| column of the list |")[2].split("| column of the check |")

    assert first_column(listed) == list(BackupLine._fields)
    assert first_column(checked) == list(VerifyLine._fields)


def test_the_checks_of_doctor_are_documented():
    page = (REFERENCE / "doctor.md").read_text(encoding="utf-8")
    checks, columns = page.split("| column |")

    assert first_column(checks) == [check.name for check in CHECKS]
    assert first_column(columns) == list(Finding._fields)


def test_what_a_rescue_tells_is_documented():
    page = (REFERENCE / "rescue.md").read_text(encoding="utf-8")

    assert first_column(page.split("| column of the rescue |")[1]) == list(RescueLine._fields)
    assert set(first_column(page.split("| `state` |")[1].split("##")[0])) == set(STATES)


def test_the_history_as_data_is_documented():
    assert first_column(sections(REFERENCE / "csv.md")["The history as steps"]) == [
        *HistoryLine._fields
    ]


def test_the_hits_of_a_search_are_documented():
    page = sections(REFERENCE / "csv.md")["The hits of a search"]

    assert first_column(page) == list(HitLine._fields)
    assert set(NOUNS) <= set(re.findall(r"`(\w+)`", page))


def test_every_key_of_the_json_is_documented():
    top = sections(REFERENCE / "json.md")["A conversation"].partition("\n### ")[0]
    parts = sections(REFERENCE / "json.md", "###")
    told = {name: set(first_column(text)) for name, text in parts.items()}
    models = {name: model_in(field.annotation) for name, field in SessionInput.model_fields.items()}

    assert set(first_column(top)) - set(SessionInput.read_only) == set(SessionInput.model_fields)
    assert told == {name: set(model.model_fields) for name, model in models.items() if model}


def test_every_key_of_a_person_is_documented():
    told = first_column(sections(REFERENCE / "json.md")["A person"])

    assert told == list(CoacheeInput.model_fields)


def model_in(annotation):
    """The input model that a field holds, or holds a list of."""
    inner = [annotation, *getattr(annotation, "__args__", ())]
    found = [each for each in inner if isinstance(each, type) and issubclass(each, BaseModel)]
    return found[0] if found else None


def test_every_variable_of_the_environment_is_documented():
    source = "\n".join(said(path) for path in (ROOT / "src").rglob("*.py"))
    used = set(re.findall(r'environ(?:\.get\(|\[)"(\w+)"', source))
    used |= set(re.findall(r'"(COACHLOG_[A-Z_]+|LC_\w+|LANG)"', source)) - {"LC_"}
    used -= {"LANGUAGE"}  # set for Typer, never read

    told = first_column(sections(REFERENCE / "configuration.md")["Environment"])

    assert used
    assert sorted(told) == sorted(used)


def test_every_setting_is_documented():
    told = first_column(said(REFERENCE / "configuration.md").partition("## Where things lie")[0])

    assert tuple(told) == settings.KEYS


def test_every_exit_code_is_documented():
    told = {
        int(code) for code in re.findall(r"^\| (\d+) \|", said(REFERENCE / "exit-codes.md"), re.M)
    }
    codes = {
        *(errors.DONE, errors.UNEXPECTED, errors.USAGE, errors.NOT_FOUND),
        *(errors.REFUSED, errors.UNAVAILABLE, errors.STOPPED),
    }

    assert told == codes


def test_what_can_be_typed_is_documented():
    page = said(REFERENCE / "guide.md")

    typed = {f":{word}" for words in WORDS.values() for word in words}
    assert typed <= set(re.findall(r"`(:\w+)`", page))


@pytest.mark.parametrize(("language", "place"), [("en", 0), ("nl", 1), ("fr", 2)])
def test_the_letters_of_the_look_back_are_documented(language, place):
    rows = re.findall(r"^\| (`\w` .*) \|$", said(REFERENCE / "guide.md"), re.MULTILINE)
    speak(language)
    letters = [f"`{word.letter}` {word.words}" for word in review_words()]
    speak("en")

    assert [row.split(" | ")[place] for row in rows] == letters


def test_every_key_of_a_method_is_documented():
    pages = sections(REFERENCE / "methods.md")

    question = {*method.Question._fields, *LANGUAGES} - {"stage", "words"}
    top, stage = ({*kind._fields} for kind in (method.Method, method.Stage))

    assert set(first_column(pages["At the top"])) == top - {"stages"} | {"stage"}
    assert set(first_column(pages["A stage"])) == stage - {"questions"} | {"question"}
    assert set(first_column(pages["A question"])) == question
    assert set(first_column(pages["How it is asked"])) == set(KINDS)
    assert tuple(first_column(pages["When it is asked"])) == method.CONDITIONS
    assert fills_told(pages["What it fills"]) == FILLS


def fills_told(page):
    rows = re.findall(r"^\| (`.*?) \| (`.*?) \|$", page, re.MULTILINE)[1:]
    return {
        field: tuple(re.findall(r"`([^`]+)`", kinds))
        for fields, kinds in rows
        for field in re.findall(r"`([^`]+)`", fields)
    }


def test_the_tables_behind_the_views_are_documented(tmp_path):
    page = sections(REFERENCE / "store.md")["What stands behind the views"]
    with_both_examples(tmp_path)
    with open_reader(tmp_path / "journal.sqlite") as reader:
        sql = "select name from sqlite_master where type = 'table'"
        tables = {
            name for name in reader.rows(str, sql) if not name.startswith(("sqlite_", "search_"))
        }

    assert set(first_column(page)) == tables
