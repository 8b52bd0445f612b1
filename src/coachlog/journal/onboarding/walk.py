"""Going through what a newcomer still has to learn, item by item, at the terminal."""

from collections.abc import Sequence

from coachlog.base.errors import StoppedError
from coachlog.base.texts import _, in_each_language
from coachlog.journal.onboarding import kit
from coachlog.journal.onboarding.queries import ItemLine
from coachlog.schema.onboarding import MOMENTS, TASKS, TICKS
from coachlog.terminal.prompt_commands import BACK, SKIP, STOP, Command, command_word
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse

LEVELS = tuple(TICKS)
_NAMES = tuple((code, *in_each_language(label)) for code, label in TICKS.items())


def ask_levels(prompter: Prompter, lines: Sequence[ItemLine]) -> dict[int, str]:
    """Ask for the level of each item; return the levels by number of the item.

    Enter leaves an item as it is. Somebody who stops keeps what was answered.
    """
    prompter.show(_keys(), "note")
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
        index = parse.pick(answer, _NAMES) if isinstance(answer, str) else None
        if index is not None:
            levels[lines[place].number] = LEVELS[index]
        place = max(place - 1, 0) if goes_back else place + 1
    return levels


def _keys() -> str:
    """Return which key stands for which level."""
    return " · ".join(f"{place} {_(label)}" for place, label in enumerate(TICKS.values(), 1))


def _ask(prompter: Prompter, line: ItemLine) -> str | Command:
    text = kit.item_text(line.item, line.text)
    prompter.show(f"{line.number}  {text}  ({_(TASKS[line.task_of])})", "question")
    hints = (_("Enter: later"), command_word(BACK), command_word(STOP))
    help_text = " · ".join((f"1-{len(LEVELS)}", *hints))
    return prompter.ask(
        Prompt(check=lambda typed: parse.pick(typed, _NAMES), help=help_text, asks_back=False)
    )
