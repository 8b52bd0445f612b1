"""Talents and objectives that were named in a conversation: known ones, and new ones to keep."""

from collections.abc import Iterator
from typing import cast

from coachlog.interview.conversation import MentionedObjective, MentionedTalent
from coachlog.interview.fills import Filled, Mention


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


def talents_to_keep(filled: Filled, goal: str | int | None) -> list[MentionedTalent]:
    """Return the talents to keep as records or to link with the *goal*, each once."""
    mentions = [*mentions_in(filled.get("talents")), *_mentions_of_goal(filled)]
    talents: list[MentionedTalent] = []
    for mention in _worth_saving(mentions, goal):
        if "number" in mention:
            talent: MentionedTalent = {"number": mention["number"]}
        else:
            talent = {"strength": mention["text"]}
            if shows := mention.get("shows"):
                talent["shows"] = shows
        talents.append(talent if goal is None else talent | {"goal": goal})
    return talents


def objectives_to_keep(filled: Filled, goal: str | int | None) -> list[MentionedObjective]:
    """Return the objectives to keep as records or to link with the *goal*, each once."""
    objectives: list[MentionedObjective] = []
    for mention in _worth_saving(mentions_in(filled.get("objectives")), goal):
        objective: MentionedObjective = {"statement": mention["text"]}
        if "number" in mention:
            objective = {"number": mention["number"]}
        objectives.append(objective if goal is None else objective | {"goal": goal})
    return objectives


def _mentions_of_goal(filled: Filled) -> list[Mention]:
    answer = filled.get("goal.talents")
    return [] if isinstance(answer, str) else mentions_in(answer)  # from an option: words only


def _worth_saving(mentions: list[Mention], goal: str | int | None) -> Iterator[Mention]:
    """Yield each mention once that is a new record, or a known one that the *goal* is about."""
    seen: set[str] = set()
    for mention in mentions:
        is_known = "number" in mention
        is_kept = goal is not None if is_known else bool(mention.get("keep"))
        key = mention["text"].casefold()
        if is_kept and key not in seen:
            seen.add(key)
            yield mention
