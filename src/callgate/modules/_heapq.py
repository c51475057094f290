"""The heap functions that heapq takes from `_heapq`: the host's, which compare by the guest's `<`."""

import _heapq as host

from cython.cimports.callgate.core.state import charge
from cython.cimports.callgate.modules.define import NativeModule, define_plain, host_functions


def heapify(heap, /):
    if isinstance(heap, list):
        charge(len(heap))
    return host.heapify(heap)


def _heapify_max(heap, /):
    if isinstance(heap, list):
        charge(len(heap))
    return host._heapify_max(heap)


CONTENTS = host_functions("_heapq", "heappush heappop heappushpop heapreplace _heappop_max _heapreplace_max")
CONTENTS["heapify"] = define_plain(heapify, "heapify", "_heapq")
CONTENTS["_heapify_max"] = define_plain(_heapify_max, "_heapify_max", "_heapq")
MODULE = NativeModule("_heapq", CONTENTS)
