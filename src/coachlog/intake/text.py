"""Text out of bytes, for the formats; the rule itself stands where the guide has it too."""

from coachlog.base.decoding import decoded

__all__ = ["decoded"]
