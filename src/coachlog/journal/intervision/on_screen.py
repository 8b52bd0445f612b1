"""Shows one step on a screen with a clock, and reads single keys."""

from collections.abc import Callable, Iterator
from contextlib import suppress

from coachlog.base.clock import passed_seconds
from coachlog.base.errors import CoachlogError, StoppedError
from coachlog.base.texts import _
from coachlog.display.signs import ascii_only
from coachlog.journal.intervision.methods import ConsultationMethod, Step
from coachlog.journal.intervision.timer import StepTimer
from coachlog.journal.intervision.words import (
    TIME_UP,
    clock_text,
    minutes_text,
    next_title,
    step_details,
)
from coachlog.render.step import StepPicture, StepScreen
from coachlog.terminal.prompt_commands import STOP, command_word, guess_command
from coachlog.terminal.single_keys import HUNG_UP, read_key, single_keys

SAVED_EVERY_SECONDS = 5
TICK_SECONDS = 0.5
ENTER, BACKSPACE, ESCAPE, PAUSE, MORE, ADVICE = "\r\n", "\x7f\b", "\x1b", "p", "+", "a"


class StepOnScreen:
    """One step on the screen. *keep* saves the time that is left, *notes* are quiet lines."""

    def __init__(
        self,
        method: ConsultationMethod,
        step: Step,
        timer: StepTimer,
        keep: Callable[[int], None],
        notes: tuple[str, ...],
        notes_advice: bool,
    ) -> None:
        self._method, self._step, self._timer, self._keep = method, step, timer, keep
        self._notes, self._notes_advice = notes, notes_advice
        self._typed = ""  # a command that is being typed, from its colon on
        self._saved_at = passed_seconds()

    def run(self) -> str:
        """Show the step until a key that leads on: ENTER, or ADVICE to note some.

        Raises StoppedError for a command to stop, or where the window is gone.
        """
        with single_keys(), StepScreen(ascii_only=ascii_only()) as screen:
            while True:
                screen.draw(self._picture())
                for key in self._keys():
                    if outcome := self._press(key):
                        return outcome

    def _keys(self) -> Iterator[str]:
        """Yield the keys that were pressed, none after a while; save the time now and then."""
        pressed = read_key(TICK_SECONDS)
        if pressed == HUNG_UP:
            raise StoppedError
        if passed_seconds() - self._saved_at >= SAVED_EVERY_SECONDS:
            self._saved_at = passed_seconds()
            with suppress(CoachlogError):  # what was saved before stays
                self._keep(self._timer.left)
        if pressed and not (len(pressed) > 1 and pressed.startswith(ESCAPE)):  # an arrow, say
            yield from pressed

    def _press(self, key: str) -> str:
        """Do what *key* is for; return what the step ends with, empty if it goes on."""
        if self._typed or key == ":":
            self._type(key)
            return ""
        if key in ENTER:
            return ENTER
        if key.lower() == PAUSE:
            self._timer.pause()
            self._keep(self._timer.left)
        elif key == MORE:
            self._timer.add()
            self._keep(self._timer.left)
        elif key.lower() == ADVICE and self._notes_advice:
            return ADVICE
        return ""

    def _type(self, key: str) -> None:
        """Add *key* to the command; Enter follows it. Raises StoppedError for `:stop`."""
        if key in ENTER:
            typed, self._typed = self._typed, ""
            if guess_command(typed) == STOP:
                raise StoppedError
        elif key in BACKSPACE:
            self._typed = self._typed[:-1]
        elif key == ESCAPE:
            self._typed = ""
        elif key.isprintable():
            self._typed += key

    def _picture(self) -> StepPicture:
        step, left = self._step, self._timer.left
        number = _("Step {n} of {all}").format(n=step.n, all=len(self._method.steps))
        (_label, do), *details = step_details(step)
        following = next_title(step, self._method)
        is_over = left == 0
        status = _("Pause") if self._timer.is_paused else _(TIME_UP) if is_over else ""
        return StepPicture(
            heading=f"{self._method.name} · {number} · {minutes_text(step.minutes)}",
            title=step.title,
            clock=clock_text(left),
            status=status,
            late=is_over,
            do=do,
            details=details,
            notes=(*self._notes, *([following] if following else [])),
            keys=self._keys_line(),
            typed=self._typed,
        )

    def _keys_line(self) -> str:
        keys = [_("Enter: next step"), _("p: pause"), _("+: two more minutes")]
        if self._notes_advice:
            keys.append(_("a: note advice"))
        return " · ".join([*keys, command_word(STOP)])
