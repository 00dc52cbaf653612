"""Signing in: the one person at home, accounts, passkeys, devices of the same home."""
