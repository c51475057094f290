# Complaints name what was given: None as such, iterators and views by their kinds, attributes as they are spelled.
import itertools
import sys
import types
import unicodedata


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


class Plain:
    pass


class Old:
    def __getitem__(self, place):
        return 1


for call in (
    lambda: (1).__format__(None), lambda: [].__format__(None), lambda: object().__format__(None), lambda: type(None, 1, 2), lambda: type("x", None, {}),
    lambda: type("x", (), None), lambda: ExceptionGroup(None, 10), lambda: types.ModuleType(None), lambda: sys.intern(None), lambda: format(1, None),
    lambda: compile("", "", None), lambda: unicodedata.normalize(None, ""), lambda: "a".encode("utf-8", None), lambda: b"a".decode(None),
    lambda: str(b"a", None), lambda: bytes("a", None), lambda: "".removeprefix(None), lambda: super(None, None), lambda: (lambda: 0).__code__.replace(co_name=None),
):
    show(call)
for value in (
    iter(()), iter([]), iter({}), reversed({}), reversed([]), iter("e"), iter("\xe9"), {}.keys(), {}.values(), {}.items(), iter({}.items()), iter(range(3)),
    iter(range(10**20)), iter(b""), iter(bytearray()), iter(set()), (each for each in ()), zip(), len, [].append, str.join, str.__add__, "".__add__,
    property(), int, list[int], iter(Old()), iter(len, 1), itertools.count(), Plain(), Plain,
):
    show(lambda: "".removesuffix(value))
    show(lambda: "" + value)
    show(lambda: int(value))
    show(lambda: sorted([value, 1]))
for name in (" \t pad \n", "x\0y", "a'b", "\x7f"):
    for value in (10, Plain(), Plain, [], len, None, int, ValueError(), slice(1)):
        show(lambda: getattr(value, name))
        show(lambda: delattr(value, name))
for given in ((True, []), (True, "x"), (2, "x"), (2.0, "x"), (13, "a", "b"), (None, None), (True,), (False, 1), (10**20, "x")):
    show(lambda: OSError(*given))
show(lambda: OSError(2, "x", file=1))
show(lambda: range(3).__reduce__(1))
for call in (lambda: itertools.tee(step=1), lambda: itertools.tee(), lambda: itertools.tee([], 1, 2), lambda: itertools.tee([], -1)):
    show(call)
