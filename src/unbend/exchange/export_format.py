"""In which forms a person's record is handed out."""

from enum import StrEnum


class Format(StrEnum):
    """JSON lines can be brought in again elsewhere; CSV is for spreadsheets; a zip holds both."""

    LINES = "jsonl"
    TABLE = "csv"
    BOTH = "zip"
