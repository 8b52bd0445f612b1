"""What TAB answers: a second front door beside `main`, that never waits, fails or complains."""

import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import NamedTuple

from coachlog.base.texts import LANGUAGES, speak
from coachlog.completion.line import split
from coachlog.completion.offer import FILES, Offer, matching_offers
from coachlog.completion.offers import offers
from coachlog.completion.run_options import language, store
from coachlog.completion.shells import CompletionRequest, answer
from coachlog.completion.table import table
from coachlog.settings import demo_store
from coachlog.terminal.global_options import FLAGS, VALUED

TIMEOUT_SECONDS = 0.8
"""The longest that the prompt may wait: the journal may be on a network drive that is away."""

DEMO = "demo"
"""Before another command, it makes that command use the journal of the demonstration."""

_REDIRECTIONS = (">", ">>", "<", "2>", "2>>", "&>")


def tab(shell: str, arguments: Sequence[str]) -> None:
    """Write the completions for *shell* to stdout; write nothing if anything goes wrong.

    *arguments* are the line up to the cursor and, from bash, the rest of a `CompletionRequest`.
    """
    os.umask(0o077)
    # A message on stderr would appear in the middle of the line that is being typed.
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    # Whatever goes wrong, from a half upgraded program to Ctrl-C: the prompt has to stay as it is.
    with suppress(Exception, SystemExit, KeyboardInterrupt):
        _raise_timeout_after(TIMEOUT_SECONDS)
        text = answer_for(CompletionRequest(shell, *arguments[:4]))
        os.write(1, text.encode("utf-8", "surrogateescape"))


def answer_for(question: CompletionRequest) -> str:
    """Return the completions of the last word of a command line, in the format of the shell."""
    words, current_word = split(question.line)
    line = _without_global_options(words[1:])
    previous_word = words[-1] if words else ""
    matches = _find_offers(line, current_word, previous_word)
    if matches and question.with_help:
        speak(language(line.lang))
    return answer(question, current_word, matches)


class _TypedWords(NamedTuple):
    """The *words* of a command line without the global options, and the values of those.

    *pending* is a global option whose value comes next, empty if there is none.
    """

    words: list[str]
    store: str | None = None
    lang: str | None = None
    pending: str = ""


def _without_global_options(words: list[str]) -> _TypedWords:
    """Return *words* with the global options taken out, wherever they are before a `--`."""
    other_words: list[str] = []
    option_values: dict[str, str] = {}
    pending = ""
    for index, word in enumerate(words):
        name, equals, value = word.partition("=")
        if pending:
            option_values[VALUED[pending]] = word
            pending = ""
        elif word == "--":
            other_words += words[index:]
            break
        elif word in VALUED:
            pending = word
        elif name in VALUED and equals:
            option_values[VALUED[name]] = value
        elif word not in FLAGS:
            other_words.append(word)
    return _TypedWords(other_words, pending=pending, **option_values)


def _find_offers(line: _TypedWords, current_word: str, previous_word: str) -> list[Offer]:
    """Return what can be typed in place of *current_word*, which may be empty."""
    option, typed_value = line.pending, current_word
    name, equals, value = current_word.partition("=")
    is_option_with_value = equals and name in VALUED and "--" not in line.words
    if is_option_with_value:  # --lang=n
        option, typed_value = name, value
    if option == "--store" or previous_word in _REDIRECTIONS:
        return [FILES]
    if option == "--lang":
        return matching_offers(typed_value, LANGUAGES)
    commands = table()
    words_after_demo = line.words[1:]
    # `demo` alone is a command with options of its own; before another command it is a prefix.
    is_demo_prefix = words_after_demo or not current_word.startswith("-")
    if line.words[:1] == [DEMO] and is_demo_prefix:
        return offers(commands, words_after_demo, current_word, demo_store)
    return offers(commands, line.words, current_word, partial(store, line.store))


def _raise_timeout_after(seconds: float) -> None:
    """Set a timer that raises TimeoutError wherever the program is; Windows has none."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, seconds)
