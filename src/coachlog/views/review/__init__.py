"""Looking back: what came of a period, of one person or of everybody; for the coach only."""
