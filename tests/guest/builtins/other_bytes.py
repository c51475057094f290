# What else than bytes has bytes in it: searched for, formatted, joined, asked for its length.
import array
import types


def tr(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for name in ("find", "rfind", "index", "rindex", "count", "__contains__", "split", "partition", "rpartition", "startswith", "join", "strip"):
    for subject in (b"abcb", bytearray(b"abcb")):
        for given in (memoryview(b"b"), memoryview(bytearray(b"b-c-"))[::2], array.array("b", [98]), 98, "b", None):
            if name not in ("partition", "rpartition") or type(given) is not memoryview:
                tr(lambda: getattr(subject, name)(given))
for given in (memoryview(b"ab"), bytearray(b"q"), array.array("b", [65]), memoryview(b"abcd")[::2], b"z", 5, "a"):
    for form in (b"%b", b"%s", bytearray(b"%b"), b"%c", b"%5.1b|"):
        tr(lambda: form % given)
        tr(lambda: form % (given,))
tr(lambda: b",".join([[], object]))
tr(lambda: b",".join([memoryview(b"x"), object, []]))


class Items:
    def __init__(self, items, hint):
        self.items, self.hint = items, hint

    def __iter__(self):
        print("iter")
        return self.items if self.items is None else iter(self.items)

    def __length_hint__(self):
        print("hint")
        return self.hint


for hint in (5, None, -1, NotImplemented):
    for call in (list, tuple, bytes, bytearray, lambda x: int.from_bytes(x, "big"), lambda x: bytearray().extend(x), lambda x: [].extend(x)):
        tr(lambda: call(Items([1, 2], hint)))
        tr(lambda: call(Items(None, hint)))
for value in ("a", b"a", bytearray(b"x"), range(3), [1], (1,), {1: 2}, type("S", (str,), {})("q"), type("L", (list,), {})(), 5, {1}):
    tr(lambda: types.MappingProxyType(value))
    tr(lambda: len(types.MappingProxyType(value)))
tr(lambda: complex(1, type("N", (), {"__float__": lambda self: 2.5, "__complex__": lambda self: 1j})()))
tr(lambda: complex(1, type("N", (), {"__complex__": lambda self: 1j})()))
tr(lambda: "{a}".format_map(None))
tr(lambda: int.from_bytes(iter([1, 2]), tr))
tr(lambda: (5).to_bytes(type("I", (), {"__index__": lambda self: 2})(), tr))
tr(lambda: "".maketrans(iter([1]), tr))
tr(lambda: "a".replace("a", tr, tr))
tr(lambda: "a".replace(tr, "a"))
tr(lambda: bytearray(b"ab").__setitem__(slice(0, 1), Items(None, 1)))
tr(lambda: bytearray(b"ab").__setitem__(slice(0, 1), Items([1, 2], 1)))
tr(lambda: bytearray(b"ab").append(Items([], 1), 2))
tr(lambda: bytearray(b"ab").insert(type("I", (), {"__index__": lambda self: 1 / 0})()))
tr(lambda: sorted(({[]: 1} for each in (1, 2)), reverse=int))
tr(lambda: sorted([2, 1], reverse=int))
tr(lambda: sorted(iter([2, 1]), reverse=int))
tr(lambda: sorted(iter([2, 1]), reverse=True))
