"""Lists the packages: the four source folders are one distribution, `renvois` (pyproject.toml says the rest)."""

from setuptools import find_packages, setup

ROOTS = {"renvois.graph": "graph", "renvois.loaders": "loaders", "renvois.queries": "queries"}
inner = [f"{name}{'.' + p if p else ''}" for name, root in ROOTS.items() for p in ("", *find_packages(root))]
own = [p for p in find_packages("src") if not p.startswith(tuple(ROOTS))]
setup(packages=[*own, *inner], package_dir={"": "src", **ROOTS})
