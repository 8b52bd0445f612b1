"""The time of a step: it goes on, waits, and can get more."""

from collections.abc import Callable

MORE_SECONDS = 120
"""What a press of + adds."""


class StepTimer:
    """How many seconds are left in a step; *seconds* is the clock that it goes by."""

    def __init__(self, left: int, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._left_at_last_change = float(left)
        self._changed_at = seconds()
        self.is_paused = False

    @property
    def left(self) -> int:
        """Return the whole seconds that are left, 0 once the time is over."""
        return max(0, round(self._left()))

    def pause(self) -> None:
        """Pause the timer, or let it run again."""
        self._left_at_last_change, self._changed_at = self._left(), self._seconds()
        self.is_paused = not self.is_paused

    def add(self, seconds: int = MORE_SECONDS) -> None:
        """Add seconds: to the time left, or to none if it was over."""
        self._left_at_last_change = max(self._left(), 0) + seconds
        self._changed_at = self._seconds()

    def _left(self) -> float:
        passed = 0 if self.is_paused else self._seconds() - self._changed_at
        return self._left_at_last_change - passed
