"""The match between what is wanted and what people are good at."""
