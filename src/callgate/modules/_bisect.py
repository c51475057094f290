"""The functions that bisect takes from `_bisect`: the host's, which look through the guest's own protocols."""

from cython.cimports.callgate.modules.define import NativeModule, host_functions

MODULE = NativeModule("_bisect", host_functions(
    "_bisect", "bisect_left bisect_right bisect insort_left insort_right insort"))
