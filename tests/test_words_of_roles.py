"""Who is a mentor, a buddy or a manager is called so on every page, never a coach."""

import json
import re

import pytest

from tests.conftest import talk

LANGUAGES = ("en", "nl", "fr")
NOT_FILED = "--no-personnel-file"
KINDS = {
    "mentoring": ("mentor", "mentor", "mentor"),
    "onboarding": ("buddy", "peter of meter", "parrain ou marraine"),
    "manager": ("manager", "leidinggevende", "responsable"),
}
"""What the user is called on the pages for others, by kind of trajectory and language."""

PAGES = [
    *(
        ("coachee", verb, *who)
        for verb, *who in (("list",), ("show", "amina"), ("talent", "amina"))
    ),
    *((noun, "list") for noun in ("session", "goal", "action", "trajectory", "observation")),
    *((noun, "list") for noun in ("growth", "objective", "contact", "topic")),
    *((noun, "show", 1) for noun in ("goal", "action", "trajectory", "objective", "observation")),
    *(("session", "show", number) for number in (1, 2)),
    *((page, "amina") for page in ("prep", "timeline", "review", "refer", "match")),
    *(("report", page, "amina") for page in ("prepare", "charter")),
    *(("report", page, "amina", "--for", "Koen") for page in ("pop", "threeway")),
    *((page,) for page in ("today", "me", "hours", "history", "knows")),
    ("report", "takehome", 2),
    ("report", "coach"),
    ("search", "plan"),
    ("knows", "Koen"),
    ("trajectory", "edit", 1, "--appraises", "yes", "--freely-chosen", "no"),
    ("session", "new", "--kind", "KIND"),
]
NOT_THE_ROLE = re.compile(
    r"coachlog|coachee (?:show|list|talent|new|edit)|--coachee|report coach|"
    r"coachnetwerk\.nl|mentor coaching|mentorcoaching",
    re.IGNORECASE,
)
"""The name of the program, its commands, an address, and a kind of training."""


DOERS = {"coachee": "a walk", "coach": "a visit", "manager": "a day off"}
ORIGINS = {"coachee": "a walk", "coach": "a visit", "network": "a call"}


def full_talk(**fields):
    return talk(
        goals=[{"ref": "g", "statement": "Plan the week", "why": "Rest"}],
        options=[{"text": f"Plan {text}", "origin": who} for who, text in ORIGINS.items()],
        actions=[
            {"what": f"Plan {text}", "goal": "g", "done_by": who} for who, text in DOERS.items()
        ],
        summary="A plan",
        reflection="I spoke too much",
        private_note="Tired",
        roles={"appraises": True, "asked_for_opinion": True, "hard_to_tell": "Pay"},
        **fields,
    )


@pytest.fixture
def journal(call, keep):
    def filled(kind):
        reviews = [{"action": n, "status": "open"} for n in (1, 2, 3)]
        second = {"ref": "h", "statement": "Plan the month"}
        keep(
            full_talk(kind=kind, method="grow"),
            full_talk(date="2026-11-10T10:00", reviews=reviews)
            | {"goals": [second], "actions": []},
        )
        for words in (
            ("observation", "new", "--coachee", "amina", "--fact", "A plan", "--goal", 1),
            ("growth", "new", "--kind", "training", "--learned", "A plan"),
            ("coachee", "talent", "amina", "Plans well", "--energy", "yes"),
            ("topic", "park", "amina", "A plan"),
            ("objective", "new", "--statement", "A plan", "--level", "team"),
            ("contact", "new", "--name", "Koen", "--where", "internal"),
            ("trajectory", "edit", 1, "--sponsor", "Koen"),
            (*("goal", "release", 1, "--to", "Koen", "--agreed-by", "Amina"), NOT_FILED),
        ):
            assert call(*words).code == 0, words

    return filled


def lines_with_coach(shown):
    return [line for line in shown.splitlines() if "coach" in NOT_THE_ROLE.sub("", line).lower()]


@pytest.mark.parametrize(
    "kind",
    [
        kind if kind == "mentoring" else pytest.param(kind, marks=pytest.mark.nightly)
        for kind in KINDS
    ],
)
def test_no_page_calls_the_user_a_coach(call, journal, kind):
    journal(kind)

    found = []
    for language in LANGUAGES:
        for words in PAGES:
            asked = words[-1] == "KIND"
            typed = "Bo\n" + "\n" * 60 if asked else None
            words = [kind if word == "KIND" else word for word in words]
            more = ("--plain", "--lang", language)
            told = call(*words, *more, typed=typed)
            found += [(*words, language, line) for line in lines_with_coach(told.out + told.err)]

    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize("kind", KINDS)
def test_pages_for_others_name_the_role(call, journal, kind):
    journal(kind)

    for language, word in zip(LANGUAGES, KINDS[kind], strict=True):
        for words in (("takehome", 1), ("prepare", "amina")):
            shown = call("report", *words, "--json", "--lang", language).json
            plan = next(each for each in reversed(shown) if "Plan a visit" in each["text"])
            assert word in json.dumps(shown[shown.index(plan) :], ensure_ascii=False)
