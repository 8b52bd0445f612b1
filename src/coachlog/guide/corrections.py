"""Changing an answer at the end of a conversation: the list of answers, and asking one again."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple, cast

from coachlog.base.errors import StoppedError
from coachlog.base.folding import plain
from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import N_, _, in_each_language
from coachlog.dates.show import show_moment
from coachlog.guide.appointment_link import unlink
from coachlog.guide.closing_choices import without_article
from coachlog.guide.display import is_veiled, summarise_answer
from coachlog.guide.draft import DraftHead
from coachlog.guide.guide import Guide
from coachlog.interview.flow import Interview
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
    def question_text(self) -> str:
        """The question in all its languages, or the key of an entry without a question."""
        return " ".join(self.question.words.values()) if self.question else self.key

    @property
    def line(self) -> str:
        """The text of the entry in the list, shortened to one line."""
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
    if named := _single_match(entries, part):
        _ask_again(guide, context, named)
        return
    to_list = [entry for entry in entries if entry.answer]
    unanswered = [entry for entry in entries if not entry.answer]
    while True:
        screen_rows = guide.prompter.rows or len(entries) + ROWS_AROUND
        rows = screen_rows - ROWS_AROUND
        page, next_pages = to_list[:rows], to_list[rows:]
        for entry in page:
            guide.prompter.show(entry.line)
        guide.prompter.show(_hint(next_pages, unanswered), "quiet")
        typed = ask_text(guide, lambda text: _matches(entries, text))
        if typed is None:
            return
        if matches := _matches(entries, typed):
            if len(matches) == 1:
                _ask_again(guide, context, matches[0])
                return
            to_list, unanswered = matches, []
        elif next_pages:
            to_list = next_pages
        elif unanswered:
            to_list, unanswered = unanswered, []
        else:
            return


def _single_match(entries: Sequence[Correction], part: str) -> Correction | None:
    """Return the only entry that *part* names; None where it names none or several."""
    try:
        matches = _matches(entries, part)
    except kinds.KindError:
        return None
    return matches[0] if len(matches) == 1 else None


def _hint(next_pages: Sequence[Correction], unanswered: Sequence[Correction]) -> str:
    """Return what can be typed, and what Enter does."""
    if next_pages:
        return _("Type a number or a word. Enter: the rest of the list.")
    if unanswered:
        return _("Type a number or a word. Enter: the questions without an answer.")
    return _("Type a number or a word. Enter: back.")


_HEADS = {"d": (N_("Date"), "date"), "m": (N_("Minutes"), "minutes"), "f": (N_("Form"), "form")}
"""The label and the key in the draft's head, by the letter to type."""


def _entries(guide: Guide) -> list[Correction]:
    """Return all that can be changed: the head of the draft, then the questions in their order."""
    head_fields = dict(_HEADS)
    if "planned" in guide.draft.head:
        head_fields["p"] = (N_("Planned as conversation"), "planned")
    entries = [
        Correction(letter, _(label), _head_text(guide, key), key=key)
        for letter, (label, key) in head_fields.items()
    ]
    interview = guide.interview
    questions: list[Question] = [*interview.path, *interview.unasked()]
    for number, question in enumerate(questions, 1):
        answer = _answer_text(guide, question)
        # Without an answer beside it, there is room for all of the question.
        name = label_for(interview, question) if answer else interview.words(question)
        entries.append(Correction(str(number), name, answer, question=question))
    return entries


def label_for(interview: Interview, question: Question) -> str:
    """Return what people call the field of a question, or else the question cut short."""
    return label_of(question.fills or "") or shorten(interview.words(question), NAME_CELLS)


def _head_text(guide: Guide, key: str) -> str:
    """Return what the draft's head has under *key*, for the screen; a dash if it has nothing."""
    value = guide.draft.head.get(key)
    if value in (None, ""):
        return "–"
    if key == "date":
        return show_moment(datetime.fromisoformat(str(value)), guide.interview.language)
    if key == "form":
        return _(FORMS[str(value)])
    return str(value)


def _answer_text(guide: Guide, question: Question) -> str:
    """Return the answer on one line; a hidden one only as "answered"; empty if there is none."""
    value = guide.interview.answers.get(question.id)
    if value is None:
        return ""
    if is_veiled(guide.draft, question):  # somebody may sit beside the screen
        is_private = question.layer == "private"
        return f"({_('for you only') if is_private else _('answered')})"
    return visible_line(summarise_answer(value)) or "–"


def _matches(entries: Sequence[Correction], typed: str) -> list[Correction]:
    """Return the entries that *typed* names: by mark, or by words of name, question or answer.

    Return [] where nothing is typed. Raises a KindError where nothing matches.
    """
    words = without_article(typed)
    if not words:
        return []
    # "3/3", as progress is shown above a question, means the third entry.
    number, _slash, total = (part.strip() for part in words.partition("/"))
    mark = number if number.isdigit() and total.isdigit() else words
    exact = [entry for entry in entries if words == plain(entry.name) or mark == entry.mark]
    if exact:
        return exact
    for field in ("name", "question_text", "answer"):  # the most telling one first
        if matches := [entry for entry in entries if words in plain(getattr(entry, field))]:
            return matches
    raise kinds.KindError(
        N_("Nothing in the list is called “{typed}”."),
        N_("Type the number before it, or a word of it, for example: summary, date, minutes."),
        typed=typed.strip()[:40],
    )


def _ask_again(guide: Guide, context: Context, entry: Correction) -> None:
    """Ask the question of *entry* again, with what its new answer leads to; or change the head."""
    if entry.question:
        guide.interview.change(entry.question.id)
        guide.lead()
    else:
        _change_head(guide, context, entry.key)


def ask_text(
    guide: Guide, check: Callable[[str], object], initial_text: str = "", earlier: str = ""
) -> str | None:
    """Ask with *initial_text* at the prompt, and return what is typed.

    Return None for a command, which leads back to the last page; `:stop` raises StoppedError.
    """
    prompt = Prompt("›", check=check, initial_text=initial_text, earlier=earlier)
    answer = ask_with_editor(guide.prompter, prompt)
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
    label = next(label for label, head_key in _HEADS.values() if head_key == key)
    guide.prompter.show(_(label), "question")
    if key == "form":
        guide.prompter.show(" · ".join(_(words) for words in FORMS.values()), "quiet")

    def read(text: str) -> str | int | None:
        return _read_head(guide, context, key, text)

    def check(text: str) -> None:
        if text.strip():
            read(text)

    def ask(initial_text: str) -> str:
        return ask_text(guide, check, initial_text) or ""

    def save(answer: str) -> None:
        if answer:  # Enter alone leaves it as it is
            guide.save_once(head=guide.draft.head | cast("DraftHead", {key: read(answer)}))

    guide.ask_until_saved(f"head.{key}", ask, save)


def _read_head(guide: Guide, context: Context, key: str, text: str) -> str | int | None:
    """Return *text* as the value of *key* in the draft's head. Raises a CoachlogError."""
    if key == "date":
        moment = parse(text, context.now, guide.draft.head["time_zone"], past=True)
        return moment.strftime("%Y-%m-%dT%H:%M")
    if key == "form":
        codes = list(FORMS)
        names = [(*in_each_language(words), code) for code, words in FORMS.items()]
        index = kinds.pick(text, names)
        return None if index is None else codes[index]
    return kinds.minutes(text)
