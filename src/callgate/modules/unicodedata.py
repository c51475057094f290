"""The unicodedata module: the host's database; what makes text pays for it first."""

import unicodedata as host

import cython
from cython.cimports.callgate.core.cost import pay_text
from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.core.type import argument_name
from cython.cimports.callgate.modules.define import NativeModule, host_functions
from cython.cimports.callgate.objects.native import native_function

from callgate.core.type import native_type

#: of one character and plain defaults, so that nothing of them has to be bounded
SIMPLE = ("bidirectional category combining decimal decomposition digit east_asian_width lookup mirrored name numeric")
#: Compatibility forms make at most so many characters of one.
LONGEST = cython.declare(cython.int, 18)


class Database:
    pass


@cython.cfunc
def texts(name: str, form: object, text: object) -> str:
    for i, value in enumerate((form, text), 1):
        if not isinstance(value, str):
            raise TypeError(f"{name}() argument {i} must be str, not {argument_name(value)}")
    pay_text(text, LONGEST)
    pay_marks(str.__str__(text))
    return str.__str__(text)


@cython.cfunc
@cython.exceptval(-1, check=False)
def pay_marks(text: str) -> cython.int:
    """The host sorts the marks that follow a letter one by one into their places."""
    steps: cython.double = 0
    run: cython.double = 0
    if len(text) < 256 or text.isascii():
        return 0
    charge(len(text) >> 2)
    for mark in map(host.combining, text):
        if mark:
            run += 1
            steps += run
        else:
            run = 0
    return charge(cython.cast(cython.longlong, min(steps / 4, 1e18)))


def normalize(form, unistr, /):
    return host.normalize(form, texts("normalize", form, unistr))


def is_normalized(form, unistr, /):
    return host.is_normalized(form, texts("is_normalized", form, unistr))


def old(name):
    method = getattr(host.ucd_3_2_0, name)

    def call(self: Database, /, *args):
        if name.endswith(("normalize", "normalized")) and len(args) == 2:
            args = (args[0], texts(name, args[0], args[1]))
        return method(*args)

    return call


def version(self: Database):
    return self.host.unidata_version


native_type(
    "UCD", Database, module="unicodedata", getters={"unidata_version": version},
    functions={name: old(name) for name in (*SIMPLE.split(), "normalize", "is_normalized")})


@cython.cfunc
def database(its: object) -> Database:
    made: Database = Database.__new__(Database)
    made.host = its
    return made


CONTENTS: dict = host_functions("unicodedata", SIMPLE)
for function in (normalize, is_normalized):
    CONTENTS[function.__name__] = native_function(function, function.__name__, "unicodedata")
CONTENTS.update(unidata_version=host.unidata_version, ucd_3_2_0=database(host.ucd_3_2_0))
MODULE = NativeModule("unicodedata", CONTENTS)
