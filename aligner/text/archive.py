"""Zipped documents (.docx, .odt) from strangers.

What always holds: the directory of the archive is judged before anything is unpacked, and what is
unpacked is bounded again, so that an archive that lies about its sizes gains nothing.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from aligner.errors import InputError, LimitError
from aligner.text.hygiene import visible
from aligner.text.limits import (
    MAX_EXPANDED,
    MAX_PART,
    MAX_PARTS,
    MAX_RATIO,
    RATIO_FLOOR,
    megabytes,
)

_ENCRYPTED = 0x1
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    RuntimeError,
    NotImplementedError,
    OverflowError,
)


class Archive:
    """An archive whose directory has been found harmless. `names` are its parts."""

    def __init__(self, content: bytes, *, name: str) -> None:
        """Open `content`. Raises InputError for what is damaged or encrypted, LimitError for what
        would unpack to more than we read."""
        self.name = visible(name)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            entries = self._zip.infolist()
        except _DAMAGE:
            raise InputError(damaged(name)) from None
        self.names = frozenset(entry.filename for entry in entries)
        self._judge(entries)

    def _judge(self, entries: list[zipfile.ZipInfo]) -> None:
        if len(entries) > MAX_PARTS:
            raise LimitError(f"{self.name}: {len(entries):,} parts in one archive; not read")
        total = sum(entry.file_size for entry in entries)
        if total > MAX_EXPANDED:
            raise LimitError(
                f"{self.name}: would unpack to {megabytes(total)}, more than the"
                f" {megabytes(MAX_EXPANDED)} that are read; not unpacked"
            )
        for entry in entries:
            if entry.flag_bits & _ENCRYPTED:
                raise InputError(
                    f"{self.name}: protected by a password; save it without one and try again"
                )
            if entry.file_size > RATIO_FLOOR and entry.file_size > MAX_RATIO * max(
                1, entry.compress_size
            ):
                raise LimitError(
                    f"{self.name}: a part grows more than {MAX_RATIO} times when unpacked"
                    f" ({visible(entry.filename[:60])}); not unpacked"
                )

    def read(self, part: str) -> bytes | None:
        """The bytes of one part, or None where there is none. Raises InputError and LimitError."""
        if part not in self.names:
            return None
        try:
            entry = self._zip.getinfo(part)
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise InputError(
                    f"{self.name}: packed in a way that Word does not use; save it anew"
                )
            with self._zip.open(entry) as opened:
                content = opened.read(MAX_PART + 1)
        except _DAMAGE:
            raise InputError(damaged(self.name)) from None
        if len(content) > MAX_PART:
            raise LimitError(
                f"{self.name}: {visible(part[:60])} is larger than the {megabytes(MAX_PART)} that"
                " are read"
            )
        return content


def damaged(name: str) -> str:
    """What to say of an archive that cannot be opened."""
    return (
        f"{visible(name)}: damaged or cut off, or no archive at all; fetch it again, or open it in"
        " Word or LibreOffice and save it anew"
    )
