"""A TCP proxy that cuts every connection once it has passed a number of bytes: a server that dies in the middle of a load."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(slots=True)
class Proxy:
    """`uri` is where to connect; `passed` counts the bytes clients sent; once it is past `limit`, nothing answers any more."""

    uri: str
    limit: int | None = None
    passed: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def spend(self, count: int) -> bool:
        """False once the limit is passed."""
        with self.lock:
            self.passed += count
            return self.limit is None or self.passed <= self.limit


@contextmanager
def proxy(server: str) -> Iterator[Proxy]:
    target = urlsplit(server)
    assert target.hostname and target.port
    with socket.create_server(("127.0.0.1", 0)) as listener:
        found = Proxy(f"bolt://127.0.0.1:{listener.getsockname()[1]}")
        threading.Thread(target=_accept, args=(listener, (target.hostname, target.port), found), daemon=True).start()
        yield found


def _accept(listener: socket.socket, target: tuple[str, int], found: Proxy) -> None:
    while True:
        try:
            client, _ = listener.accept()
        except OSError:
            return
        if not found.spend(0):
            client.close()
            continue
        upstream = socket.create_connection(target)
        for source, sink, counted in ((client, upstream, True), (upstream, client, False)):
            threading.Thread(target=_pump, args=(source, sink, found if counted else None), daemon=True).start()


def _pump(source: socket.socket, sink: socket.socket, found: Proxy | None) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(4096):
            if found is not None and not found.spend(len(data)):
                break
            sink.sendall(data)
    for end in (source, sink):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
            end.close()
