# Builtins that fold an iterable: the quick forms for plain data, and what their guest code calls.
from ..core.capi cimport Ref, Refs

cdef dict QUICK             # name -> quick form, a host function: see GUEST in objects/native.pxd
cdef dict HELPERS           # name -> NativeFunction: globals of stdlib/_builtins.py
