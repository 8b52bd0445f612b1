"""Changing an answer at the end of a conversation: the list of answers, and asking one again."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple, cast

from coachlog.base.errors import StoppedError
from coachlog.base.folding import plain
from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import N_, _, in_each_language
from coachlog.dates.show import show_moment
from coachlog.guide.appointment_link import unlink
from coachlog.guide.display import is_veiled, summarise_answer
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
ROWS_AROUND = 5
"""Rows around the list: what can be typed, and the prompt."""


class Correction(NamedTuple):
    """An entry of the list: what to type for it, its name, and the present answer.

    It changes either the *key* of the draft's head or the answer to *question*.
    """

    mark: str
    name: str
    answer: str
    key: str = ""
    question: Question | None = None

    @property
    def line(self) -> str:
        """The entry in the list, on one line."""
        text = self.name
        if self.answer:
            text = _("{label}: {text}").format(label=self.name, text=self.answer)
        return shorten(f" {self.mark:>2}  {text}", text_columns() - 2)


def change(guide: Guide, context: Context, part: str = "") -> None:
    """List what can be changed, take a number or a word, and ask that again.

    There is no list where *part* already names a single entry. What was answered comes first,
    then, after Enter, what was not.
    """
    entries = _entries(guide)
    with suppress(kinds.KindError):
        if part and len(matches := _matches(entries, part)) == 1:
            _ask_again(guide, context, matches[0])
            return
    listed = [entry for entry in entries if entry.answer]
    unanswered = [entry for entry in entries if not entry.answer]
    while True:
        room = (guide.prompter.rows or len(entries) + ROWS_AROUND) - ROWS_AROUND
        page, later = listed[:room], listed[room:]
        for entry in page:
            guide.prompter.show(entry.line)
        guide.prompter.show(_hint(later, unanswered), "quiet")
        typed = _ask(guide, lambda text: _matches(entries, text))
        if typed is None:
            return
        if matches := _matches(entries, typed):
            if len(matches) == 1:
                _ask_again(guide, context, matches[0])
                return
            listed, unanswered = matches, []
        elif later:
            listed = later
        elif unanswered:
            listed, unanswered = unanswered, []
        else:
            return


def _hint(later: Sequence[Correction], unanswered: Sequence[Correction]) -> str:
    """Return what can be typed, and what Enter does."""
    if later:
        return _("Type a number or a word. Enter: the rest of the list.")
    if unanswered:
        return _("Type a number or a word. Enter: the questions without an answer.")
    return _("Type a number or a word. Enter: back.")


_HEADS = {"d": (N_("Date"), "date"), "m": (N_("Minutes"), "minutes"), "f": (N_("Form"), "form")}
"""The label and the key in the draft's head, by the letter to type."""


def _entries(guide: Guide) -> list[Correction]:
    """Return all that can be changed: the head of the draft, then the questions in their order."""
    heads = dict(_HEADS)
    if "planned" in guide.draft.head:
        heads["p"] = (N_("Planned as conversation"), "planned")
    entries = [
        Correction(letter, _(label), _head_text(guide, key), key=key)
        for letter, (label, key) in heads.items()
    ]
    interview = guide.interview
    questions: list[Question] = [*interview.path, *interview.unasked()]
    for number, question in enumerate(questions, 1):
        answer = _answer_text(guide, question)
        text = question.ask(interview.language)
        label = label_of(question.fills or "") or shorten(text, NAME_CELLS)
        name = label if answer else text
        entries.append(Correction(str(number), name, answer, question=question))
    return entries


def _head_text(guide: Guide, key: str) -> str:
    value = guide.draft.head.get(key)
    if value in (None, ""):
        return "–"
    if key == "date":
        return show_moment(datetime.fromisoformat(str(value)), guide.interview.language)
    return _(FORMS[str(value)]) if key == "form" else str(value)


def _answer_text(guide: Guide, question: Question) -> str:
    """Return the answer on one line, or only that there is one; empty where there is none."""
    value = guide.interview.answers.get(question.id)
    if value is None:
        return ""
    if is_veiled(guide.draft, question):  # somebody may sit beside the screen
        private = question.layer == "private"
        return f"({_('for you only') if private else _('answered')})"
    return visible_line(summarise_answer(value)) or "–"


def _matches(entries: Sequence[Correction], typed: str) -> list[Correction]:
    """Return the entries meant by *typed*: a mark, or words of a name, a question or an answer.

    Empty where nothing is typed. Raises a KindError where nothing matches.
    """
    wanted = without_article(typed)
    if not wanted:
        return []
    # "3/3", as progress is shown above a question, means the third entry.
    number, _slash, total = (part.strip() for part in wanted.partition("/"))
    mark = number if number.isdigit() and total.isdigit() else wanted
    exact = [entry for entry in entries if wanted == plain(entry.name) or mark == entry.mark]
    if exact:
        return exact
    for text_of in (_name_of, _question_of, _answer_of):
        if matches := [entry for entry in entries if wanted in plain(text_of(entry))]:
            return matches
    raise kinds.KindError(
        N_("Nothing in the list is called “{typed}”."),
        N_("Type the number before it, or a word of it, for example: summary, date, minutes."),
        typed=typed.strip()[:40],
    )


def _name_of(entry: Correction) -> str:
    return entry.name


def _question_of(entry: Correction) -> str:
    return " ".join(entry.question.words.values()) if entry.question else entry.key


def _answer_of(entry: Correction) -> str:
    return entry.answer


def _ask_again(guide: Guide, context: Context, entry: Correction) -> None:
    if entry.question:
        guide.interview.change(entry.question.id)
        guide.lead()
    else:
        _change_head(guide, context, entry.key)


def _ask(guide: Guide, check: Callable[[str], object], text: str = "") -> str | None:
    """Ask with *text* at the prompt; None for a command, which leads back to the page.

    Raises StoppedError.
    """
    answer = ask_with_editor(guide.prompter, Prompt("›", check=check, initial_text=text))
    if not isinstance(answer, Command):
        return answer.strip()
    if answer.name == STOP:
        raise StoppedError
    return None


def _change_head(guide: Guide, context: Context, key: str) -> None:
    """Ask for another date, length or form; or make it a conversation that was not planned."""
    if key == "planned":
        unlink(guide)
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
            index = kinds.pick(text, names)
            return None if index is None else names[index][-1]
        return kinds.minutes(text)

    def ask(text: str) -> str:
        return _ask(guide, lambda typed: read(typed) if typed.strip() else None, text) or ""

    def save(answer: str) -> None:
        if answer:
            guide.save_once(head=guide.draft.head | cast("DraftHead", {key: read(answer)}))

    guide.ask_until_saved(f"head.{key}", ask, save)
