"""Saves an unfinished conversation on the disk, and knows what of it is not saved yet."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from copy import deepcopy
from typing import TypedDict, Unpack

from coachlog.base.errors import UnavailableError
from coachlog.base.texts import _
from coachlog.guide.draft import DraftHead, GuideDraft, restore_draft, state_of
from coachlog.interview.conversation import Conversation, without
from coachlog.store.drafts import DraftKeeper
from coachlog.store.faults import StoreEmptyError
from coachlog.terminal import rescue
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.patience import Patience
from coachlog.terminal.prompter import Prompter, show_error
from coachlog.terminal.rescue import UnkeptError

PATIENCE_MS = 1000
"""How long to wait for the journal when the guide is left; after that the text gets a file."""

_ABOUT_THE_TALK = (
    *("date", "time_zone", "minutes", "form", "after", "notes", "kind", "planned"),
    *("people", "paid", "activity"),
)
"""What the head of a draft has of when and how the conversation was held, not of what was said."""


class DraftChanges(TypedDict, total=False):
    """Fields of a GuideDraft that `save_once` can replace."""

    head: DraftHead
    partial_texts: dict[str, str]
    partial_values: dict[str, object]


class Safekeeping:
    """An unfinished conversation, and saving it as a draft on the disk.

    *unsaved* is what was typed last and is not on the disk yet, by question id.
    """

    def __init__(self, prompter: Prompter, keeper: DraftKeeper, draft: GuideDraft) -> None:
        self.prompter = prompter
        self.keeper = keeper
        self.draft = draft
        self.unsaved: dict[str, str] = {}
        self.remember_saved()

    def save_draft(self, **changes: Unpack[DraftChanges]) -> None:
        """Save the conversation with these *changes*; on failure, Enter tries again.

        Raises StoppedError when the coach stops.
        """
        rescue.retry_until_saved(self.prompter, lambda: self.save_once(**changes))

    def save_once(self, wait_ms: int | None = None, **changes: Unpack[DraftChanges]) -> None:
        """Save the conversation with these *changes*; if UnkeptError is raised, nothing changed.

        With *wait_ms* it waits no longer than that for other programs, and shows no message.
        """
        draft = self.draft._replace(**changes)
        message = _("One moment: another program is using the journal …")
        try:
            with Patience(message, silent=wait_ms is not None):
                self.keeper.save(state_of(draft), wait_ms=wait_ms)
        except Exception as error:  # whatever the error, what was typed stays at the prompt
            raise UnkeptError.of(error) from error
        self.draft, self.unsaved = draft, {}
        self.remember_saved()

    def ask_until_saved(
        self, key: str, ask: Callable[[str], str], save: Callable[[str], object]
    ) -> None:
        """Call *ask* with the half-typed text under *key*, until *save* has saved the answer.

        After a failure, *ask* gets the text that could not be saved.
        """
        text = self.draft.partial_texts.get(key, "")
        while True:
            text = ask(text)
            self.unsaved = {key: text}
            try:
                save(text)
            except UnkeptError as error:
                show_error(self.prompter, error)
            else:
                return

    def save_typed(self, key: str, text: str) -> None:
        """Save half-typed *text* without waiting for other programs. Raises UnkeptError."""
        partial_texts = without(self.draft.partial_texts, key)
        if text:
            partial_texts[key] = text
        self.unsaved = {key: text}
        self.save_once(0, partial_texts=partial_texts)

    def rescue_unsaved(self) -> bool:
        """Save what was typed last on the disk, or else in a rescue file.

        Return False where the journal was emptied: what was saved before is gone as well.
        """
        unsaved = {key: text for key, text in self.unsaved.items() if text.strip()}
        try:
            if unsaved:
                self.save_once(PATIENCE_MS, partial_texts=self.draft.partial_texts | unsaved)
            else:  # find out whether the journal, and the draft in it, is still there
                self.keeper.follow_replaced_store()
        except UnavailableError as error:
            for key, text in unsaved.items():
                rescue.rescue_and_tell(text, f"{rescue.draft_label(self.keeper.draft.id)}{key}")
            store_error = error.__cause__ or error  # UnkeptError wraps it
            return not isinstance(store_error, StoreEmptyError)
        return True

    @property
    def is_empty(self) -> bool:
        """Whether no question was answered, not even in part."""
        return self._is_without_answer()

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to save but the role of the coach, which Enter takes over.

        That a planned conversation was held is worth saving by itself.
        """
        path = self.draft.interview.path
        is_planned = "planned" in self.draft.head
        return not is_planned and self._is_without_answer(
            q.id for q in path if q.fills == "trajectory_kind"
        )

    def _is_without_answer(self, beside: Iterable[str] = ()) -> bool:
        """Whether there is no answer, whole or in part, *beside* those to some questions."""
        draft, head = self.draft, self.draft.head
        answers = without(draft.interview.answers, *beside)
        has_answers = any(answer is not None for answer in answers.values())
        has_partial_answers = bool(draft.partial_texts or draft.partial_values)
        has_write_up = head.get("notes") or head.get("minutes")
        has_typed = any(self.unsaved.values())
        was_given = any(head.get(key) for key in head if key not in _ABOUT_THE_TALK)
        return not (has_answers or has_partial_answers or has_write_up or has_typed or was_given)

    def remember_saved(self) -> None:
        """Remember the present state as the one that `restore_saved` returns to."""
        self._saved_state = deepcopy(state_of(self.draft))

    def restore_saved(self) -> None:
        """Undo what happened since `remember_saved`, because an answer could not be saved."""
        interview = self.draft.interview
        self.draft = restore_draft(interview.method, interview.common, self._saved_state)


def start_draft(context: Context, prompter: Prompter, draft: GuideDraft) -> DraftKeeper:
    """Save a new *draft* on the disk and return its keeper; on failure, Enter tries again.

    Raises StoppedError when the coach stops.
    """
    keepers: list[DraftKeeper] = []  # gets the one keeper, because *start* returns nothing
    state = state_of(draft)

    def start() -> None:
        """Save the draft for the first time; raises UnkeptError, which leads to another attempt."""
        try:
            keepers.append(
                DraftKeeper.start(context.store, state["interview"]["method"], state, draft.coachee)
            )
        except UnavailableError as error:
            raise UnkeptError.of(error) from error

    rescue.retry_until_saved(prompter, start)
    context.has_draft = True
    return keepers[0]


def restore_rescued(guide: Safekeeping) -> None:
    """Put texts from rescue files of this draft back at their questions, and discard the files.

    A file stays where the draft with its text cannot be saved.
    """
    label = rescue.draft_label(guide.keeper.draft.id)
    for file in list(rescue.rescued_files(label)):
        key = file.label.removeprefix(label)
        saved_text = guide.draft.partial_texts.get(key, "")
        continues_saved = file.text.startswith(saved_text)
        text = file.text if continues_saved else f"{saved_text}\n{file.text}"
        if any(question.id == key for question in guide.draft.interview.path):
            guide.draft.interview.current_id = key
        try:
            guide.save_once(partial_texts=guide.draft.partial_texts | {key: text})
        except UnkeptError as error:
            show_error(guide.prompter, error)
            continue
        rescue.discard(file.path)
        message = _("What you typed last and could not be saved then is back at its question.")
        guide.prompter.show(message, "note")


def save_to_file(conversation: Conversation, draft: GuideDraft) -> None:
    """Save the *conversation* in a file: the journal was emptied, and the draft with it.

    Incomplete answers, such as an unfinished list, go into a file of their own.
    """
    partial_answers = "\n".join(_texts_in((draft.partial_values, draft.partial_texts)))
    if partial_answers:
        rescue.rescue_and_tell(partial_answers)
    path = rescue.keep(json.dumps(conversation, default=str), "conversation")
    if path:
        message = _("The journal was emptied. All that was answered is kept in {path}")
        with suppress(OSError):  # the window may be gone
            say(message.format(path=path))
            command = hint(f'session new --from "{path}"')
            say("  " + _("Once a backup is in its place: {command}").format(command=command))


def _texts_in(value: object) -> Iterator[str]:
    """Yield the values nested in lists, tuples and dicts as texts, without None and keys."""
    if isinstance(value, dict):
        yield from _texts_in(list(value.values()))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts_in(item)
    elif value is not None:
        yield str(value)
