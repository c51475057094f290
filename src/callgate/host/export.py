"""Host classes that guests may use."""

from _collections_abc import Callable, Iterable, Iterator
from _weakref import ref

from .arguments import describe, wrong_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar, overload
    C = TypeVar("C", bound=type)


class Exported:
    """Exported classes of the process -> names that guests see; the classes may go."""

    def __init__(self) -> None:
        self.names: dict[ref[type], tuple[str, ...]] = {}

    def get(self, cls: type) -> tuple[str, ...] | None:
        return self.names.get(ref(cls))

    def __contains__(self, cls: type) -> bool:
        return ref(cls) in self.names

    def __setitem__(self, cls: type, names: tuple[str, ...]) -> None:
        self.names[ref(cls, self.forget)] = names

    def forget(self, dead: ref[type]) -> None:
        self.names.pop(dead, None)


EXPORTED = Exported()
#: never exported: making instances always is, and the rest would open the object itself
REFUSED = frozenset({
    "__class__", "__del__", "__delattr__", "__dict__", "__getattr__", "__getattribute__", "__init__",
    "__init_subclass__", "__new__", "__reduce__", "__reduce_ex__", "__setattr__", "__subclasses__", "__weakref__",
})


if TYPE_CHECKING:
    @overload
    def export(cls: C, /, *, names: Iterable[str] = ...) -> C: ...
    @overload
    def export(cls: None = None, /, *, names: Iterable[str] = ...) -> Callable[[C], C]: ...


def export(cls: "C | None" = None, /, *, names: Iterable[str] = ()) -> "C | Callable[[C], C]":
    """Let guests use a host class: make instances, and what is named: methods (``__call__`` makes them callable),
    attributes (read and written), special methods. Nothing else of it can be seen.

    Gives the class back, for ``tools=[…]`` and ``Module({…})``; from then on its instances (not those of subclasses)
    may be arguments, results and parts of them. Exporting again replaces the names, for machines made later. Without a
    class it is a decorator: ``@export(names=["__call__"])``.

    Raises:
        TypeError: ``cls`` is no class; ``names`` is no iterable of texts.
        ValueError: a name is no identifier, may not be exported, or is a special method that the class has not.
    """
    if cls is None:
        return lambda decorated: export(decorated, names=names)
    if not isinstance(cls, type):
        raise TypeError(f"cls must be a class, not {describe(cls)}")
    if isinstance(names, str | bytes) or not isinstance(names, Iterable):
        raise TypeError(f"names must be an iterable of texts, not {describe(names)}")
    chosen = tuple(dict.fromkeys(names))
    for name in chosen:
        if not isinstance(name, str):
            raise TypeError(f"a name to export must be a text, not {describe(name)}")
        if not name.isidentifier():
            raise wrong_value("a name to export", name, "an identifier")
        if name in REFUSED:
            raise ValueError(f"{name!r} cannot be exported; instances can always be made, all else goes by name")
        if name.startswith("__") and name.endswith("__") and not hasattr(cls, name):
            raise ValueError(f"{cls.__qualname__} has no {name} to export")
    try:
        EXPORTED[cls] = chosen
    except TypeError:
        raise TypeError(f"cls must be a class that allows weak references, not {describe(cls)}") from None
    return cls


@export(names=["__iter__", "__next__"])
class HostIterator:
    """What a guest gets from ``__iter__`` of an exported class: the host's iterator, one step at a time."""

    def __init__(self, iterator: Iterator[object]) -> None:
        self.iterator = iterator

    def __iter__(self) -> "HostIterator":
        return self

    def __next__(self) -> object:
        return next(self.iterator)


def iterate(value: Iterable[object]) -> object:
    iterator = iter(value)
    return iterator if type(iterator) in EXPORTED else HostIterator(iterator)
