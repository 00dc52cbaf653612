"""The safety check, one screen at a time, what it says, and what is asked before the first plan."""
