"""Modules that the host gives to the guest."""

from _collections_abc import Mapping

from .arguments import describe, wrong_value


class Module:
    """A module for the guest to import: host callables, exported classes and plain data, by name.

    With a callable named ``__call__`` the module itself can be called (PEP 713).

    Args:
        members: name -> host callable (called as a tool is) or plain data.
        doc: the module's docstring.

    Raises:
        TypeError, ValueError: a name is no identifier; ``doc`` is no text.
    """

    __slots__ = ("doc", "members")

    def __init__(self, members: Mapping[str, object], doc: str | None = None) -> None:
        if not isinstance(members, Mapping):
            raise TypeError(f"members must be a mapping of names to callables or plain data, not {describe(members)}")
        if doc is not None and not isinstance(doc, str):
            raise TypeError(f"doc must be a text or None, not {describe(doc)}")
        for name in members:
            if not isinstance(name, str):
                raise TypeError(f"a name in members must be a text, not {describe(name)}")
            if not name.isidentifier():
                raise wrong_value("a name in members", name, "an identifier")
        self.members = dict(members)
        self.doc = doc

    def __repr__(self) -> str:
        return f"Module({sorted(self.members)})"


def checked(value: object) -> dict[str, str | Module]:
    """The modules given to a machine: dotted names -> source text or Module."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise TypeError(f"modules must be a mapping of names to source texts or callgate.Module, not {describe(value)}")
    for name, module in value.items():
        if not isinstance(name, str):
            raise TypeError(f"a name in modules must be a text, not {describe(name)}")
        if not all(part.isidentifier() for part in name.split(".")):
            raise wrong_value("a name in modules", name, "a module name, such as 'shop' or 'shop.prices'")
        if not isinstance(module, str | Module):
            raise TypeError(f"modules[{name!r}] must be source text or a callgate.Module, not {describe(module)}")
    return dict(value)
