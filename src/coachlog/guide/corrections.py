"""Changing an answer at the end of a conversation: what there is to change, and asking it again."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple, cast

from coachlog.base.errors import StoppedError
from coachlog.base.folding import plain
from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import N_, _, in_each_language
from coachlog.dates.show import show_moment
from coachlog.guide.appointment_link import let_go
from coachlog.guide.display import is_veiled, told_of
from coachlog.guide.draft import DraftHead
from coachlog.guide.guide import Guide
from coachlog.guide.last_words import without_article
from coachlog.interview.method import Question
from coachlog.journal.session.moments import parse
from coachlog.journal.session.page import label_of
from coachlog.schema.vocabulary import FORMS
from coachlog.terminal.context import Context
from coachlog.terminal.prompt_commands import STOP, Command
from coachlog.terminal.prompt_editor import ask_with_editor
from coachlog.terminal.prompter import Prompt, text_columns
from coachlog.values import parse as kinds

NAME_CELLS = 44
"""The width of a question before its answer."""
AROUND = 5
"""Rows around the list: what can be typed, and the prompt."""


class Correction(NamedTuple):
    """Something to change: what to type for it, its name, and what was said; a *key* of the talk
    itself, or else a question."""

    mark: str
    name: str
    told: str
    key: str = ""
    question: Question | None = None

    @property
    def line(self) -> str:
        """The entry as it stands in the list, on one line."""
        text = _("{label}: {text}").format(label=self.name, text=self.told) if self.told else ""
        return shorten(f" {self.mark:>2}  {text or self.name}", text_columns() - 2)


def change(guide: Guide, context: Context, part: str = "") -> None:
    """List what can be changed, answers first; take a number or a word, and ask that again.

    Where the *part* was named already, and one thing goes by it, there is no list.
    """
    entries = _entries(guide)
    with suppress(kinds.KindError):
        if part and len(found := _chosen(entries, part)) == 1:
            _ask_again(guide, context, found[0])
            return
    answers = [each for each in entries if each.told]
    others = [each for each in entries if not each.told]
    shown_now, rest = answers, others
    while True:
        room = (guide.prompter.rows or len(entries) + AROUND) - AROUND
        page, later = shown_now[:room], shown_now[room:]
        for each in page:
            guide.prompter.show(each.line)
        guide.prompter.show(_how(later, rest), "quiet")
        answer = _ask(guide, lambda text: _chosen(entries, text))
        if answer is None:
            return
        if found := _chosen(entries, answer):
            shown_now, rest = found, []
            if len(found) == 1:
                _ask_again(guide, context, found[0])
                return
        elif later:
            shown_now = later
        elif not rest:
            return
        else:
            shown_now, rest = rest, []


def _how(later: Sequence[Correction], rest: Sequence[Correction]) -> str:
    """What can be typed, and what Enter does."""
    if later:
        return _("Type a number or a word. Enter: the rest of the list.")
    if rest:
        return _("Type a number or a word. Enter: the questions without an answer.")
    return _("Type a number or a word. Enter: back.")


_HEADS = {"d": (N_("Date"), "date"), "m": (N_("Minutes"), "minutes"), "f": (N_("Form"), "form")}


def _entries(guide: Guide) -> list[Correction]:
    """All that can be changed: the talk itself, then its questions in their order."""
    heads = dict(_HEADS)
    if "planned" in guide.draft.head:
        heads["p"] = (N_("Planned as conversation"), "planned")
    found = [
        Correction(letter, _(label), _told_of_head(guide, key), key=key)
        for letter, (label, key) in heads.items()
    ]
    interview = guide.interview
    asked: list[Question] = [*interview.path, *interview.unasked()]
    for place, question in enumerate(asked, 1):
        told = _told_of_answer(guide, question)
        text = question.ask(guide.interview.language)
        name = label_of(question.fills or "") or shorten(text, NAME_CELLS)
        found.append(Correction(str(place), name if told else text, told, question=question))
    return found


def _told_of_head(guide: Guide, key: str) -> str:
    value = guide.draft.head.get(key)
    if value in (None, ""):
        return "–"
    if key == "date":
        return show_moment(datetime.fromisoformat(str(value)), guide.interview.language)
    return _(FORMS[str(value)]) if key == "form" else str(value)


def _told_of_answer(guide: Guide, question: Question) -> str:
    value = guide.interview.answers.get(question.id)
    if value is None:
        return ""
    if is_veiled(guide.draft, question):  # somebody may sit beside the screen
        private = question.layer == "private"
        return f"({_('for you only') if private else _('answered')})"
    told = visible_line(told_of(value))
    return told or "–"


def _chosen(entries: Sequence[Correction], typed: str) -> list[Correction]:
    """What was meant: by its number or letter, or by words of its name, its question or its text.

    Raises a KindError where it is nothing of these.
    """
    said = without_article(typed)
    if not said:
        return []
    marked, _stroke, most = said.partition("/")  # 3/3
    marked = marked.strip() if marked.strip().isdigit() and most.strip().isdigit() else said
    if exact := [each for each in entries if said == plain(each.name) or marked == each.mark]:
        return exact
    for text_of in (_name_of, _question_of, _told_of):
        if found := [each for each in entries if said in plain(text_of(each))]:
            return found
    raise kinds.KindError(
        N_("Nothing in the list is called “{typed}”."),
        N_("Type the number before it, or a word of it, for example: summary, date, minutes."),
        typed=typed.strip()[:40],
    )


def _name_of(entry: Correction) -> str:
    return entry.name


def _question_of(entry: Correction) -> str:
    return " ".join(entry.question.words.values()) if entry.question else entry.key


def _told_of(entry: Correction) -> str:
    return entry.told


def _ask_again(guide: Guide, context: Context, entry: Correction) -> None:
    if entry.question:
        guide.interview.change(entry.question.id)
        guide.lead()
    else:
        _change_head(guide, context, entry.key)


def _ask(guide: Guide, check: Callable[[str], object], half: str = "") -> str | None:
    """What was typed; None for a command that leads back to the page."""
    answer = ask_with_editor(guide.prompter, Prompt("›", check=check, initial_text=half))
    if not isinstance(answer, Command):
        return answer.strip()
    if answer.name == STOP:
        raise StoppedError
    return None


def _change_head(guide: Guide, context: Context, key: str) -> None:
    if key == "planned":
        let_go(guide)
        guide.prompter.show(_("This is saved as a separate conversation."), "quiet")
        return
    guide.prompter.show(_(_HEADS[key[0]][0]), "question")
    if key == "form":
        guide.prompter.show(" · ".join(_(words) for words in FORMS.values()), "quiet")

    def read(text: str) -> str | int | None:
        if key == "date":
            moment = parse(text, context.now, guide.draft.head["time_zone"], past=True)
            return moment.strftime("%Y-%m-%dT%H:%M")
        if key == "form":
            names = [(*in_each_language(words), code) for code, words in FORMS.items()]
            place = kinds.pick(text, names)
            return None if place is None else names[place][-1]
        return kinds.minutes(text)

    def ask(half: str) -> str:
        return _ask(guide, lambda text: read(text) if text.strip() else None, half) or ""

    def take(answer: str) -> None:
        if answer:
            guide.put_down(head=guide.draft.head | cast("DraftHead", {key: read(answer)}))

    guide.until_kept(f"head.{key}", ask, take)
