"""What `main` needs after an accident, to be imported late: what was saved, and what is damaged."""

from coachlog.admin.accident_log import log_accident
from coachlog.admin.damage import damage
from coachlog.admin.doctor.sound_settings import sound_settings
from coachlog.admin.history_text import describe_steps
from coachlog.terminal.rescue import keep_unsaved

__all__ = ["damage", "describe_steps", "keep_unsaved", "log_accident", "sound_settings"]
