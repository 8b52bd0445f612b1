"""What the program knows about receiving newcomers: the checklist and the first talks.

`checklist.toml` and `talks.toml` hold it, each text in three languages.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from coachlog.base.data_file import read_data_file
from coachlog.base.texts import Words, in_user_language


class ChecklistItem(NamedTuple):
    """An item of the checklist: by which *moment* it should be known, and who sees to it."""

    id: str
    moment: str
    task_of: str
    words: Words


class FirstTalk(NamedTuple):
    """A talk that is planned so many days after the first working day, by a *method*."""

    id: str
    after_days: int
    minutes: int
    method: str
    name: Words
    aim: Words


@cache
def items() -> dict[str, ChecklistItem]:
    """Return the items of the checklist by id, in the order of their moments."""
    return {
        table["id"]: ChecklistItem(table["id"], table["moment"], table["task_of"], _texts(table))
        for table in _file("checklist")["items"]
    }


@cache
def talks() -> tuple[FirstTalk, ...]:
    """Return the talks of the first three months, in their order."""
    return tuple(FirstTalk(**table) for table in _file("talks")["talks"])


def item_text(item: str | None, text: str) -> str:
    """Return an *item* of the program in the current language, or the coach's own *text*."""
    known = items().get(item or "")
    return in_user_language(known.words) if known else text


def legal_note() -> str:
    """Return that the checklist does not replace the reception document."""
    return _note("legal_note")


def duty_note() -> str:
    """Return that reception is a duty of the employer."""
    return _note("duty_note")


def line_note() -> str:
    """Return that a task of the hierarchical line is to be asked for, not taken over."""
    return _note("line_note")


def before_three(manager: str) -> str:
    """Return what to agree on before the talk of the three with *manager*."""
    return in_user_language(_file("talks")["before_three"]).format(manager=manager)


def _note(name: str) -> str:
    return in_user_language(_file("checklist")[name])


def _texts(table: Mapping[str, Any]) -> Words:
    return {code: table[code] for code in ("nl", "fr", "en")}


def _file(name: str) -> dict[str, Any]:
    return read_data_file(Path(__file__).with_name(f"{name}.toml"))
