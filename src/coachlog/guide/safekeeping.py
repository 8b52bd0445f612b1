"""Puts a conversation under way on the disk, and knows what of it is not there yet."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from typing import TypedDict, Unpack

from coachlog.base.errors import UnavailableError
from coachlog.base.texts import _
from coachlog.guide.draft import DraftHead, GuideDraft, draft_by, state_of
from coachlog.interview.conversation import Conversation, without
from coachlog.store.drafts import DraftKeeper
from coachlog.store.faults import StoreEmptyError
from coachlog.terminal import rescue
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.patience import Patience
from coachlog.terminal.prompter import Prompter, show_error
from coachlog.terminal.rescue import UnkeptError

PATIENCE_MS = 1000
"""How long to wait for others when the guide is left; then the words get a file."""


class DraftChanges(TypedDict, total=False):
    """Fields of a draft that change while it is led."""

    head: DraftHead
    halves: dict[str, str]
    parts: dict[str, object]


class Safekeeping:
    """A conversation, its draft on the disk, and the way between them.

    *unkept* is what was typed last, by its question, while it is not on the disk.
    """

    def __init__(self, prompter: Prompter, keeper: DraftKeeper, draft: GuideDraft) -> None:
        self.prompter = prompter
        self.keeper = keeper
        self.draft = draft
        self.unkept: dict[str, str] = {}
        self.be_sure()

    def save_draft(self, **changes: Unpack[DraftChanges]) -> None:
        """Put the conversation away, with *changes* to what is half given.

        Where that fails, Enter tries again; raises StoppedError when the coach stops.
        """
        rescue.retry_until_saved(self.prompter, lambda: self.put_down(**changes))

    def put_down(self, wait_ms: int | None = None, **changes: Unpack[DraftChanges]) -> None:
        """Put the conversation away once; raises UnkeptError, and then nothing was changed."""
        draft = self.draft._replace(**changes)
        told = _("One moment: another program is using the journal …")
        try:
            with Patience(told, silent=wait_ms is not None):
                self.keeper.save(state_of(draft), wait_ms=wait_ms)
        except Exception as error:  # whatever it is, what was typed stays at the prompt
            raise UnkeptError.of(error) from error
        self.draft, self.unkept = draft, {}
        self.be_sure()

    def until_kept(
        self, key: str, ask: Callable[[str], str], take: Callable[[str], object]
    ) -> None:
        """*ask*, with the text that stands there already, until *take* kept the answer."""
        half = self.draft.halves.get(key, "")
        while True:
            half = ask(half)
            self.unkept = {key: half}
            try:
                take(half)
            except UnkeptError as error:
                show_error(self.prompter, error)
            else:
                return

    def keep_typed(self, key: str, text: str) -> None:
        """Put half-typed *text* away, without waiting for anybody. Raises UnkeptError."""
        halves = without(self.draft.halves, key) | ({key: text} if text else {})
        self.unkept = {key: text}
        self.put_down(0, halves=halves)

    def leave(self) -> bool:
        """What was typed last and is not on the disk goes there now, or else into a file.

        The result is False where the journal was emptied: what was kept before is gone as well.
        """
        unkept = {key: text for key, text in self.unkept.items() if text.strip()}
        try:
            if unkept:
                self.put_down(PATIENCE_MS, halves=self.draft.halves | unkept)
            else:
                self.keeper.stay_with_the_store()
        except UnavailableError as error:
            for key, text in unkept.items():
                rescue.keep_and_tell(text, f"{rescue.draft_label(self.keeper.draft.id)}{key}")
            return not isinstance(error.__cause__ or error, StoreEmptyError)
        return True

    @property
    def is_empty(self) -> bool:
        """Whether nobody answered anything yet, nor began to."""
        draft, head = self.draft, self.draft.head
        answers = [each for each in draft.interview.answers.values() if each is not None]
        told = head.get("notes") or ("after" in head and head.get("minutes"))
        return not (answers or draft.halves or draft.parts or told or any(self.unkept.values()))

    def be_sure(self) -> None:
        """Remember this as what `go_back` returns to when an answer cannot be kept."""
        self._sure = deepcopy(state_of(self.draft))

    def go_back(self) -> None:
        """Make it what it was when the last answer was kept."""
        interview = self.draft.interview
        self.draft = draft_by(interview.method, interview.common, self._sure)


def started(context: Context, prompter: Prompter, draft: GuideDraft) -> DraftKeeper:
    """The keeper of *draft*, which is on the disk; where it cannot be, Enter tries again."""
    keepers: list[DraftKeeper] = []
    state = state_of(draft)

    def start() -> None:
        try:
            keepers.append(
                DraftKeeper.start(context.store, state["interview"]["method"], state, draft.coachee)
            )
        except UnavailableError as error:
            raise UnkeptError.of(error) from error

    rescue.retry_until_saved(prompter, start)
    return keepers[0]


def take_up_rescued(guide: Safekeeping) -> None:
    """Words that could not be kept when the guide was left stand at their question again."""
    for each in list(rescue.rescued_files(rescue.draft_label(guide.keeper.draft.id))):
        key = each.label.removeprefix(rescue.draft_label(guide.keeper.draft.id))
        before = guide.draft.halves.get(key, "")
        text = each.text if each.text.startswith(before) else f"{before}\n{each.text}"
        if any(question.id == key for question in guide.draft.interview.path):
            guide.draft.interview.current_id = key
        try:
            guide.put_down(halves=guide.draft.halves | {key: text})
        except UnkeptError as error:
            show_error(guide.prompter, error)
            continue
        rescue.discard(each.path)
        told = _("What you typed last and could not be saved then is back at its question.")
        guide.prompter.show(told, "note")


def keep_all(said: Conversation, draft: GuideDraft) -> None:
    """What was *said* goes into a file: the journal was emptied, and the draft with it.

    An answer that is not ended yet, such as a list, gets a file of its own.
    """
    begun = "\n".join(_words((draft.parts, draft.halves)))
    if begun:
        rescue.keep_and_tell(begun)
    path = rescue.keep(json.dumps(said, default=str), "conversation")
    if path:
        told = _("The journal was emptied. All that was answered is kept in {path}")
        with suppress(OSError):  # the window may be gone
            say(told.format(path=path))
            command = hint(f'session new --from "{path}"')
            say("  " + _("Once a backup is in its place: {command}").format(command=command))


def _words(kept: object) -> Iterator[str]:
    """What is in *kept*, of whatever shape, one by one."""
    if isinstance(kept, list | tuple | dict):
        for each in kept.values() if isinstance(kept, dict) else kept:
            yield from _words(each)
    elif kept is not None:
        yield str(kept)
