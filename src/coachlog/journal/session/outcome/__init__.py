"""What a conversation brings along for the journal: talents, objectives, and its own end."""
