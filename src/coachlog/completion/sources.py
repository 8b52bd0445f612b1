"""What each value on the command line can be, by its option or by its word on the help page."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from coachlog.base.texts import LANGUAGES
from coachlog.completion import queries
from coachlog.completion.numbers import Numbers
from coachlog.completion.offer import FILES, Offer, fitting
from coachlog.completion.target import CompletionTarget, Source, out_of_the_journal
from coachlog.export.tables import TABLES
from coachlog.journal.workability.fields import LENSES
from coachlog.schema.vocabulary import (
    ACTION_STATUSES,
    BASES,
    COMMUNICATION_FORMS,
    DOERS,
    FORMS,
    GOAL_STATUSES,
    GROWTH_KINDS,
    LEVELS,
    OBJECTIVE_STATUSES,
    STATUSES,
    TOPIC_STATUSES,
    TRAJECTORY_KINDS,
    TRAJECTORY_STATUSES,
)
from coachlog.settings import KEYS

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


SHELLS = ("bash", "zsh", "fish")


def source_of(command: str, option: str, metavar: str) -> Source | None:
    """The source of a parameter; the most particular key of SOURCES counts."""
    noun, name = command.partition(" ")[0], metavar.strip("[].")
    keys = (
        (f"{command} {option}", f"{noun} {option}", f"{option} {name}", option, name)
        if option
        else (f"{command} {name}", f"{noun} {name}", name)
    )
    return next((SOURCES[key] for key in keys if key in SOURCES), None)


def _people(spot: CompletionTarget) -> list[Offer]:
    def found(reader: "Reader") -> list[Offer]:
        return [
            Offer(each.handle, about=each.name)
            for each in queries.people(reader, spot.word.lower(), archived="--back" in spot.typed)
        ]

    return out_of_the_journal(spot, found)


def _names(way: str) -> Source:
    """Names of projects or of organisations."""
    return lambda spot: out_of_the_journal(
        spot, lambda reader: [Offer(each) for each in queries.names(reader, way, spot.word)]
    )


def _words(words: Mapping[str, str] | tuple[str, ...]) -> Source:
    return lambda spot: fitting(spot.word, words)


def _seldom(key: str) -> Source:
    """A source that brings much with it, loaded when its value is wanted."""

    def offers(spot: CompletionTarget) -> list[Offer]:
        from coachlog.completion.rare_sources import SELDOM  # methods, the history, a fund

        return SELDOM[key](spot)

    return offers


def _setting(spot: CompletionTarget) -> list[Offer]:
    source = _SETTINGS.get(spot.typed.get("KEY", ""))
    return source(spot) if source else []


def _files(_spot: CompletionTarget) -> list[Offer]:
    return [FILES]


_LANGUAGES = _words(LANGUAGES)
_YES_NO = _words(("yes", "no"))
_SETTINGS = {
    "language": _LANGUAGES,
    "method": _seldom("--method"),
    "store": _files,
    "short": _YES_NO,
    "mirror": _YES_NO,
    "communication": _YES_NO,
}

_SESSIONS = Numbers("session", "sessions", "held_on || coalesce(' · ' || topic, '')")
_PLANNED = Numbers("session", "sessions", "held_on || coalesce(' · ' || topic, '')", going_on=True)
_GOALS = Numbers("goal", "goals", "statement")
_ACTIVE_GOALS = Numbers("goal", "goals", "statement", going_on=True)
_ACTIONS = Numbers("action", "actions", "what")
_TRAJECTORIES = Numbers("trajectory", "trajectories", "coalesce(purpose, kind)")
_TOPICS = Numbers("topic", "topics", "text")
_PARKED = Numbers("topic", "topics", "text", going_on=True)
_RELEASES = Numbers("release", "releases", "to_whom")
_GROWTH = Numbers("growth", "learning_moments", "coalesce(provider, learned)", whose="kind")
_OBSERVATIONS = Numbers("observation", "observations", "fact")
_CHECKINS = Numbers("workability", "checkins", "checked_on")
_TALENTS = Numbers("talent", "talents", "strength")
_OBJECTIVES = Numbers("objective", "objectives", "statement", whose="team")

SOURCES: Mapping[str, Source] = {
    **{
        key: _seldom(key)
        for key in (
            *("session resume N", "undo N", "READER", "trajectory --area", "trajectory --theme"),
            *("search --noun", "search --stage", "--method", "METHOD", "method check METHOD"),
            "schema NAME",
        )
    },
    "WHO": _people,
    "COACHEE": _people,
    "INTO": _people,
    "--coachee": _people,
    "session N": _SESSIONS,
    "session WHICH": _SESSIONS,
    "report N": _SESSIONS,
    "--moment": _words(("start", "halfway", "end")),
    "goal N": _GOALS,
    "action N": _ACTIONS,
    "trajectory N": _TRAJECTORIES,
    "topic N": _TOPICS,
    "workability N": _CHECKINS,
    "growth N": _GROWTH,
    "observation N": _OBSERVATIONS,
    "objective N": _OBJECTIVES,
    "coachee talent --edit": _TALENTS,
    "coachee talent --remove": _TALENTS,
    "--session N": _SESSIONS,
    "--planned": _PLANNED,
    "--withdraw": _RELEASES,
    "--handed-over": _RELEASES,
    "--take-up": _PARKED,
    "--objective": _OBJECTIVES,
    "goal --no-objective": _OBJECTIVES,
    "--talent": _TALENTS,
    "goal --no-talent": _TALENTS,
    "--goal N": _GOALS,
    "action new --goal": _ACTIVE_GOALS,
    "action edit --goal": _GOALS,
    "observation --goal": _GOALS,
    "--action N": _ACTIONS,
    "--trajectory N": _TRAJECTORIES,
    "--topic N": _TOPICS,
    "session --status": _words(STATUSES),
    "goal --status": _words(GOAL_STATUSES),
    "action --by": _words(DOERS),
    "action --status": _words(ACTION_STATUSES),
    "trajectory --status": _words(TRAJECTORY_STATUSES),
    "topic --status": _words(TOPIC_STATUSES),
    "objective --status": _words(OBJECTIVE_STATUSES),
    "objective --level": _words(LEVELS),
    "--form": _words(FORMS),
    "--communication": _words(COMMUNICATION_FORMS),
    "ASPECT": _words(LENSES),
    "--kind": _words(TRAJECTORY_KINDS),
    "growth --kind": _words(GROWTH_KINDS),
    "--basis": _words(BASES),
    "--organisation": _names("organisation"),
    "--project": _names("project"),
    "--energy": _YES_NO,
    "--language": _LANGUAGES,
    "FILE": _files,
    "TABLE": _words(tuple(TABLES)),
    "KEY": _words(KEYS),
    "VALUE": _setting,
    "SHELL": _words(SHELLS),
}
"""By option or by metavar, alone or after the noun or the command that it belongs to.

An option may stand before its metavar instead: `--goal N` is a number, `--goal TEXT` a new goal.
"""
