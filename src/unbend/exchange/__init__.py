"""What leaves Unbend for others to read: letters."""
