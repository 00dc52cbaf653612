"""Several files as one zip, made while it is sent, so that nothing waits in memory or on a disk; and one out of it."""

import io
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from unbend.record.errors import BadInput

ENOUGH = 64 * 1024
_FIRST_BYTES = b"PK\x03\x04"


class _Outgoing(io.RawIOBase):
    """Takes what the zip writes until somebody fetches it."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        """Take it."""
        part = bytes(data)  # type: ignore[call-overload]
        self._parts.append(part)
        self.size += len(part)
        return len(part)

    def fetch(self) -> bytes:
        """All that came since the last time."""
        whole, self._parts, self.size = b"".join(self._parts), [], 0
        return whole


def zipped(files: Mapping[str, Iterable[str]], *, made_at: datetime) -> Iterator[bytes]:
    """The zip in pieces; the texts are written as UTF-8, each file for its owner only."""
    outgoing = _Outgoing()
    with ZipFile(outgoing, "w", ZIP_DEFLATED) as archive:
        for name, lines in files.items():
            with archive.open(_info(name, made_at), "w", force_zip64=True) as file:
                for line in lines:
                    file.write(line.encode())
                    if outgoing.size >= ENOUGH:
                        yield outgoing.fetch()
    yield outgoing.fetch()


def unzipped(content: bytes, *, ending: str, most: int) -> bytes:
    """The only file of a zip whose name ends so, as far as one byte over `most`; what is no zip stays as it is.
    Raises BadInput."""
    if not content.startswith(_FIRST_BYTES):
        return content
    allowed = "choose the zip that an export wrote, or the file in it"
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            names = [name for name in archive.namelist() if name.endswith(ending)]
            if len(names) != 1:
                raise BadInput("the file", f"this zip holds {len(names)} files that end in {ending}", allowed)
            with archive.open(names[0]) as file:
                return file.read(most + 1)
    except (BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, zlib.error):
        raise BadInput("the file", "this zip cannot be read", allowed) from None


def _info(name: str, made_at: datetime) -> ZipInfo:
    info = ZipInfo(name, made_at.timetuple()[:6])
    info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
    return info
