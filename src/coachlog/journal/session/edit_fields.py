"""What can be changed of a conversation: its fields, its options, and what else was asked."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from coachlog.base.errors import NotFoundError
from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import N_, _
from coachlog.interview.conversation import Answer, Conversation, Option, without
from coachlog.journal.common.forms import changed_fields, form_field
from coachlog.journal.session.fields import communication
from coachlog.journal.session.option_lines import option_of
from coachlog.journal.session.option_text import option_from, option_text, parts_of, text_of
from coachlog.schema.field import PRIVATE
from coachlog.schema.session import COMMUNICATION, OPTION, REALITY_PREFIX, SESSION
from coachlog.terminal.context import context
from coachlog.terminal.fields import FormField, Inner
from coachlog.values import parse as kinds

OPTIONS: Final = "options"
ANSWERS: Final = "answers"
MORE_OPTIONS = "options.more"
_YES_NO = {"yes": N_("yes"), "no": N_("no")}
_LABEL_CELLS = 60
_NUMBERED = re.compile(r"\s*#?(\d+)\s*=(.*)", re.DOTALL)


_NOT_THERE = (
    N_("Conversation {n} has nothing at {place}."),
    N_("They are counted as shown here: coachlog session show {n}"),
)


def _communication(text: str) -> object:
    return communication(text)


def _did_not_take_place(typed: Mapping[str, str]) -> bool:
    return typed["status"] in ("cancelled", "missed") or bool(typed["reason"])


def _is_ticked(typed: Mapping[str, str]) -> bool:
    return bool(context().settings.communication) or bool(typed["communication"])


FIELDS = (
    *(
        each._replace(
            private=SESSION.by_key(each.name).layer == PRIVATE,
            when=_did_not_take_place if each.name == "reason" else None,
        )
        for each in changed_fields(SESSION)
    ),
    form_field(COMMUNICATION.field("form"))._replace(
        name="communication", check=_communication, when=_is_ticked
    ),
)

_IN_OPTION: dict[str, Any] = {
    "origin": {"required": True},
    "contact": {"when": lambda typed: typed["origin"] == "network"},
    "chosen": {"required": True, "words": _YES_NO},
}
OF_AN_OPTION = Inner(
    tuple(each._replace(**_IN_OPTION.get(each.name, {})) for each in changed_fields(OPTION)),
    *(parts_of, text_of),
)


def fields_of(kept: Conversation) -> tuple[FormField, ...]:
    """The fields of this conversation, with one for each option and each answer."""
    options = [
        FormField(
            f"{OPTIONS}.{place}",
            _("Option {n}").format(n=place),
            N_(
                "! marks your idea as the coach, @name: one from the network; * chosen. Below: + "
                "for, - against."
            ),
            option_from,
            inner=OF_AN_OPTION,
        )
        for place, _option in enumerate(kept.get(OPTIONS, []), 1)
    ]
    more = FormField(
        MORE_OPTIONS, N_("More options"), N_("One per line, with ! or @name: before it."), _several
    )
    answers = [
        FormField(
            f"{ANSWERS}.{place}",
            _asked(answer),
            N_("Only for you.") if answer.get("layer") == "private" else "",
            kinds.text,
            private=answer.get("layer") == "private",
        )
        for place, answer in enumerate(kept.get(ANSWERS, []), 1)
    ]
    place = next(n for n, field in enumerate(FIELDS) if field.name == "summary")
    return (*FIELDS[:place], *options, more, *answers, *FIELDS[place:])


def _asked(answer: Answer) -> str:
    """The question as a heading: on one line, and without the signs of one at its ends."""
    asked = visible_line(answer.get("asked") or "").strip("= ")
    return shorten(asked, _LABEL_CELLS) or answer["question"].strip("= ") or _("Also asked")


def present(kept: Conversation) -> dict[str, object]:
    """The values of `fields_of`, by the name of the field."""
    reality = {f"{REALITY_PREFIX}{key}": value for key, value in kept.get("reality", {}).items()}
    forms = {"communication": " ".join(kept.get("communication", []))}
    options = {
        f"{OPTIONS}.{place}": option_text(option)
        for place, option in enumerate(kept.get(OPTIONS, []), 1)
    }
    answers = {
        f"{ANSWERS}.{place}": answer["text"]
        for place, answer in enumerate(kept.get(ANSWERS, []), 1)
    }
    return kept | reality | forms | options | answers


def as_input(kept: Conversation, changes: Mapping[str, str]) -> dict[str, object]:
    """*changes* by field as the journal takes them: options and answers as whole lists."""
    plain = {name: value for name, value in changes.items() if "." not in name}
    options: list[Option | None] = list(kept.get(OPTIONS, []))
    answers: list[Answer | None] = list(kept.get(ANSWERS, []))
    for name, value in changes.items():
        part, dot, place = name.partition(".")
        if not dot:
            continue
        if name == MORE_OPTIONS:
            options += _several(value)
        elif part == OPTIONS:
            options[int(place) - 1] = option_from(value)
        else:
            text, was = kinds.text(value), kept[ANSWERS][int(place) - 1]
            answers[int(place) - 1] = was | {"text": text} if text else None
    lists = {OPTIONS: list(filter(None, options)), ANSWERS: list(filter(None, answers))}
    touched = {name.partition(".")[0] for name in changes if "." in name}
    return plain | {part: lists[part] for part in touched}


def by_options(
    kept: Conversation, options: Sequence[str], answers: Sequence[str]
) -> dict[str, str]:
    """The changes that `--option` and `--answer` tell, by field.

    `2=TEXT` gives the second one another text, `2=` takes it away; an option without a number is
    one more. Raises NotFoundError.
    """
    changes: dict[str, str] = {}
    for typed in options:
        place, text = _placed(kept, OPTIONS, typed)
        if place:
            changes[f"{OPTIONS}.{place}"] = _with_other_words(kept[OPTIONS][place - 1], text)
        else:
            option_of(text)
            changes[MORE_OPTIONS] = f"{changes.get(MORE_OPTIONS, '')}\n{visible_line(text)}".strip()
    for typed in answers:
        place, text = _placed(kept, ANSWERS, typed)
        if not place:
            raise NotFoundError(*_NOT_THERE, n=kept["number"], place=typed[:40])
        changes[f"{ANSWERS}.{place}"] = text
    return changes


def _placed(kept: Conversation, part: str, typed: str) -> tuple[int | None, str]:
    found = _NUMBERED.match(typed)
    if not found:
        return None, typed.strip().removeprefix("=")
    place = int(found[1]) if len(found[1]) < 9 else 0
    if not 1 <= place <= len(kept.get(OPTIONS, []) if part == OPTIONS else kept.get(ANSWERS, [])):
        raise NotFoundError(*_NOT_THERE, n=kept["number"], place=found[1][:40])
    return place, found[2].strip()


def _with_other_words(option: Option, text: str) -> str:
    """*option* with another text and whose idea it was; the rest of it stays."""
    if not text:
        return ""
    return option_text(without(option, "origin", "contact") | option_of(text))


def _several(text: str) -> list[Option]:
    return [option_of(line) for line in text.split("\n") if line.strip()]
