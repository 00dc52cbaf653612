"""How each kind of database is copied whole and restored."""
