"""The array module: the host's arrays of plain numbers and characters, with sizes paid for and sources asked by the guest."""

import array as host
import sys
import warnings

import cython
from cython.cimports.callgate.core.attributes import getattr_
from cython.cimports.callgate.core.call import call_method
from cython.cimports.callgate.core.capi import CG_IS_OBJECT, Ref
from cython.cimports.callgate.core.cost import pay_bytes, pay_items
from cython.cimports.callgate.core.iteration import has_special
from cython.cimports.callgate.core.object import TF_SEQUENCE, Type
from cython.cimports.callgate.core.operators import get_iter, index
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.core.type import argument_name, instance_dict, type_name, type_of
from cython.cimports.callgate.core.warning import warn
from cython.cimports.callgate.interpreter.walk import set_array_type
from cython.cimports.callgate.modules.define import NativeModule, own, pull
from cython.cimports.callgate.objects.memoryview import MemoryView
from cython.cimports.callgate.objects.native import native_function

from callgate.core.type import native_type
from callgate.modules.builtins import FUNCTIONS
from callgate.objects.genericalias import class_getitem
from callgate.objects.memoryview import TAKING

ARRAY = host.array
#: of the formats that pickles name: kind and size, by number
FORMATS = ("B", "b", "<H", ">H", "<h", ">h", "<I", ">I", "<i", ">i", "<Q", ">Q", "<q", ">q", "<f", ">f", "<d", ">d",
           "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
#: The type code "u" is on its way out.
U_LEAVES = sys.version_info >= (3, 13)


# === making ===
def new(cls: Type, /, *args, **kwargs):
    if kwargs and cls is TYPE:
        raise TypeError("array.array() takes no keyword arguments")
    if not 1 <= len(args) <= 2:
        raise TypeError(f"array() takes at least 1 argument ({len(args)} given)" if not args else
                        f"array() takes at most 2 arguments ({len(args)} given)")
    code: object = args[0]
    if not isinstance(code, str) or len(code) != 1:
        raise TypeError(CODE_TEXT(code))
    if len(args) == 2 and code not in host.typecodes:      # what is no code is told last
        if isinstance(args[1], str):
            raise TypeError(f"cannot use a str to initialize an array with typecode '{code}'")
        get_iter(args[1])
    code = str.__str__(code)
    tell_of(code)
    made: object = make(ARRAY.__new__, (cls.host, code))
    if len(args) == 2:
        fill(made, args[1])
    return made


@cython.cfunc
def tell_of(code: str) -> object:
    if U_LEAVES and code == "u":
        warn("DeprecationWarning", "The 'u' type code is deprecated and will be removed in Python 3.16")
    return None


@cython.cfunc
def make(function: object, args: tuple) -> object:
    """An array by the host, which is not to hear what tell_of tells the guest. The second argument is the type code."""
    if U_LEAVES and args[1] == "u":
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return function(*args)
    return function(*args)


def CODE_TEXT(code):
    """What the host says of a type code that is none."""
    try:
        ARRAY(b"" if isinstance(code, (bytes, bytearray)) else code if isinstance(code, (str, int, float)) else object())
    except TypeError as error:
        return str(error).replace("not object", f"not {type_name(code)}")
    return "array() argument 1 must be a unicode character"


@cython.cfunc
def fill(made: object, source: object) -> object:
    code: str = ARRAY.typecode.__get__(made)
    if isinstance(source, str):
        if code != "u" and code != "w":
            raise TypeError(f"cannot use a str to initialize an array with typecode '{code}'")
        pay_bytes(4 * len(source))
        ARRAY.fromunicode(made, str.__str__(source))
    elif isinstance(source, ARRAY):
        other: str = ARRAY.typecode.__get__(source)
        if (other == "u" or other == "w") and code != "u" and code != "w":
            raise TypeError(f"cannot use a unicode array to initialize an array with typecode '{code}'")
        pay_array(source, 1)
        if other == code:
            ARRAY.extend(made, source)
        else:
            for item in ARRAY.tolist(source):
                ARRAY.append(made, item)
    elif isinstance(source, (bytes, bytearray)):
        pay_bytes(len(source))
        ARRAY.frombytes(made, source)
    else:
        take(made, source)
    return None


@cython.cfunc
def take(made: object, source: object) -> object:
    """Append all that an iterable of the guest gives."""
    if isinstance(source, (list, tuple)):
        pay_items(len(source))
    it: object = get_iter(source)
    while True:
        item: Ref = pull(it)
        if item == cython.NULL:
            return None
        append(made, own(item))


@cython.cfunc
def for_host(item: object) -> object:
    return item


def append(self, item, /):
    if len(self) & 0xFFF == 0:
        charge_memory(2 * item_size(self) * len(self))
    ARRAY.append(self, for_host(item))


@cython.cfunc
def item_size(value: object) -> cython.Py_ssize_t:
    return ARRAY.itemsize.__get__(value)


@cython.cfunc
def pay_array(value: object, times: cython.Py_ssize_t) -> object:
    pay_bytes(cython.cast(cython.double, ARRAY.__len__(value)) * item_size(value) * times)
    return None


@cython.cfunc
def bytes_of(value: object) -> object:
    """What is like bytes, as the host has it."""
    if isinstance(value, MemoryView):
        return bytes(value)
    if isinstance(value, (bytes, bytearray, ARRAY)):
        return value
    raise TypeError(f"a bytes-like object is required, not '{type_name(value)}'")


# === methods ===
def extend(self, source, /):
    if isinstance(source, ARRAY):
        pay_array(source, 1)
        charge_memory((len(self) + len(source)) * item_size(self))
        if ARRAY.typecode.__get__(source) != ARRAY.typecode.__get__(self):
            raise TypeError("can only extend with array of same kind")
        ARRAY.extend(self, source)
        return
    take(self, source)


def frombytes(self, buffer, /):
    data: object = bytes_of(buffer)
    pay_bytes(len(data))
    ARRAY.frombytes(self, data)


def fromunicode(self, text, /):
    if not isinstance(text, str):
        raise TypeError(f"fromunicode() argument must be str, not {argument_name(text)}")
    pay_bytes(4 * len(text))
    ARRAY.fromunicode(self, str.__str__(text))


def fromlist(self, items, /):
    if not isinstance(items, list):
        raise TypeError("arg must be list")
    pay_items(len(items))
    size: cython.Py_ssize_t = len(self)
    before: cython.Py_ssize_t = len(items)
    it: object = get_iter(items)
    try:
        while True:
            item: Ref = pull(it)
            if item == cython.NULL:
                return
            append(self, own(item))
            if len(items) != before:
                raise RuntimeError("list changed size during iteration")
    except BaseException:
        del self[size:]
        raise


def fromfile(self, file, n, /):
    wanted: object = index(n)
    if wanted < 0:
        raise ValueError("negative count")
    charge_memory(wanted * item_size(self))
    data: object = call_method(file, "read", (wanted * item_size(self),))
    if not isinstance(data, bytes):
        raise TypeError("read() didn't return bytes")
    frombytes(self, data)
    if len(data) != wanted * item_size(self):
        raise EOFError("read() didn't return enough bytes")


def tofile(self, file, /):
    call_method(file, "write", (tobytes(self),))


def tobytes(self, /):
    pay_array(self, 1)
    return ARRAY.tobytes(self)


def tolist(self, /):
    pay_array(self, 1)
    pay_items(len(self))
    return ARRAY.tolist(self)


def tounicode(self, /):
    pay_array(self, 1)
    return ARRAY.tounicode(self)


def paid(name):
    """A method of the host's that looks at all items, or moves them."""
    method = getattr(ARRAY, name)

    def call(self, /, *args):
        pay_items(len(self) >> 3)
        return method(self, *args)

    return call


def compared(name):
    method = getattr(ARRAY, name)

    def call(self, other, /):
        if not isinstance(other, ARRAY):
            return NotImplemented
        pay_items(len(self))
        return method(self, other)

    return call


def copied(self, /):
    pay_array(self, 1)
    return ARRAY.__getitem__(self, slice(None))


def deep_copied(self, memo, /):
    return copied(self)


def get_item(self, key, /):
    if isinstance(key, slice):
        pay_array(self, 1)
        return ARRAY.__getitem__(self, slice(bound(key.start), bound(key.stop), bound(key.step)))
    if CG_IS_OBJECT(cython.cast(Ref, key)):
        key = position(key)
    return ARRAY.__getitem__(self, key)


@cython.cfunc
def bound(value: object) -> object:
    return index(value) if CG_IS_OBJECT(cython.cast(Ref, value)) else value


@cython.cfunc
def position(key: object) -> object:
    if not has_special(key, "__index__"):
        raise TypeError("array indices must be integers")
    number: object = index(key)
    if not -(1 << 63) <= number < 1 << 63:
        raise IndexError(f"cannot fit '{type_name(key)}' into an index-sized integer")
    return number


def set_item(self, key, value, /):
    if isinstance(key, slice):
        key = slice(bound(key.start), bound(key.stop), bound(key.step))
        if not isinstance(value, ARRAY):
            raise TypeError(f'can only assign array (not "{type_name(value)}") to array slice')
        pay_array(value, 1)
        charge_memory((len(self) + len(value)) * item_size(self))
        pay_items(len(self) >> 3)
    elif CG_IS_OBJECT(cython.cast(Ref, key)):
        key = position(key)
    ARRAY.__setitem__(self, key, value)


def delete_item(self, key, /):
    if isinstance(key, slice):
        key = slice(bound(key.start), bound(key.stop), bound(key.step))
    elif CG_IS_OBJECT(cython.cast(Ref, key)):
        key = position(key)
    pay_items(len(self) >> 3)
    ARRAY.__delitem__(self, key)


def added(self, other, /):
    if not isinstance(other, ARRAY):
        raise TypeError(f'can only append array (not "{type_name(other)}") to array')
    pay_array(self, 1)
    pay_array(other, 1)
    return ARRAY.__add__(self, other)


def added_in_place(self, other, /):
    if not isinstance(other, ARRAY):
        raise TypeError(f'can only extend array with array (not "{type_name(other)}")')
    pay_array(other, 1)
    charge_memory((len(self) + len(other)) * item_size(self))
    return ARRAY.__iadd__(self, other)


@cython.cfunc
def times_of(self: object, times: object) -> object:
    if not isinstance(times, int) and not CG_IS_OBJECT(cython.cast(Ref, times)):
        raise TypeError(f"can't multiply sequence by non-int of type '{type_name(times)}'")
    count: object = index(times)
    if not -(1 << 63) <= count < 1 << 63:
        raise OverflowError(f"cannot fit '{type_name(times)}' into an index-sized integer")
    if 0 < count < 1 << 62:
        pay_array(self, count)
    return count


def repeated(self, times, /):
    return ARRAY.__mul__(self, times_of(self, times))


def repeated_in_place(self, times, /):
    return ARRAY.__imul__(self, times_of(self, times))


def shown(self):
    pay_items(len(self) * 4)
    code: str = ARRAY.typecode.__get__(self)
    name: str = type_of(self).name
    if not ARRAY.__len__(self):
        return f"{name}('{code}')"
    content: object = ARRAY.tounicode(self) if code in "uw" else ARRAY.tolist(self)
    return f"{name}('{code}', {content!r})"


def reduced(self, protocol, /):
    attributes: object = instance_dict(self) if type(self) is not ARRAY else None
    code: str = ARRAY.typecode.__get__(self)
    pay_array(self, 2)
    if index(protocol) < 3:
        return type_of(self), (code, tolist(self)), attributes or None
    plain: object = ARRAY.__getitem__(self, slice(None))    # of no derived class
    number: object = plain.__reduce_ex__(4)[1][2]
    return CONTENTS["_array_reconstructor"], (type_of(self), code, number, ARRAY.tobytes(self)), attributes or None


def reconstruct(cls, code, number, data, /):
    """Internal. Used for pickling support."""
    if not isinstance(cls, Type):
        raise TypeError(f"first argument must be a type object, not {type_name(cls)}")
    if cls is not TYPE and TYPE not in cython.cast(Type, cls).mro:
        raise TypeError(f"{cython.cast(Type, cls).name} is not a subtype of array.array")
    if not isinstance(code, str) or len(code) != 1:
        raise TypeError("_array_reconstructor() argument 2 must be a unicode character, not "
                        + ("str" if isinstance(code, str) else type_name(code)))
    if not isinstance(data, bytes):
        # the host counts an int among the first three, and words it
        index(number)
        raise TypeError(f"fourth argument should be bytes, not {type_name(data)}")
    pay_bytes(8 * len(data))
    code = str.__str__(code)
    tell_of(code)
    plain: object = make(host._array_reconstructor, (ARRAY, code, index(number), data))
    if cls is TYPE:
        return plain
    made: object = make(ARRAY.__new__, (cython.cast(Type, cls).host, code))
    ARRAY.extend(made, plain)
    return made


# === iterators ===
class ArrayIterator:
    def __iter__(self):
        return self

    def __next__(self):
        charge(1)
        if self.array is None:
            raise StopIteration
        if self.index >= len(self.array):
            self.array = None
            raise StopIteration
        self.index += 1
        return ARRAY.__getitem__(self.array, self.index - 1)

    def __reduce__(self):
        if self.array is None:
            return ITER, ((),)
        return ITER, (self.array,), self.index

    def __setstate__(self, state, /):
        at: object = index(state)
        self.index = max(0, min(at, 0 if self.array is None else len(self.array)))


def iterate(self):
    made: ArrayIterator = ArrayIterator.__new__(ArrayIterator)
    made.array = self
    return made


ITER = FUNCTIONS["iter"]
native_type("arrayiterator", ArrayIterator, module="array", slots=("__iter__", "__next__"),
            methods=("__reduce__", "__setstate__"))
TYPE = native_type(
    "array", ARRAY, module="array", doc=ARRAY.__doc__, mirror=True, new=new,
    methods=("buffer_info", "byteswap", "insert", "pop"), slots=("__len__",),
    attributes=("typecode", "itemsize"),
    functions={
        **{name: paid(name) for name in ("count", "index", "remove", "reverse", "__contains__", "clear")
           if hasattr(ARRAY, name)},
        **{name: compared(name) for name in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__")},
        "append": append, "extend": extend, "frombytes": frombytes, "fromfile": fromfile, "fromlist": fromlist,
        "fromunicode": fromunicode, "tobytes": tobytes, "tofile": tofile, "tolist": tolist, "tounicode": tounicode,
        "__copy__": copied, "__deepcopy__": deep_copied, "__getitem__": get_item, "__setitem__": set_item,
        **({"__class_getitem__": classmethod(class_getitem)} if hasattr(ARRAY, "__class_getitem__") else {}),
        "__delitem__": delete_item, "__add__": added, "__iadd__": added_in_place, "__mul__": repeated,
        "__rmul__": repeated, "__imul__": repeated_in_place, "__repr__": shown, "__iter__": iterate,
        "__reduce_ex__": reduced, **TAKING,
    }, values={"__hash__": None})
cython.cast(Type, TYPE).flags |= TF_SEQUENCE
set_array_type(ARRAY)
CONTENTS: dict = {
    "array": TYPE, "ArrayType": TYPE, "typecodes": host.typecodes,
    "_array_reconstructor": native_function(reconstruct, "_array_reconstructor", "array"),
}


def setup(vm, namespace):
    """In this machine arrays are mutable sequences."""
    sequences: object = vm.importer.load("collections.abc")
    call_method(getattr_(sequences, "MutableSequence"), "register", (TYPE,))


MODULE = NativeModule("array", CONTENTS, setup=setup)
