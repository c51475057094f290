"""Arrays: making, changing, comparing, pickling, buffers."""
import array
import copy
import pickle
from array import array as A
from collections.abc import MutableSequence


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


a = A("i", [3, 1, 2])
print(a, a.typecode, a.itemsize, len(a), a[0], a[-1], a[1:], a[::-1], 2 in a, a.index(2), a.count(1))
a.append(7)
a.extend([8, 9])
a.insert(0, -1)
print(a, a.pop(), a.pop(0), a + a, a * 2, 2 * a)
a[1:3] = A("i", [5, 5, 5])
del a[0]
a += A("i", [1])
a *= 2
a.reverse()
a.remove(5)
print(a, a.tolist(), a.tobytes() == bytes(a), bytes(a) == memoryview(a).tobytes(), list(memoryview(a)) == a.tolist())
print(A("d", (0.5, 1)), A("u", "ab"), A("u", "ab").tounicode(), A("B", b"xyz"), A("b"), A("h", range(3)))
print(A("i", [1]) == A("d", [1.0]), A("i", [1, 2]) < A("i", [1, 3]), A("i") != A("i"), A("i") == [])
for kind in array.typecodes:
    if kind not in "uw":
        b = A(kind, [1, 2])
        b.byteswap()
        b.byteswap()
        print(kind, b, pickle.loads(pickle.dumps(b)) == b, pickle.loads(pickle.dumps(b, 2)) == b, copy.copy(b) == b)
show(lambda: A("i", None))
show(lambda: A("i", "x"))
show(lambda: A("i", A("u", "x")))
show(lambda: A("i", ["x"]))
show(lambda: A("i", [1.5]))
show(lambda: A("b", [300]))
show(lambda: A("q")[0])
show(lambda: A("q") + [1])
show(lambda: a.__setitem__(slice(0, 1), [1]))
show(lambda: A("i", b"abc"))
show(lambda: hash(a))
show(lambda: A("i", [1]).fromlist([1, "x"]))
show(lambda: A())
show(lambda: A("z"))
show(lambda: A("i").pop())
show(lambda: A("i", [1]).remove(2))


class Named(A):
    __slots__ = ("name",)

    def __new__(cls, *args, **kwargs):
        return A.__new__(cls, "i", *args)


n = Named([1, 2])
n.name = "n"
print(n, n.name, type(n[:]), type(n + n), type(copy.copy(n)), isinstance(n, MutableSequence), issubclass(A, MutableSequence))
it = iter(A("i", [1, 2, 3]))
print(next(it), list(pickle.loads(pickle.dumps(it))), type(it).__name__, list(it), list(it))


class Number:
    def __index__(self):
        return 1


print(A("i", [10, 20])[Number()], A("i", [Number()]), A("i", [1, 2])[Number():])
