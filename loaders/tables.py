"""The vocabularies and grammars beside the code, YAML that a jurist can edit."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

# libyaml's loader, where PyYAML was built with it (all wheels): ten times faster, so that a command answers sooner.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_table(path: Path | Traversable) -> Any:
    """The content of a YAML file. yaml.YAMLError says where it is malformed."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - both loaders are the safe ones
