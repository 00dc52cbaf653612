"""What Unbend knows: exercises, causes, rules, lessons and their sources, as typed data."""
