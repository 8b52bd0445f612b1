"""What somebody wants of an erasure: by options of a script, or asked on a terminal."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from coachlog.admin.erasing.preview import ErasePreview, MentionLine
from coachlog.base.errors import RefusedError, UsageError
from coachlog.base.folding import plain
from coachlog.base.texts import N_, _, count_text
from coachlog.store.erasing.order import DECISIONS, KEEP, REMOVE, REWRITE, text_fingerprint
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompter import Prompt, Prompter, numbers_mark
from coachlog.values import parse

_EACH = "each"
_WORDS = {
    REWRITE: N_("Write “{word}” in the place of the name."),
    KEEP: N_("Keep it as it is."),
    REMOVE: N_("Take the whole text out."),
}


class EraseChoices(NamedTuple):
    """What was decided: *decided* by the number of a text; *usual* for the others.

    None is what was not decided.
    """

    usual: str | None = None
    decided: dict[int, str] = {}  # noqa: RUF012 - never changed
    keeps_hours: bool | None = None
    removes_files: bool | None = None

    def decision(self, line: MentionLine) -> str | None:
        """Return what happens to a text; one that may name somebody else is kept."""
        return self.decided.get(line.n) or (self.usual if line.sure else KEEP)

    def files(self, preview: ErasePreview) -> Sequence[Path]:
        """Return the files to remove."""
        return [*preview.files, *(preview.asked_files if self.removes_files else ())]

    def by_fingerprint(self, preview: ErasePreview) -> dict[str, str]:
        """Return what was decided of single texts, without a word of them."""
        return {
            text_fingerprint(text.record_id, text.column): decision
            for text, line in zip(preview.texts, preview.lines, strict=True)
            if (decision := self.decision(line)) and decision != (self.usual if line.sure else KEEP)
        }


def parse_choices(
    mentions: str | None, decide: Sequence[str] | None, hours: bool | None, rescued: str | None
) -> EraseChoices:
    """Return what the options say. Raises UsageError."""
    decided = {}
    for text in decide or ():
        number, _equals, decision = text.partition("=")
        if not number.isdecimal() or not number.isascii():
            raise UsageError(
                N_("“{text}” does not say what is done with which text."),
                N_("For example --decide 2=keep; the numbers: coachlog erase WHO --dry-run"),
                text=text,
            )
        decided[int(number)] = _parse_word(decision, DECISIONS)
    usual = _parse_word(mentions, DECISIONS) if mentions else None
    files = _parse_word(rescued, (KEEP, REMOVE)) == REMOVE if rescued else None
    return EraseChoices(usual, decided, hours, files)


def refuse_undecided(preview: ErasePreview, choices: EraseChoices) -> None:
    """Raise UsageError for what a script has to say; or RefusedError for a number that is none."""
    for n in choices.decided:
        if not 1 <= n <= len(preview.lines):
            raise RefusedError(
                N_("There is no text {n}."),
                N_("See them with their numbers: coachlog erase WHO --dry-run"),
                n=n,
            )
    undecided = sum(choices.decision(line) is None for line in preview.lines)
    if undecided:
        raise UsageError(
            N_("Others' records name this person in {n} texts that nothing was decided about."),
            N_("Add --mentions rewrite, keep or remove; for one of them --decide N=keep."),
            n=undecided,
        )
    if preview.hours and choices.keeps_hours is None:
        raise UsageError(
            N_("It is not decided whether day, minutes and role of the talks stay for your hours."),
            N_("Add --keep-hours or --no-hours."),
        )
    if preview.asked_files and choices.removes_files is None:
        raise UsageError(
            N_("It is not decided whether these files go: {paths}"),
            N_("They may be about somebody else. Add --rescued remove or --rescued keep."),
            paths=", ".join(map(str, preview.asked_files)),
        )


def ask_choices(
    prompter: Prompter, preview: ErasePreview, choices: EraseChoices, word: str
) -> EraseChoices | None:
    """Ask for what is not decided yet; return None where the person stops."""
    if any(choices.decision(line) is None for line in preview.lines):
        options = {**_WORDS, _EACH: N_("Decide one by one.")}
        question = _("What happens to what others' records say?")
        usual = _ask_option(prompter, question, options, word)
        if usual is None:
            return None
        if usual == _EACH:
            decided = _ask_each(prompter, preview, choices, word)
            if decided is None:
                return None
            choices = choices._replace(decided=decided, usual=REWRITE)
        else:
            choices = choices._replace(usual=usual)
    if preview.hours and choices.keeps_hours is None:
        answer = _ask_yes(prompter, _hours_question(preview.hours))
        if answer is None:
            return None
        choices = choices._replace(keeps_hours=answer)
    if preview.asked_files and choices.removes_files is None:
        answer = _ask_yes(prompter, _("Remove these files of text that was not saved as well?"))
        if answer is None:
            return None
        choices = choices._replace(removes_files=answer)
    return choices


def confirm_by_name(prompter: Prompter, name: str) -> bool:
    """Return whether the person types the name of the one to be erased."""
    question = _("This cannot be undone. Type the name to erase it all: {name}")
    prompter.show(question.format(name=name), "question")
    answer = prompter.ask(Prompt(asks_back=False))
    return isinstance(answer, str) and plain(answer) == plain(name)


def _hours_question(n: int) -> str:
    return count_text(
        "Keep day, minutes and role of {n} talk, without the person, for hours and fund figures?",
        "Keep day, minutes and role of {n} talks, without the person, for hours and fund figures?",
        n,
    )


def _ask_each(
    prompter: Prompter, preview: ErasePreview, choices: EraseChoices, word: str
) -> dict[int, str] | None:
    """Ask what happens to each text that is undecided; None where the person stops."""
    decided = dict(choices.decided)
    for line in preview.lines:
        if line.n in decided:
            continue
        question = f"{line.n}  {line.record} · {line.field}: {line.text}"
        decision = _ask_option(prompter, question, _WORDS, word)
        if decision is None:
            return None
        decided[line.n] = decision
    return decided


def _ask_option(
    prompter: Prompter, question: str, options: dict[str, str], word: str
) -> str | None:
    """Ask for the number of one of *options*; None where the person stops."""
    prompter.show(question, "question")
    for n, text in enumerate(options.values(), 1):
        prompter.show(f"  {n}  {_(text).format(word=word)}")

    def check(text: str) -> str:
        wanted = text.strip()
        if wanted.isascii() and wanted.isdecimal() and 1 <= int(wanted[:9]) <= len(options):
            return list(options)[int(wanted) - 1]
        raise RefusedError(N_("Type a number from 1 to {n}."), "", n=len(options))

    answer = prompter.ask(Prompt(numbers_mark(len(options)), check=check))
    return None if isinstance(answer, Command) else check(answer)


def _ask_yes(prompter: Prompter, question: str) -> bool | None:
    """Ask until the answer is yes or no; None where the person stops."""
    prompter.show(question, "question")
    check: Callable[[str], bool | None] = parse.yes_no
    while True:
        answer = prompter.ask(Prompt(f"{_('(yes/no)')} ›", check=check))
        if isinstance(answer, Command):
            return None
        reply = check(answer)
        if reply is not None:
            return reply


def _parse_word(text: str, words: Sequence[str]) -> str:
    """Return the word of *words* that was typed; raises UsageError for another."""
    wanted = text.strip().casefold()
    if wanted not in words:
        raise UsageError(
            N_("“{text}” is none of these: {words}."), "", text=text, words=", ".join(words)
        )
    return wanted
