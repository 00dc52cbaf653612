"""The workout player's page, its script, and the pictures it shows."""
