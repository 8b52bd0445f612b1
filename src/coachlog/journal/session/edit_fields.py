"""The fields of `session edit`: those of the conversation, its options and its other answers."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from coachlog.base.errors import NotFoundError
from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import N_, _
from coachlog.interview.conversation import Answer, Conversation, Option, without
from coachlog.journal.common.forms import edit_form, form_field
from coachlog.journal.common.practice_fields import as_needed
from coachlog.journal.session.fields import communication
from coachlog.journal.session.option_lines import option_of
from coachlog.journal.session.option_text import option_from, option_text, parts_of, text_of
from coachlog.schema.field import PRIVATE
from coachlog.schema.session import COMMUNICATION, OPTION, REALITY_PREFIX, SESSION
from coachlog.terminal.context import context
from coachlog.terminal.fields import FormField, InnerFields
from coachlog.values import parse as kinds

OPTIONS: Final = "options"
ANSWERS: Final = "answers"
MORE_OPTIONS = "options.more"
_YES_NO = {"yes": N_("yes"), "no": N_("no")}
_LABEL_CELLS = 60
"""The widest question that is shown as the label of a field, in cells of the terminal."""

_NUMBERED = re.compile(r"\s*#?(\d+)\s*=(.*)", re.DOTALL)


_NOT_THERE = (
    N_("Conversation {n} has nothing at {place}."),
    N_("They are counted as shown here: coachlog session show {n}"),
)


def _communication(text: str) -> object:
    """Read forms of communication; declared `object`, as a check of a FormField returns it."""
    return communication(text)


def _did_not_take_place(typed: Mapping[str, str]) -> bool:
    return typed["status"] in ("cancelled", "missed") or bool(typed["reason"])


def _is_communication_offered(typed: Mapping[str, str]) -> bool:
    """Return whether to ask for forms of communication: by the settings, or if it has some."""
    return bool(context().settings.communication) or bool(typed["communication"])


FIELDS = (
    *as_needed(
        [
            each._replace(
                private=SESSION.by_key(each.name).layer == PRIVATE,
                when=_did_not_take_place if each.name == "reason" else None,
            )
            for each in edit_form(SESSION)
        ]
    ),
    form_field(COMMUNICATION.field("form"))._replace(
        name="communication", check=_communication, when=_is_communication_offered
    ),
)

_OPTION_CHANGES: dict[str, Any] = {
    "origin": {"required": True},
    "contact": {"when": lambda typed: typed["origin"] == "network"},
    "chosen": {"required": True, "words": _YES_NO},
}
OF_AN_OPTION = InnerFields(
    tuple(field._replace(**_OPTION_CHANGES.get(field.name, {})) for field in edit_form(OPTION)),
    split=parts_of,
    join=text_of,
)


def fields_of(record: Conversation) -> tuple[FormField, ...]:
    """Return the fields of one conversation, with one for each option and each answer in it."""
    option_fields = [
        FormField(
            f"{OPTIONS}.{place}",
            _("Option {n}").format(n=place),
            N_(
                "! marks your own idea, @name: one from the network; * chosen. Below: + "
                "for, - against."
            ),
            option_from,
            inner=OF_AN_OPTION,
        )
        for place, _option in enumerate(record.get(OPTIONS, []), 1)
    ]
    more_options = FormField(
        MORE_OPTIONS,
        N_("More options"),
        N_("One per line, with ! or @name: before it."),
        _read_options,
    )
    answer_fields = [
        FormField(
            f"{ANSWERS}.{place}",
            _answer_label(answer),
            N_("Only for you.") if answer.get("layer") == "private" else "",
            kinds.text,
            private=answer.get("layer") == "private",
        )
        for place, answer in enumerate(record.get(ANSWERS, []), 1)
    ]
    summary_index = next(i for i, field in enumerate(FIELDS) if field.name == "summary")
    return (
        *FIELDS[:summary_index],
        *option_fields,
        more_options,
        *answer_fields,
        *FIELDS[summary_index:],
    )


def _answer_label(answer: Answer) -> str:
    """Return the question of an answer as a label, on one line.

    It loses `=` at its ends: the text form of `session edit` writes a heading as `== label ==`.
    """
    question_text = visible_line(answer.get("asked") or "").strip("= ")
    question_name = answer["question"].strip("= ")
    return shorten(question_text, _LABEL_CELLS) or question_name or _("Also asked")


def present(record: Conversation) -> dict[str, object]:
    """Return the present values of the fields that `fields_of` returns, by name."""
    reality = {f"{REALITY_PREFIX}{key}": value for key, value in record.get("reality", {}).items()}
    forms = {"communication": " ".join(record.get("communication", []))}
    parts = {
        f"{OPTIONS}.{n}": option_text(each) for n, each in enumerate(record.get(OPTIONS, []), 1)
    }
    parts |= {f"{ANSWERS}.{n}": each["text"] for n, each in enumerate(record.get(ANSWERS, []), 1)}
    return record | reality | forms | parts


def as_input(record: Conversation, changes: Mapping[str, str]) -> dict[str, object]:
    """Return *changes* by field as an input of `SessionEdit`.

    One changed option, such as `options.2`, becomes the whole list of options; the same for
    answers. One that is emptied is left out.
    """
    values: dict[str, object] = {}
    options: list[Option | None] = list(record.get(OPTIONS, []))
    answers: list[Answer | None] = list(record.get(ANSWERS, []))
    changed_lists = set()
    for name, value in changes.items():
        list_name, dot, place = name.partition(".")
        if not dot:
            values[name] = value
            continue
        changed_lists.add(list_name)
        if name == MORE_OPTIONS:
            options += _read_options(value)
        elif list_name == OPTIONS:
            options[int(place) - 1] = option_from(value)
        else:
            text, answer = kinds.text(value), record[ANSWERS][int(place) - 1]
            answers[int(place) - 1] = answer | {"text": text} if text else None
    if OPTIONS in changed_lists:
        values[OPTIONS] = [option for option in options if option]
    if ANSWERS in changed_lists:
        values[ANSWERS] = [answer for answer in answers if answer]
    return values


def by_options(
    record: Conversation, options: Sequence[str], answers: Sequence[str]
) -> dict[str, str]:
    """Return the changes that `--option` and `--answer` make, by field; raises NotFoundError.

    `2=TEXT` replaces the text of the second one, `2=` removes it; an option without a number is
    added.
    """
    changes: dict[str, str] = {}
    for typed in options:
        place, text = _split_place(record, OPTIONS, typed)
        if place:
            changes[f"{OPTIONS}.{place}"] = _reworded(record[OPTIONS][place - 1], text)
        else:
            option_of(text)  # raises NoIdeaError before anything is saved
            more_options = changes.get(MORE_OPTIONS, "")
            changes[MORE_OPTIONS] = f"{more_options}\n{visible_line(text)}".strip()
    for typed in answers:
        place, text = _split_place(record, ANSWERS, typed)
        if not place:  # an answer without a question cannot be added
            raise NotFoundError(*_NOT_THERE, n=record["number"], place=typed[:40])
        changes[f"{ANSWERS}.{place}"] = text
    return changes


def _split_place(record: Conversation, list_name: str, typed: str) -> tuple[int | None, str]:
    """Split `2=TEXT` into its place and its text; the place is None where no number was typed.

    Raises NotFoundError for a place that the list does not have. `=2=TEXT` is the text `2=TEXT`.
    """
    numbered = _NUMBERED.match(typed)
    if not numbered:
        return None, typed.strip().removeprefix("=")
    digits, text = numbered[1], numbered[2].strip()
    place = int(digits) if len(digits) < 9 else 0  # int refuses numbers of thousands of digits
    count = len(record.get(OPTIONS, []) if list_name == OPTIONS else record.get(ANSWERS, []))
    if not 1 <= place <= count:
        raise NotFoundError(*_NOT_THERE, n=record["number"], place=digits[:40])
    return place, text


def _reworded(option: Option, line: str) -> str:
    """Return *option* as text, with the text and the origin of *line*; empty if *line* is.

    Whether it was chosen, and what is for and against it, stays.
    """
    if not line:
        return ""
    return option_text(without(option, "origin", "contact") | option_of(line))


def _read_options(text: str) -> list[Option]:
    return [option_of(line) for line in text.split("\n") if line.strip()]
