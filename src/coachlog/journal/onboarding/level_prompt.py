"""Going through what a newcomer still has to learn, item by item, at the terminal."""

from collections.abc import Sequence

from coachlog.base.errors import StoppedError
from coachlog.base.texts import _, in_each_language
from coachlog.journal.onboarding import kit
from coachlog.journal.onboarding.levels import label_of
from coachlog.journal.onboarding.queries import ItemLine
from coachlog.schema.onboarding import LEVELS_OF, MOMENTS, TASKS, TICKS
from coachlog.terminal.prompt_commands import BACK, SKIP, STOP, Command, command_word
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse


def ask_levels(prompter: Prompter, lines: Sequence[ItemLine]) -> dict[int, str]:
    """Ask for the level of each item; return the levels by number of the item.

    Enter leaves an item as it is. Somebody who stops keeps what was answered.
    """
    levels: dict[int, str] = {}
    place = 0
    while place < len(lines):
        is_first_of_moment = place == 0 or lines[place - 1].moment != lines[place].moment
        if is_first_of_moment:
            prompter.show()
            prompter.show(_(MOMENTS[lines[place].moment]), "heading")
        try:
            answer = _ask(prompter, lines[place])
        except (StoppedError, KeyboardInterrupt):
            return levels
        if isinstance(answer, Command) and answer.name not in (BACK, SKIP):
            return levels
        goes_back = isinstance(answer, Command) and answer.name == BACK
        codes = LEVELS_OF[lines[place].task_of]
        index = parse.pick(answer, _names(codes)) if isinstance(answer, str) else None
        if index is not None:
            levels[lines[place].number] = codes[index]
        place = max(place - 1, 0) if goes_back else place + 1
    return levels


def _ask(prompter: Prompter, line: ItemLine) -> str | Command:
    """Ask for the level of one item, with the keys that stand for those it has."""
    codes = LEVELS_OF[line.task_of]
    text = kit.item_text(line.item, line.text)
    prompter.show(f"{line.number}  {text}  ({_(TASKS[line.task_of])})", "question")
    keys = " · ".join(f"{place} {label_of(code)}" for place, code in enumerate(codes, 1))
    prompter.show(keys, "quiet")
    hints = (_("Enter: later"), command_word(BACK), command_word(STOP))
    help_text = " · ".join((f"1-{len(codes)}", *hints))

    def check(typed: str) -> int | None:
        return parse.pick(typed, _names(codes))

    return prompter.ask(Prompt(check=check, help=help_text, asks_back=False))


def _names(codes: Sequence[str]) -> list[tuple[str, ...]]:
    """Return for each level its code and what it is called, in any language."""
    return [(code, *in_each_language(TICKS[code])) for code in codes]
