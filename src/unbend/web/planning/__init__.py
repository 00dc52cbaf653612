"""The week's plan, and changing it."""
