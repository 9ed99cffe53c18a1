"""Where uploads become rows, bounded and refused before they meet the database. Nothing is uploaded yet."""
