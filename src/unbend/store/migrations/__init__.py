"""The tables as they came to be; the same steps on SQLite and PostgreSQL."""
