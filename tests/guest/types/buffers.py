# min-version: 3.12
"""`__buffer__`: of builtin types, and of classes that lend memory of others."""

import array
import collections.abc
import inspect


class Lends:
    def __buffer__(self, flags):
        print("lends", flags)
        return memoryview(b"abc")

    def __release_buffer__(self, view):
        print("takes back", bytes(view))


class Wrong:
    def __buffer__(self, flags):
        return b""


class Refuses:
    __buffer__ = None


class Own(bytes):
    def __buffer__(self, flags):
        print("own")
        return super().__buffer__(flags)


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


view = memoryview(Lends())
print(bytes(view), view.readonly)
view.release()
view.release()
with memoryview(Lends()) as view:
    print(view.nbytes)
for made in (memoryview, bytes, bytearray):
    show(lambda: made(Wrong()))
    show(lambda: bytes(made(Lends())) if made is not memoryview else None)
show(lambda: bytes(memoryview(Own(b"xx"))))
show(lambda: memoryview(Refuses()))
for value in (b"ab", bytearray(b"ab"), memoryview(b"ab"), memoryview(bytearray(b"ab")), array.array("B", b"ab")):
    print(type(value).__name__, hasattr(value, "__release_buffer__"), bytes(value.__buffer__(0)), isinstance(value, collections.abc.Buffer))
    for flags in (inspect.BufferFlags.WRITABLE, 1 << 40, 1 << 80, "x"):
        show(lambda: value.__buffer__(flags).readonly)
print(isinstance(Lends(), collections.abc.Buffer), isinstance("", collections.abc.Buffer))
target = bytearray(b"x")
view = target.__buffer__(0)
for wrong in (5, memoryview(b"y")):
    show(lambda: target.__release_buffer__(wrong))
show(lambda: target.append(1))
print(target.__release_buffer__(view))
target.append(1)
view.release()
show(lambda: target.__release_buffer__(view))
show(lambda: memoryview._from_flags(target, inspect.BufferFlags.WRITABLE).readonly)
show(lambda: memoryview._from_flags(b"x", inspect.BufferFlags.WRITABLE))
print(bytes.__buffer__.__doc__, bytes.__buffer__.__text_signature__)
print(bytearray.__release_buffer__.__doc__, bytearray.__release_buffer__.__text_signature__)
