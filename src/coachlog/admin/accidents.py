"""What `main` needs after an accident, to be imported late: what was saved, what is damaged."""

from coachlog.admin.damage import damage
from coachlog.admin.doctor.sound_settings import sound_settings
from coachlog.admin.history_text import done
from coachlog.terminal.rescue import keep_unsaved

__all__ = ["damage", "done", "keep_unsaved", "sound_settings"]
