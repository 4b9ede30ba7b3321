"""Writing files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from .errors import RenvoisError


def write_file(path: Path, content: str | bytes) -> Path:
    """Writes through a temporary file beside it and a rename: a failure leaves what was there. Text is written as UTF-8."""
    data = content.encode() if isinstance(content, str) else content
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise RenvoisError(f"Cannot write here: {error.strerror}.", where=str(path), cure="Choose another folder.") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes a private file; the user's own mask decides instead.
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise RenvoisError(
            f"Cannot write the file: {error.strerror}.", where=str(path), cure="Free some space or choose another folder."
        ) from error
    return path
