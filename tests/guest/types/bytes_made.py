import array


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class StrWithBytes(str):
    def __bytes__(self):
        return b"own"


class Blocked(list):
    __bytes__ = None


class Wrong:
    def __bytes__(self):
        return "text"


for made in (bytes, bytearray):
    print(made.__name__)
    for arguments, names in (
            (("",), {}), (("",), {"errors": "ignore"}), ((), {"errors": "ignore"}), ((), {"encoding": "ascii"}), ((b"",), {"errors": "ignore"}),
            ((0,), {"errors": "ignore"}), ((b"", "ascii"), {}), (("a", "ascii"), {}), (("a", "ascii", "strict"), {}), ((), {"source": "a"}),
            ((), {"source": "a", "errors": "ignore"}), ((StrWithBytes("x"),), {}), ((StrWithBytes("\u20ac"), "iso8859-15"), {}),
            ((StrWithBytes("x"),), {"errors": "strict"}), ((Blocked([1, 2]),), {}), ((Wrong(),), {}), ((None,), {}), ((3.5,), {})):
        print(arguments and type(arguments[0]).__name__, names, attempt(lambda: made(*arguments, **names)))
    print(attempt(lambda: made(b".:").join([memoryview(b"ab"), b"cd", bytearray(b"ef"), array.array("b", [65])])))
    print(attempt(lambda: made(b"").join([memoryview(b"ab"), "c"])), attempt(lambda: made(b"-").join([memoryview(b"abcd")[::2], b""])))


class Clears:
    def __index__(self):
        numbers.clear()
        return 42


class Grows:
    def __index__(self):
        if len(numbers) < 1000:
            numbers.append(self)
        return 42


numbers = [Clears(), Clears()]
print(bytes(numbers))
numbers = [Grows()]
print(len(bytes(numbers)))
