"""The few colours of coachlog, for what is printed and what is asked alike.

Each has a contrast of about 4.5 to 1 on white and on black (red, which is bold, has 3.9 on black),
and is one of the 256 colours that the theme of a terminal leaves alone.
"""

TEAL, GREEN, RED, VIOLET, GREY = "#008787", "#008700", "#d70000", "#875fd7", "#767676"
