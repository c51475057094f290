"""What random builds on (`_random`): the host's generator, seeded by the machine.

A machine that was given a seed has the same numbers in each run: seeds that the guest leaves to chance come from
`entropy`, which draws from the machine's own generator then.
"""

import _random as host
import os
import random

import cython
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.operators import hash_, index
from cython.cimports.callgate.core.state import charge, charge_memory
from cython.cimports.callgate.interpreter.vm import VM, current_vm
from cython.cimports.callgate.modules.define import NativeModule, define_plain

from callgate.core.type import native_type

RANDOM = host.Random


@cython.cfunc
def entropy(n: cython.Py_ssize_t) -> bytes:
    vm: VM = current_vm()
    source: object = vm.data.get("entropy")
    if source is None:
        if vm.data.get("seed") is None:
            return os.urandom(n)
        source = vm.data["entropy"] = random.Random(vm.data["seed"])
    return source.randbytes(n)


def urandom(size, /):
    n: object = index(size)
    if n < 0:
        raise ValueError("negative argument not allowed")
    charge_memory(n)
    charge(n // 8)
    return entropy(n)


@cython.cfunc
def number_of(seed: object) -> object:
    if seed is None:
        return int.from_bytes(entropy(32), "little")
    if isinstance(seed, int):
        charge(seed.bit_length() // 64)
        return abs(int(seed))
    return hash_(seed) & 0xFFFFFFFFFFFFFFFF


def new(cls: Type, /, *args, **kwargs):
    made: object = RANDOM.__new__(cls.host)
    # what is derived of it is seeded by __init__, which may take something else
    RANDOM.seed(made, number_of(args[0] if args else None) if cls is TYPE else 0)
    return made


def seed(self, n=None, /):
    RANDOM.seed(self, number_of(n))


def getrandbits(self, k, /):
    bits: object = index(k)
    if bits > 64:
        charge_memory(bits // 4)        # the host makes the words first, and of them the number
        charge(bits // 64)
    return RANDOM.getrandbits(self, bits)


def init(self, /, *args, **kwargs):
    return None


TYPE = native_type(
    "Random", RANDOM, module="_random", doc=RANDOM.__doc__, mirror=True, new=new, init=init,
    methods=("random", "getstate", "setstate"), functions={"seed": seed, "getrandbits": getrandbits})
MODULE = NativeModule("_random", {"Random": TYPE, "_urandom": define_plain(urandom, "urandom", "posix")})
