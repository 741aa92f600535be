"""The line to the process that asks: frames of four bytes of length, little-endian, and JSON."""

from __future__ import annotations

import json
import os
from typing import Any, Optional


class Line:
    """Two pipes, one to read from and one to write to. Both sides wait for each other, so nothing is ever in between."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        self._incoming = incoming
        self._outgoing = outgoing

    def read(self) -> Optional[Any]:
        """The next message; none when the other side has closed."""
        head = self._take(4)
        if head is None:
            return None
        body = self._take(int.from_bytes(head, "little"))
        return None if body is None else json.loads(body)

    def write(self, message: Any) -> None:
        body = json.dumps(message, allow_nan=False, separators=(",", ":")).encode()
        rest = memoryview(len(body).to_bytes(4, "little") + body)
        while rest:
            rest = rest[os.write(self._outgoing, rest) :]

    def _take(self, count: int) -> Optional[bytes]:
        parts = []
        while count > 0:
            part = os.read(self._incoming, count)
            if not part:
                return None
            parts.append(part)
            count -= len(part)
        return b"".join(parts)
