"""A pytest plugin that makes MkDocs and its theme impossible to import."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

BLOCKED = frozenset({"mkdocs", "material", "mkdocs_static_i18n"})


class _Blocker(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] in BLOCKED:
            raise ImportError(f"{fullname} is blocked: the core must work without MkDocs")
        return None


assert not BLOCKED & sys.modules.keys(), "imported before it could be blocked"
sys.meta_path.insert(0, _Blocker())
