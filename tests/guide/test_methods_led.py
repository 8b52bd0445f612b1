"""Each method leads a conversation from the first question to one that the journal keeps."""

import json
from collections.abc import Iterator
from itertools import cycle

import pytest

from coachlog.base.errors import StoppedError
from coachlog.base.texts import speak
from coachlog.guide.draft import GuideDraft, draft_of, state_of
from coachlog.guide.guide import Guide
from coachlog.interview.flow import Interview
from coachlog.interview.method_files import BUILT_IN, load, names, read
from coachlog.interview.situation import Situation
from coachlog.store.drafts import DraftKeeper
from coachlog.terminal.prompter import parse_and_check
from tests.interview.conftest import ACTIONS, GOALS, value_for

COMMON = read(BUILT_IN / "common.toml")
TYPED = {
    "text": ("said of {id}",),
    "lines": ("said of {id}", "and more", ""),
    "scale_0_10": ("6",),
    "scale_1_10": ("8", "5"),
    "yes_no": ("y",),
    "date": ("2026-12-20",),
    "moment": ("2026-12-20 14:00",),
    "goal": ("A goal of {id}",),
    "options": ("One of {id}", "!Two", "@Koen: Three", ""),
    "weigh": ("1", "quick / dull"),
    "actions": ("Call of {id}", "2026-12-01", "Write", "", ""),
    "if_then": ("noise", "leave", ""),
    "asides": ("said", ""),
    "action_review": ("done", "open"),
    "goal_scores": ("6", "7"),
    "missing": ("2",),
    "mentioned": ("1",),
    "release": ("Koen", "said of {id}", "y", ""),
}
WITH_WHO = ("Call of {id}", "2026-12-01", "", "Write", "", "2", "")
"""At a question for actions that asks who does each."""


def typed_at(question):
    """What is typed at a question; the coach stays a coach, also where they appraise."""
    if question.who:
        return WITH_WHO
    return ("n",) if question.id == "role.02" else TYPED[question.kind]


each_method = pytest.mark.parametrize("name", names())
each_language = pytest.mark.parametrize("language", ["nl", "fr", "en"])


class Coach:
    """Somebody who answers what a question of its kind wants, and types *first* before it."""

    first_shown = None

    def __init__(self, *first: str) -> None:
        self.first = first
        self.shown: list[str] = []
        self.guide: Guide
        self._of = ""
        self._typed: Iterator[str] = iter(())

    def ask(self, prompt):
        """What is typed, after the check that every prompter makes."""
        question = self.guide.interview.current
        if question.id != self._of:
            self._of = question.id
            answers = [each.format(id=question.id) for each in typed_at(question)]
            self._typed = iter([*self.first, *answers])
            self.first = ()
        return parse_and_check(prompt, next(self._typed, ""))

    def show(self, text="", style=""):
        """Remember what was shown."""
        self.shown.append(text)


@pytest.fixture
def lead(tmp_path, monkeypatch):
    """`lead(name, coach, number=1, short=False)`: a conversation led as far as the coach goes."""
    monkeypatch.setenv("COACHLOG_NOW", "2026-11-24T09:00:00Z")
    keepers = []

    def leading(name, coach, number=1, short=False, language="en", kind="coaching"):
        speak(language)
        later = number > 1
        situation = Situation(
            number,
            short,
            GOALS if later else (),
            ACTIONS if later else (),
            kind=kind,
            name="Amina Diallo",
        )
        interview = Interview(load(name), COMMON, situation, language)
        head = {"date": "2026-11-24T10:00", "time_zone": "Europe/Brussels"}
        draft = GuideDraft(interview, "amina", head, name="Amina Diallo")
        keepers.append(DraftKeeper.start(tmp_path / "drafts.sqlite", name, state_of(draft)))
        coach.guide = Guide(coach, keepers[-1], draft)
        coach.guide.lead()
        return coach.guide

    yield leading
    speak("en")
    for keeper in keepers:
        keeper.close()


@pytest.mark.parametrize(("name", "language"), list(zip(names(), cycle(["nl", "fr", "en"]))))
@pytest.mark.parametrize("short", [True, False], ids=["short", "normal"])
def test_what_was_answered_is_kept(name, language, short, lead, call):
    guide = lead(name, Coach(), short=short, language=language)

    kept = call("session", "new", "--from", "-", stdin=json.dumps(guide.conversation()))
    assert kept.code == 0, kept.err
    told = json.dumps(call("session", "show", "1", "--json").json, ensure_ascii=False)
    asked = {
        each.id
        for each in guide.interview.path
        if each.kind in ("text", "lines") and each.fills != "trajectory_closing"
    }
    assert [id_ for id_ in asked if f"said of {id_}" not in told] == []
    assert f'"method": "{name}"' in told


@pytest.mark.parametrize(("name", "number"), list(zip(names(), cycle([2, 3]))))
def test_a_later_conversation_looks_back_and_is_led_to_its_end(name, number, lead):
    guide = lead(name, Coach(), number)

    said = guide.conversation()
    reviewed = [each["status"] for each in said.get("reviews", [])]
    assert reviewed == ([] if load(name).discreet else ["done", "open"])
    assert guide.interview.current is None


@pytest.mark.parametrize(("language", "told"), [("nl", "Telt voor doel 1"), ("fr", "Compte pour")])
def test_it_says_which_goal_a_figure_of_the_reality_counts_for(language, told, lead, monkeypatch):
    monkeypatch.setitem(TYPED, "goal", ("",))
    monkeypatch.setitem(TYPED, "goal_scores", ("",))
    several, one = Coach(), Coach()

    lead("oskar", several, 2, language=language)
    monkeypatch.setattr("tests.guide.test_methods_led.GOALS", GOALS[:1])
    lead("oskar", one, 2, language=language)

    assert not [line for line in several.shown if line.startswith(told)]
    assert [line for line in one.shown if line.startswith(told) and "Lead the meeting" in line]


@each_method
def test_back_more_skip_stop_and_resume_lead_on(name, lead):
    """At the second question: back, its rest, one of it, then stop; it goes on from the draft."""
    coach = Coach(":stop")
    with pytest.raises(StoppedError):
        lead(name, coach)
    state = json.loads(json.dumps(coach.guide.keeper.draft.state))

    again = Coach(":skip", ":back")
    again.guide = Guide(again, coach.guide.keeper, draft_of(state))
    for _time in range(40):
        if again.guide.interview.current is None:
            break
        again.guide.lead()
    assert again.guide.interview.current is None
    assert again.guide.draft.name == "Amina Diallo"


@each_method
def test_every_question_of_a_method_can_be_asked(name):
    """`?` offers the rest of a stage, and each of those is asked as well as the others."""
    interview = Interview(load(name), COMMON, Situation(2, goals=GOALS, actions=ACTIONS), "en")
    asked = set()
    while question := interview.current:
        asked.add(question.id)
        for rest in interview.more_in_stage():
            interview.ask_also(rest.id)
            asked.add(interview.current.id)
        interview.answer(value_for(interview.current.kind, 7))

    assert {each.id for each in load(name).questions} <= asked


ADDRESSED = {
    "nl": ("Aan allebei:", "Aan de leidinggevende:", "Aan Amina Diallo:"),
    "fr": ("Aux deux\u00a0:", "Au ou à la responsable\u00a0:", "À Amina Diallo\u00a0:"),
    "en": ("To both:", "To the manager:", "To Amina Diallo:"),
}


@each_language
def test_a_talk_with_three_says_to_whom_each_question_speaks(language, lead):
    coach = Coach()
    lead("three_way_start", coach, language=language)

    start = load("three_way_start")
    words = dict(zip(("both", "sponsor", "coachee"), ADDRESSED[language], strict=True))
    for question in start.questions:
        if question.form != "more":
            place = coach.shown.index(question.ask(language))
            assert coach.shown[place - 1] == words[question.to]


def test_a_talk_with_two_says_only_what_is_not_for_the_person(lead):
    coach = Coach()
    lead("talent_talk", coach, kind="manager")

    assert coach.shown.count("Together:") == 8
    assert "For you as the manager:" in coach.shown
    assert not [line for line in coach.shown if line.startswith("To ")]


def test_a_reflection_says_it_nowhere(lead):
    coach = Coach()
    lead("gibbs", coach, kind="own")

    assert not [line for line in coach.shown if line.startswith(("For you", "To ", "Together"))]


@pytest.mark.parametrize(
    ("kind", "person"),
    [
        ("coaching", "the person coached"),
        ("mentoring", "the mentee"),
        ("onboarding", "the newcomer"),
        ("manager", "the employee"),
    ],
)
def test_the_person_is_called_what_suits_the_trajectory(kind, person, lead):
    coach = Coach()
    lead("fuel", coach, kind=kind)

    [private] = [line for line in coach.shown if line.startswith("Private:")]
    assert f"{person} may have a right to see it" in private
