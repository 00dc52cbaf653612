"""What the player and other programs send and read."""
