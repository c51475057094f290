# Calls from the guest into the host.
from cpython.ref cimport PyObject
from .crossing cimport Bridge

cdef class HostTool:                # the `self` of a tool's C function; not a guest value
    cdef Bridge bridge
    cdef readonly object function   # the host callable
    cdef readonly str name
    cdef public long long calls     # those that needed no packing; the others are in Bridge.counts

cdef object call_tool(PyObject* self, PyObject** args, Py_ssize_t n, PyObject* kwnames)   # METH_FASTCALL | METH_KEYWORDS
# calls `function`, or its attribute of that name, with guest values; `shown` is its name in the ledger and in messages
cdef object call_host(Bridge bridge, str shown, object function, str attribute, list values, dict kwargs)
# the parts of it: conversion, what is due after the host was left with a result, and with an error (raises)
cdef object argument_to_host(Bridge bridge, str shown, object which, object value)
cdef object succeed(Bridge bridge, str shown, object result, double before)
cdef object fail(Bridge bridge, str shown, object error, double before)
