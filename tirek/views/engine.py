"""Jinja as it is, without what it does on each call for templates that are not ours.

A build renders tens of thousands of pages, each with dozens of calls and values. Jinja looks at
every called function for decorators that ask for the context, merges global names anew for each
rendering, and makes an object of its own of every escaped value. Here functions are plain and
called at once, global names are fixed, and values are escaped by the same code: a third of the
time, the same pages.
"""

import re
from collections.abc import Callable, MutableMapping
from functools import lru_cache, partial
from types import FunctionType, MethodType
from typing import Any, Final

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

_Memo: Final = type(lru_cache(str))
_PLAIN: Final = frozenset({MethodType, FunctionType, partial, _Memo})
"""Kinds of the functions that templates are given; none of them asks for the context."""


_UNSAFE: Final = re.compile("[&<>\"']").search
"""Finds what must be escaped; most values hold none of it."""


class _Context(Context):
    """Calls plain functions at once."""

    def call(self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if type(__obj) not in _PLAIN:  # a macro of a template
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return __obj(*args, **kwargs)


class _Template(Template):
    """Escapes without making an object of each value."""

    @classmethod
    def _from_namespace(
        cls,
        environment: Environment,
        namespace: MutableMapping[str, Any],
        globals: MutableMapping[str, Any],
    ) -> "Template":
        namespace["escape"] = escaped
        return super()._from_namespace(environment, namespace, globals)


class _Code(CodeGenerator):
    """Calls functions that are global names, and kept marks, without asking the context."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if forward_caller or node.dyn_args or node.dyn_kwargs or not self._is_plain(node.node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)  # of a keyword with its name
            self.write(", ")
        self.write(")")

    def _is_plain(self, called: nodes.Node) -> bool:
        known = self.environment.globals
        if isinstance(called, nodes.Getattr) and isinstance(called.node, nodes.Name):
            return isinstance(known.get(called.node.name), Marks)
        return isinstance(called, nodes.Name) and type(known.get(called.name)) in _PLAIN


class Engine(Environment):
    """An environment whose global names do not change once a template is read.

    A template does not use the name of a global function for anything else.
    """

    code_generator_class = _Code
    context_class = _Context
    template_class = _Template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the global names of a template as one dict."""
        return {**self.globals, **(d or {})}


def escaped(value: Any) -> str:
    """Return ``value`` as markupsafe escapes it, as a plain str where it can be one."""
    kind = type(value)
    if kind is Markup or (kind is str and not _UNSAFE(value)):
        return value  # type: ignore[no-any-return]
    return escape(value)


class Marks:
    """The macros of a template that need nothing but their arguments, each result kept.

    Text and markup that look alike are told apart: only one of them is escaped.
    """

    def __init__(self, module: TemplateModule) -> None:
        for name, macro in vars(module).items():
            if isinstance(macro, Macro):
                setattr(self, name, lru_cache(maxsize=2**12, typed=True)(macro))
