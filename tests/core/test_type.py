"""Types from the inside: versions, shapes, look-up after changes, and the registration of native types."""

import pytest

import callgate as cg
from callgate.core.slots import BRIDGED, BY_NAME, KINDS, SLOTS
from differential import same


def test_changes_are_seen_everywhere() -> None:
    """Caches of attribute look-up never show what was."""
    same("""if True:
        class A:
            x = 1
            def f(self): return "f"
        class B(A): pass
        class C(B): pass
        c = C()
        seen = []
        def look(obj):
            return obj.x, obj.f(), C.x, hasattr(obj, "y"), getattr(C, "y", None)
        for change in (
            lambda: None, lambda: setattr(A, "x", 2), lambda: setattr(B, "x", 3), lambda: setattr(c, "x", 4),
            lambda: delattr(B, "x"), lambda: delattr(c, "x"), lambda: setattr(A, "f", lambda self: "new f"),
            lambda: setattr(C, "f", lambda self: "C.f"), lambda: setattr(C, "y", 1), lambda: delattr(C, "f"),
            lambda: setattr(C, "x", property(lambda self: "prop")), lambda: delattr(C, "x"),
            lambda: setattr(C, "__getattr__", lambda self, name: "dyn"), lambda: delattr(C, "__getattr__"),
            lambda: setattr(B, "__getattribute__", lambda self, name: lambda *a: name),
            lambda: delattr(B, "__getattribute__"),
            lambda: setattr(B, "__bases__", (type("Z", (A,), {"x": "Z"}),)), lambda: setattr(c, "__class__", B),
        ):
            change()
            for _ in range(3):
                seen.append(look(c))
        for row in seen: print([str(x).split(" at 0x")[0] for x in row])
        """)


def test_attributes_keep_their_order_and_values() -> None:
    """Through shapes, deletions, too many names, and the instance dict."""
    same("""if True:
        class C: pass
        c = C()
        for i in range(200):
            setattr(c, f"a{i}", i)
            if i % 7 == 0: delattr(c, f"a{i // 2}") if hasattr(c, f"a{i // 2}") else None
            if i in (3, 50, 63, 64, 65, 150): print(i, vars(C()), len([n for n in dir(c) if n[0] == "a"]))
        print(list(c.__dict__)[:10], len(c.__dict__), list(c.__dict__.values())[-3:])
        d = C(); d.x = 1; d.y = 2; d.z = 3
        del d.y
        d.w = 4
        d.y = 5
        print(d.__dict__)
        del d.x
        d.__dict__["q"] = 1
        print(d.q, d.__dict__, vars(d) is d.__dict__)
        d.__dict__ = {"new": 1}
        print(d.new, hasattr(d, "q"))
        d.more = 2
        print(d.__dict__)
        for i in range(2000):
            e = C()
            setattr(e, f"only{i}", i)
            assert vars(e) == {f"only{i}": i}
        """)


def test_lookup_by_names_made_at_run_time() -> None:
    same("""if True:
        class C:
            attribute = 1
            def method(self): return "m"
        c = C()
        for n in ("attr" + "ibute", "met" + "hod", "".join(["o", "wn"])):
            for _ in range(3):
                print(hasattr(c, n), hasattr(C, n))
        setattr(c, "".join(["o", "wn"]), 5)
        print(c.own, getattr(c, "o" + "wn"), c.__dict__)
        """)


def test_every_dunder_set_later_works() -> None:
    """Slots follow a class that changes, and its derived classes."""
    same("""if True:
        class Base: pass
        class Derived(Base): pass
        class Mirror(Base, dict): pass
        def attempt(f):
            try: return f()
            except Exception as e: return type(e).__name__
        for cls in (Derived, Mirror):
            o = cls()
            asked = {
                "__len__": lambda: len(o), "__call__": lambda: o(1), "__getitem__": lambda: o["k"],
                "__contains__": lambda: 5 in o, "__iter__": lambda: list(o), "__repr__": lambda: repr(o) == "R",
                "__str__": lambda: str(o) == "S", "__bool__": lambda: bool(o), "__eq__": lambda: o == 5,
                "__lt__": lambda: o < 5, "__hash__": lambda: hash(o) == 7, "__add__": lambda: o + 1,
                "__radd__": lambda: 1 + o, "__getattr__": lambda: o.zzz, "__enter__": lambda: o.__enter__(),
                "__index__": lambda: [1, 2][o],
            }
            values = {
                "__len__": lambda s: 3, "__call__": lambda s, x: x, "__getitem__": lambda s, k: k,
                "__contains__": lambda s, x: True, "__iter__": lambda s: iter([1]), "__repr__": lambda s: "R",
                "__str__": lambda s: "S", "__bool__": lambda s: False, "__eq__": lambda s, x: "eq",
                "__lt__": lambda s, x: "lt", "__hash__": lambda s: 7, "__add__": lambda s, x: "add",
                "__radd__": lambda s, x: "radd", "__getattr__": lambda s, n: n, "__enter__": lambda s: "enter",
                "__index__": lambda s: 1,
            }
            for name in asked:
                row = [attempt(asked[name])]
                setattr(Base, name, values[name])
                row.append(attempt(asked[name]))
                delattr(Base, name)
                row.append(attempt(asked[name]))
                print(cls.__name__, name, row)
        """)


def test_table_of_slots() -> None:
    assert len(BY_NAME) == len(SLOTS)
    assert {row.kind for row in SLOTS} <= set(KINDS)
    assert "__init__" not in BRIDGED and "__len__" in BRIDGED
    for row in SLOTS:
        known = (int, dict, set, type, object, property, float, list)
        owner = next((cls for cls in known if row.name in vars(cls) and row.name not in ("__iadd__", "__imul__")), None)
        if owner is not None and row.doc and type(vars(owner)[row.name]) is type(int.__add__):
            assert vars(owner)[row.name].__doc__.split(".")[0] == row.doc.split(".")[0], row.name


@pytest.mark.parametrize("name", "int str list dict tuple set frozenset bytes float type object".split())
def test_nothing_of_the_host_is_seen(name: str) -> None:
    """What dir() shows exists in CPython too, and is a guest value."""
    machine = cg.Machine()
    found = machine.run(f"sorted({name}.__dict__)").value
    host = vars(__builtins__[name] if isinstance(__builtins__, dict) else getattr(__builtins__, name))  # type: ignore[index]
    assert set(found) <= set(host) | {"__doc__"}
    kinds = machine.run(f"sorted({{type(v).__name__ for v in {name}.__dict__.values()}})").value
    assert set(kinds) <= {
        "wrapper_descriptor", "method_descriptor", "builtin_function_or_method", "getset_descriptor", "member_descriptor",
        "classmethod_descriptor", "staticmethod", "str", "NoneType"}
