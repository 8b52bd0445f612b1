"""Talents, objectives, who does what, and how a trajectory ends: said in the talk, then kept."""

from tests.guide.script import Until

SAVE = (Until("1  Save"), "1")


def talent_talk(lead, home, *steps, options=()):
    words = ("session", "new", "--method", "talent_talk", "--normal", "--kind", "manager")
    told = lead(*words, "--coachee", "Amina", *options, typed=(*steps, *SAVE))
    assert told.code == 0, told.shown
    return told.shown


def test_what_was_named_becomes_records_that_are_linked_with_the_goal(lead, home):
    shown = talent_talk(
        lead,
        home,
        *(Until("achieve in the coming period?"), "Fewer errors at night", "", ""),
        *(Until("where do others see them?"), "Stays calm: when it is busy", "Speaks up", ""),
        *("", "n"),
        *(Until("Put it as a goal."), "Guide the night team"),
    )
    assert "Stays calm" in shown
    (talent,) = home.json("coachee", "talent", "amina")
    assert (talent["strength"], talent["shows"]) == ("Stays calm", "when it is busy")
    (objective,) = home.json("objective", "list")
    assert objective["statement"] == "Fewer errors at night"
    match = home.json("match", "amina")
    (goal,) = match["goals"]
    assert (goal["objectives"], goal["talents"]) == ([1], [1])
    answers = {a["question"]: a["text"] for a in home.json("session", "show", "1")["answers"]}
    assert answers["talent_talk.talents.01"] == "Stays calm: when it is busy\nSpeaks up"
    assert answers["talent_talk.organisation.01"] == "Fewer errors at night"
