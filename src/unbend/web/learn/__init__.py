"""The library of exercises, and the lessons."""
