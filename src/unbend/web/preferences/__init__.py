"""Settings: units, voice, export, import, erasing."""
