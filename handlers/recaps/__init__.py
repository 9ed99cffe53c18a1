"""What comes after events: who came, results, albums, thanks, the history."""
