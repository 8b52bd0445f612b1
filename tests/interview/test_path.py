"""Which questions are asked, when."""

import pytest

from coachlog.interview.method_files import load
from tests.interview.conftest import COMMON, GOALS, METHODS, OBJECTIVES, TALENTS, value_for


def asked(interview, **answers):
    """The ids of the questions that a whole conversation asks; *answers* by kind win."""
    ids = []
    while question := interview.current:
        ids.append(question.id)
        interview.answer(answers.get(question.kind, value_for(question.kind, 7)))
    return ids


def screens(ids):
    """What counts as a screen: the agreement of a first conversation does not."""
    return [each for each in ids if each != "first_agreement.01"]


def test_the_short_form_of_a_first_conversation_has_these_eight_screens(interview):
    assert screens(asked(interview(short=True))) == [
        "grow.topic.01",
        "grow.goal.01",
        "grow.goal.05",
        "grow.reality.01",
        "grow.reality.02",
        "grow.options.01",
        "grow.will.01",
        "grow.closing.04",
    ]


def test_the_short_form_of_a_later_conversation_has_these_eight_screens(interview):
    assert screens(asked(interview(number=2, short=True))) == [
        "grow.review.01",
        "look_back.01",
        "look_back.02",
        "grow.topic.01",
        "grow.reality.01",
        "grow.options.01",
        "grow.will.01",
        "grow.closing.04",
    ]


@pytest.mark.parametrize("number", range(1, 8))
@pytest.mark.parametrize("goals", [None, ()], ids=["goals", "no goals"])
@pytest.mark.parametrize("actions", [None, ()], ids=["actions", "no actions"])
@pytest.mark.parametrize("confidence", [[3, 4], [9, 9]], ids=["unsure", "sure"])
def test_the_short_form_never_has_more_than_ten_screens(
    interview, number, goals, actions, confidence
):
    ids = asked(interview(number, short=True, goals=goals, actions=actions), scale_1_10=confidence)

    assert len(screens(ids)) <= 10


def test_what_is_not_wanted_comes_back_in_each_third_short_conversation(interview):
    found = [n for n in range(1, 8) if "anti_goal_review.01" in asked(interview(n, short=True))]

    assert found == [3, 6]


def test_a_first_conversation_opens_with_the_agreement_and_does_not_look_back(interview):
    ids = asked(interview())

    assert ids[:3] == ["first_agreement.01", "role_conflict.01", "grow.topic.01"]
    assert not any("review" in each or "look_back" in each for each in ids)


def test_a_later_conversation_opens_with_what_is_better_then_actions_then_goals(interview):
    ids = asked(interview(number=2))

    assert ids[:4] == ["grow.review.01", "look_back.01", "look_back.02", "anti_goal_review.01"]


def test_without_open_actions_or_goals_nothing_is_listed(interview):
    ids = asked(interview(number=2, goals=(), actions=()))

    assert "look_back.01" not in ids
    assert "look_back.02" not in ids
    assert "grow.review.10" in ids


@pytest.mark.parametrize(("probe", "first"), [("head", "confidence.01"), ("room", "confidence.07")])
def test_a_confidence_below_seven_asks_what_is_missing_and_scores_again(interview, probe, first):
    ids = asked(interview(), scale_1_10=[6, 8], missing=probe)
    place = ids.index("grow.will.03")

    assert ids[place + 1 : place + 3] == ["confidence.00", first]
    assert ids[ids.index("grow.will.04") - 1] == "confidence.08"


def test_a_confidence_of_seven_asks_nothing_more(interview):
    ids = asked(interview(), scale_1_10=[7, 9])

    assert not any(each.startswith("confidence.") for each in ids)


def test_without_an_action_nobody_is_asked_how_sure_they_are(interview):
    ids = asked(interview(), actions=None)

    assert not {"grow.will.03", "grow.will.04", "grow.will.05"} & set(ids)


def test_an_existing_goal_is_only_asked_for_what_it_lacks(interview):
    ids = asked(interview(number=2), goal={"number": 2})

    assert "grow.goal.06" in ids
    assert not {"grow.goal.03", "grow.goal.04", "grow.goal.05"} & set(ids)


def test_a_follow_up_comes_straight_after_its_question_and_only_with_an_answer(interview):
    oskar = load("oskar")
    with_score = asked(interview(method=oskar))
    without = asked(interview(method=oskar), scale_0_10=None)

    assert with_score[with_score.index("oskar.scaling.01") + 1] == "oskar.scaling.02"
    assert "oskar.scaling.02" not in without


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
@pytest.mark.parametrize("short", [True, False], ids=["short", "normal"])
@pytest.mark.parametrize("goals", [GOALS[:1], GOALS], ids=["one goal", "two"])
def test_no_figure_is_asked_twice(method, short, goals, interview):
    begun = interview(2, short, goals=goals, method=method)
    scored = [{"goal": goal.number, "score": 4} for goal in goals]

    ids = asked(begun, goal={"number": 1}, goal_scores=scored)

    by_id = {each.id: each.fills for each in (*method.questions, *COMMON.questions)}
    looks_back = not (method.with_three or method.discreet)
    assert "scores" in [by_id[each] for each in ids] or not looks_back
    assert "reality.score" not in [by_id[each] for each in ids]


def test_where_a_new_goal_stands_is_asked_after_the_look_back_as_well(interview):
    ids = asked(interview(2), goal={"statement": "Delegate"})

    assert {"look_back.02", "grow.reality.02"} <= set(ids)


def test_with_one_goal_the_talk_goes_on_with_that_one(interview):
    begun = interview(2, goals=GOALS[:1])

    assert "grow.goal.01" not in asked(begun)
    assert "grow.goal.01" in [each.id for each in begun.unasked()]
    assert "grow.goal.01" in asked(interview(2, goals=()))


@pytest.mark.parametrize(("appraises", "comes"), [(True, True), (False, False), (None, False)])
def test_whether_it_is_freely_chosen_is_asked_where_a_role_gives_cause(appraises, comes, interview):
    begun = interview()
    begun.answers = {"role_conflict.01": appraises, "role.02": False}

    assert ("role_conflict.06" in [each.id for each in begun.path]) is comes


@pytest.mark.parametrize(
    ("kind", "agreement", "freely"),
    [
        ("coaching", "first_agreement.01", True),
        ("career", "first_agreement.01", True),
        ("mentoring", "first_agreement.01", True),
        ("onboarding", "first_agreement.02", False),
        ("manager", "first_agreement.03", False),
    ],
)
def test_each_role_has_its_own_agreement(kind, agreement, freely, interview):
    begun = interview()
    begun.situation = begun.situation._replace(kind=kind)
    begun.answers = {"role_conflict.01": True, "role.02": False}

    ids = [each.id for each in begun.path]
    assert [each for each in ids if each.startswith("first_agreement")] == [agreement]
    assert ("role_conflict.06" in ids) is freely


def test_a_coach_who_appraises_may_turn_out_to_be_a_manager(interview):
    begun = interview()
    begun.answers = {"role_conflict.01": True, "role.02": True}

    assert begun.kind == "manager"
    assert [each.id for each in begun.path].index("first_agreement.03") > 0
    assert "role.02" in [each.id for each in begun.path]
    begun.answers["role_conflict.01"] = False
    assert begun.kind == "coaching"


@pytest.mark.parametrize(("options", "weighed"), [(0, False), (1, False), (2, True)])
def test_only_where_there_is_a_choice_options_are_weighed(options, weighed, interview):
    gathered = [{"text": f"{n}", "origin": "coachee"} for n in range(options)] or None

    assert ("grow.options.08" in asked(interview(), options=gathered)) is weighed


def test_the_short_form_asks_for_a_summary_where_nothing_was_agreed(interview):
    assert "grow.closing.01" in asked(interview(short=True), actions=None)


MATCH = {"objectives": OBJECTIVES, "talents": TALENTS}
LINKS = {"goal_links.01", "goal_links.02"}
IN_WORDS = {"grow.goal.08", "grow.goal.10"}


def test_a_new_goal_is_linked_where_the_stage_that_sets_it_ends(interview):
    ids = asked(interview(**MATCH))
    place = ids.index("goal_links.01")

    assert ids[place - 1].startswith("grow.goal.")
    assert ids[place + 1].startswith("grow.reality.")
    assert IN_WORDS & set(ids) == {"grow.goal.08"}


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
def test_each_method_that_sets_a_goal_links_it_once(method, interview):
    ids = asked(interview(method=method, **MATCH))

    sets_one = any(question.fills == "goal" for question in method.questions)
    named = {question.fills for question in method.questions if question.id in ids}
    links = LINKS if sets_one else set()
    if named & {"talents", "goal.talents"}:  # they are listed there, and linked from there
        links = links - {"goal_links.02"}
    if "objectives" in named:
        links = links - {"goal_links.01"}
    assert [each for each in ids if each in LINKS] == sorted(links)


def test_there_is_nothing_to_choose_from(interview):
    assert not LINKS & set(asked(interview()))
    assert LINKS & set(asked(interview(objectives=OBJECTIVES))) == {"goal_links.01"}
    assert IN_WORDS & set(asked(interview())) == {"grow.goal.08"}


def test_neither_a_goal_of_before_nor_none_nor_the_short_form_is_linked(interview):
    assert not LINKS & set(asked(interview(2, **MATCH), goal={"number": 2}))
    assert not LINKS & set(asked(interview(**MATCH), goal=None))
    assert not LINKS & set(asked(interview(short=True, **MATCH)))


def test_what_was_used_to_communicate_is_ticked_only_where_the_coach_wants_that(interview):
    assert "closing.06" not in asked(interview())
    assert "closing.06" in asked(interview(communication=True))
    assert "closing.06" not in asked(interview(short=True, communication=True))


def test_what_the_form_leaves_out_is_offered_on_the_last_page(interview):
    begun = interview(short=True, **MATCH)
    assert {"closing.06", *IN_WORDS} & set(asked(begun)) == set()

    offered = {each.id for each in begun.unasked()}
    assert offered >= {"closing.06", "grow.will.03", "closing.02", "role_conflict.01", *LINKS}
