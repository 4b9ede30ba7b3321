"""Whether there is somebody to ask for a password."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from renvois.asking import password_prompt


def shell(kernel: bool) -> SimpleNamespace:
    return SimpleNamespace(get_ipython=lambda: SimpleNamespace(kernel=1) if kernel else None)


@pytest.mark.parametrize(("terminal", "kernel", "asks"), [(True, False, True), (False, True, True), (False, False, False)])
def test_a_password_is_asked_for_on_a_terminal_or_in_a_notebook(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, kernel: bool, asks: bool
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: terminal))
    monkeypatch.setitem(sys.modules, "IPython", shell(kernel))
    assert (password_prompt() is not None) is asks
