"""Welcome, and what to do today."""
