"""The timeline as a terminal shows it."""
