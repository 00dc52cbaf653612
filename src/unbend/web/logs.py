"""Log lines that carry the id of the request, and nothing that a person said."""

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from types import TracebackType

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
REQUEST: ContextVar[str] = ContextVar("request", default="-")


class RequestId(logging.Filter):
    """Adds the id of the request that is being answered."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the line through."""
        record.request_id = REQUEST.get()
        return True


class _WithoutValues(logging.Formatter):
    """Tracebacks name the kind of error and the lines of code; its message may quote an answer, so it stays out."""

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 - the name is logging's
        """The traceback without the error's own message."""
        kind, _, trace = ei
        name = f"{kind.__module__}.{kind.__qualname__}" if kind else ""
        return "".join(traceback.format_tb(trace)) + name


class Plain(_WithoutValues):
    """One readable line."""


class Json(_WithoutValues):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "request": getattr(record, "request_id", "-"),
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line)
