"""What is told and saved after an accident: all that `main` needs then, behind one door."""

from coachlog.admin.damage import damage
from coachlog.admin.history_text import done
from coachlog.terminal.rescue import keep_unsaved

__all__ = ["damage", "done", "keep_unsaved"]
