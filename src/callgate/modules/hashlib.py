"""The hashlib module: the host's hash functions over bytes, paid for by length."""

import hashlib as host

import cython
from cython.cimports.callgate.core.operators import index
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.core.type import argument_name, type_name
from cython.cimports.callgate.modules.define import ABSENT, Keywords, NativeModule, define_plain
from cython.cimports.callgate.objects.native import native_function
from cython.cimports.cpython.buffer import PyObject_CheckBuffer

from callgate.core.type import native_type

NAMES = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
         "shake_128", "shake_256", "blake2b", "blake2s")
GIVEN = cython.declare(Keywords, Keywords("hash", "string usedforsecurity", 0, 0, 1))


class Hash:
    pass


@cython.cfunc
def data_of(value: object) -> object:
    if isinstance(value, str):
        raise TypeError("Strings must be encoded before hashing")
    if not PyObject_CheckBuffer(value):
        raise TypeError(f"object supporting the buffer API required, not {type_name(value)}")
    view = memoryview(value)
    charge(view.nbytes // 64 + 1)
    return view


@cython.cfunc
def new_hash(state: object) -> Hash:
    made: Hash = Hash.__new__(Hash)
    made.state = state
    return made


def maker(name):
    """A constructor like hashlib.sha256; blake2 has keyword parameters of its own."""
    make = getattr(host, name)

    def constructor(*args, **kwargs):
        if name.startswith("blake2"):
            charge(1)
            return new_hash(make(*[data_of(arg) for arg in args], **kwargs))
        given = GIVEN.unpack(args, kwargs)
        return new_hash(make(b"" if given[0] is ABSENT else data_of(given[0]), usedforsecurity=False))

    return constructor


def new(*args, **kwargs):
    given = Keywords("new", "name data usedforsecurity", 1, 0, 2).unpack(args, kwargs)
    name = given[0]
    if not isinstance(name, str):
        raise TypeError(f"new() argument 'name' must be str, not {argument_name(name)}")
    if name.lower() not in NAMES:
        raise ValueError(f"unsupported hash type {name}")
    return new_hash(getattr(host, name.lower())(b"" if given[1] is ABSENT else data_of(given[1])))


def update(self: Hash, data, /):
    self.state.update(data_of(data))


@cython.cfunc
def length(self: Hash, args: tuple) -> tuple:
    """The length that the functions of variable output are asked for."""
    if not args:
        return ()
    n: object = index(args[0])
    charge_memory(max(n, 0))
    charge(max(n, 0) // 64)
    return (n,)


def digest(self: Hash, /, *args):
    return self.state.digest(*length(self, args))


def hexdigest(self: Hash, /, *args):
    return self.state.hexdigest(*length(self, args))


def copied(self: Hash, /):
    return new_hash(self.state.copy())


def shown(self: Hash):
    return f"<{self.state.name} _hashlib.HASH object>"


def get_name(self: Hash):
    return self.state.name


def get_digest_size(self: Hash):
    return self.state.digest_size


def get_block_size(self: Hash):
    return self.state.block_size


native_type(
    "HASH", Hash, module="_hashlib",
    functions={"update": update, "digest": digest, "hexdigest": hexdigest, "copy": copied, "__repr__": shown},
    getters={"name": get_name, "digest_size": get_digest_size, "block_size": get_block_size})
PBKDF2 = cython.declare(Keywords, Keywords("pbkdf2_hmac", "hash_name password salt iterations dklen", 4))


def pbkdf2_hmac(*args, **kwargs):
    """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."""
    given = PBKDF2.unpack(args, kwargs)
    if not isinstance(given[0], str):
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {argument_name(given[0])}")
    if given[0].lower() not in NAMES:
        raise ValueError(f"unsupported hash type {given[0]}")
    make = getattr(host, given[0].lower())
    password = bytes(data_of(given[1]))
    salt = bytes(data_of(given[2]))
    rounds: cython.longlong = index(given[3])
    if rounds < 1:
        raise ValueError("iteration value must be greater than 0.")
    length = make().digest_size if given[4] is ABSENT or given[4] is None else index(given[4])
    if length < 1:
        raise ValueError("key length must be greater than 0.")
    charge_memory(length)
    block = make().block_size
    if len(password) > block:
        password = make(password).digest()
    password = password.ljust(block, b"\0")
    inner = make(bytes([byte ^ 0x36 for byte in password]))
    outer = make(bytes([byte ^ 0x5C for byte in password]))
    result = bytearray()
    number = 0
    i: cython.longlong
    while len(result) < length:
        number += 1
        part = salt + number.to_bytes(4, "big")
        total = 0
        for i in range(rounds):
            if i % 64 == 0:
                charge(64 * 2)
            first = inner.copy()
            first.update(part)
            second = outer.copy()
            second.update(first.digest())
            part = second.digest()
            total ^= int.from_bytes(part, "big")
        result += total.to_bytes(len(part), "big")
    return bytes(result[:length])


CONTENTS: dict = {name: native_function(maker(name), name, "hashlib") for name in NAMES}
CONTENTS.update(
    new=define_plain(new, "new", "hashlib"), pbkdf2_hmac=define_plain(pbkdf2_hmac, "pbkdf2_hmac", "hashlib"), algorithms_guaranteed=set(NAMES), algorithms_available=set(NAMES),
    __all__=[*NAMES, "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac"])
MODULE = NativeModule("hashlib", CONTENTS)
