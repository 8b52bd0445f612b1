"""What TAB answers: a second front door beside `main`, that never waits, fails or complains."""

import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from coachlog.base.texts import LANGUAGES, speak
from coachlog.completion.line import split
from coachlog.completion.offer import FILES, Offer, fitting
from coachlog.completion.offers import offers
from coachlog.completion.run_options import language, store
from coachlog.completion.shells import CompletionRequest, answer
from coachlog.completion.table import table
from coachlog.settings import demo_store
from coachlog.terminal.global_options import FLAGS, VALUED

PATIENCE = 0.8
"""Seconds after which the prompt is worth more than an answer: a network drive may be away."""

DEMO = "demo"
"""Before another command, it takes the journal of the demonstration for the coach's own."""

_REDIRECTIONS = [[">"], [">>"], ["<"], ["2>"], ["2>>"], ["&>"]]


def tab(shell: str, arguments: Sequence[str]) -> None:
    """Write what fits; an error shows as nothing that fits, for a prompt is no place to read one.

    *arguments* are the line up to the cursor and, from bash, the rest of a `CompletionRequest`.
    """
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    # Whatever goes wrong, from a program half upgraded to Ctrl-C: the prompt has to stay as it is.
    with suppress(Exception, SystemExit, KeyboardInterrupt):
        _never_wait_longer(PATIENCE)
        text = answer_for(CompletionRequest(shell, *arguments[:4]))
        os.write(1, text.encode("utf-8", "surrogateescape"))


def answer_for(question: CompletionRequest) -> str:
    """The completions of the end of a command line, as the shell wants them."""
    words, word = split(question.line)
    line = _without_globals(words[1:])
    found = _found(line, word, words[-1:])
    if found and question.with_help:
        speak(language(line.lang))
    return answer(question, word, found)


class _TypedWords(NamedTuple):
    """The *words* that are left without the options of the program, and what those say.

    *pending* is one of them that still lacks its value.
    """

    words: list[str]
    store: str | None = None
    lang: str | None = None
    pending: str = ""


def _without_globals(words: list[str]) -> _TypedWords:
    rest: list[str] = []
    given: dict[str, str] = {}
    pending = ""
    for place, word in enumerate(words):
        name, equals, value = word.partition("=")
        if pending:
            given[VALUED[pending]], pending = word, ""
        elif word == "--":
            rest += words[place:]
            break
        elif word in VALUED:
            pending = word
        elif name in VALUED and equals:
            given[VALUED[name]] = value
        elif word not in FLAGS:
            rest.append(word)
    return _TypedWords(rest, pending=pending, **given)


def _found(line: _TypedWords, word: str, before: list[str]) -> list[Offer]:
    """What fits *word*; *before* is the word before it, if any."""
    options = "--" not in line.words
    name, equals, value = word.partition("=")
    pending, part = (name, value) if equals and name in VALUED and options else (line.pending, word)
    if pending == "--store" or before in _REDIRECTIONS:
        return [FILES]
    if pending == "--lang":
        return fitting(part, LANGUAGES)
    whole = table()
    if line.words[:1] == [DEMO] and (line.words[1:] or not word.startswith("-")):
        return offers(whole, line.words[1:], word, demo_store)
    return offers(whole, line.words, word, partial(_store, line.store))


def _store(option: str | None) -> Path:
    return store(option)


def _never_wait_longer(seconds: float) -> None:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, seconds)
