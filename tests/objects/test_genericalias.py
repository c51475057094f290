"""list[int] and its kind."""

from tables import CLASSES, check

ALIASES = ("list[int]", "dict[str, int]", "tuple[int, ...]", "tuple[()]", "set['x']", "type[int]", "frozenset[list[int]]", "list[Foo]",
           "list[None]", "dict[str, list[int]]", "enumerate[int]")


def test_aliases() -> None:
    uses = ("a", "a.__origin__", "a.__args__", "a.__parameters__", "a()", "a == list[int]", "hash(a) == hash(a)", "isinstance([], a)",
            "issubclass(list, a)", "a[int]", "a | None", "None | a", "type(a)", "a.__class__", "a.append", "a.missing", "a.__mro_entries__(())",
            "[*a]", "a.__name__", "callable(a)", "a.__doc__ == a.__origin__.__doc__", "a.__reduce__()", "a.__unpacked__", "next(iter(a))",
            "next(iter(a)).__unpacked__", "a == 5", "a != a", "bool(a)", "isinstance(a, type)", "type('D', a.__mro_entries__(()), {}).__mro__[1]")
    check(f"(lambda a: {use})({alias})" for alias in ALIASES for use in uses if not ("type" in alias and use == "a()"))


def test_alias_as_a_base() -> None:
    prelude = CLASSES + "class A(list[int]): pass\nclass G:\n    def __class_getitem__(cls, item): return (cls.__name__, item)\n"
    check(["A.__mro__", "A.__orig_bases__", "A([1])", "G[int]", "G[1, 2]", "Foo[int]", "int[str]", "A[str]", "A([1])[0]", "G()[0]"], prelude)
