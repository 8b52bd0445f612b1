"""Talents and objectives that were named in a conversation: known ones, and new ones to keep."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, cast

from coachlog.interview.conversation import MentionedObjective, MentionedTalent
from coachlog.interview.fills import FieldValues, Mention
from coachlog.interview.method import Question


def mentions_in(answer: object) -> list[Mention]:
    """Return what an answer names; earlier versions and options gave plain texts."""
    named = answer.split("\n") if isinstance(answer, str) else cast("list[object]", answer or [])
    mentions = [{"text": item} if isinstance(item, str) else item for item in named]
    return cast("list[Mention]", mentions)


def mention_line(mention: Mention) -> str:
    """Return a mention as it is typed: `Stays calm: when it is busy`."""
    shows = mention.get("shows")
    return f"{mention['text']}: {shows}" if shows else mention["text"]


def mention_text(answer: object) -> str:
    """Return everything that an answer names, one per line."""
    return "\n".join(mention_line(mention) for mention in mentions_in(answer))


def kept_mentions(questions: Iterable[Question], answers: Mapping[str, object]) -> list[str]:
    """Return the talents and objectives that were named beside any goal, each text once.

    Only those that are in the journal, or will be: a goal can be linked with them.
    """
    named = [
        mention
        for question in questions
        if question.fills in ("talents", "objectives")
        for mention in mentions_in(answers.get(question.id))
        if _is_kept(mention)
    ]
    return list({mention["text"].casefold(): mention["text"] for mention in named}.values())


def _is_kept(mention: Mention) -> bool:
    return "number" in mention or bool(mention.get("keep"))


def talents_to_keep(filled: FieldValues, goal: str | int | None) -> list[MentionedTalent]:
    """Return the talents to keep as records or to link with the *goal*, each once."""
    talents: list[MentionedTalent] = []
    said_of_goal = _mentions_of_goal(filled)
    for mention, linked_goal in _to_keep(
        mentions_in(filled.get("talents")), said_of_goal, filled, goal
    ):
        if "number" in mention:
            talent: MentionedTalent = {"number": mention["number"]}
        else:
            talent = {"strength": mention["text"]}
            if shows := mention.get("shows"):
                talent["shows"] = shows
        talents.append(talent if linked_goal is None else talent | {"goal": linked_goal})
    return talents


def objectives_to_keep(filled: FieldValues, goal: str | int | None) -> list[MentionedObjective]:
    """Return the objectives to keep as records or to link with the *goal*, each once."""
    objectives: list[MentionedObjective] = []
    for mention, linked_goal in _to_keep(mentions_in(filled.get("objectives")), [], filled, goal):
        objective: MentionedObjective = {"statement": mention["text"]}
        if "number" in mention:
            objective = {"number": mention["number"]}
        objectives.append(objective if linked_goal is None else objective | {"goal": linked_goal})
    return objectives


def _mentions_of_goal(filled: FieldValues) -> list[Mention]:
    answer = filled.get("goal.talents")
    return [] if isinstance(answer, str) else mentions_in(answer)  # from an option: words only


class _KeptMention(NamedTuple):
    """Something that was named, and the goal that it is linked with, if any."""

    mention: Mention
    goal: str | int | None


def _to_keep(
    named: list[Mention], said_of_goal: list[Mention], filled: FieldValues, goal: str | int | None
) -> list[_KeptMention]:
    """Return each mention once that is a new record, or a known one that the *goal* is about.

    The goal is about what was said of it, and of what was *named* about what was chosen for it.
    """
    about_goal = {text.casefold() for text in filled.get("goal.mentioned") or []}
    about_goal |= {mention["text"].casefold() for mention in said_of_goal}
    kept: dict[str, _KeptMention] = {}
    for mention in [*named, *said_of_goal]:
        key = mention["text"].casefold()
        linked = goal if key in about_goal else None
        is_worth_it = linked is not None if "number" in mention else _is_kept(mention)
        if is_worth_it:
            kept.setdefault(key, _KeptMention(mention, linked))
    return list(kept.values())
