# Iterators over builtin values, and the views of dicts: ours, so that they can be metered, stored and named.
from cpython.ref cimport PyObject
from ..core.capi cimport CG_HAS_LIST, CG_HAS_TUPLE, PyList_GET_ITEM, PyList_GET_SIZE, PyTuple_GET_ITEM, PyTuple_GET_SIZE, Ref, cg_newref
from ..core.object cimport Object, Type

cdef class SequenceIterator(Object):    # list_iterator, tuple_iterator: the loop reads these fields
    cdef object sequence                # list or tuple; None when exhausted
    cdef Py_ssize_t index
cdef class RangeIterator(Object):       # ranges within a C long
    cdef long current, step
    cdef long left
cdef class LongRangeIterator(Object):
    cdef object current, step, left
cdef class StrIterator(Object):         # str_ascii_iterator ...
    cdef object sequence
    cdef Py_ssize_t index
cdef class DictView(Object):            # dict_keys, dict_values, dict_items
    cdef object mapping
    cdef int kind                       # 0 keys 1 values 2 items
cdef class DictIterator(Object):        # dict_keyiterator, dict_valueiterator, dict_itemiterator
    cdef object mapping                 # None when exhausted
    cdef Py_ssize_t at, size, left      # size: what it must stay; -1 after a complaint
    cdef int kind                       # as of DictView
    cdef object pair                    # the last item given, to be used again
cdef class HostIterator(Object):        # over a host iterator of a builtin container (dict, set, bytes ...), one per guest type name
    cdef object iterator                # None when exhausted
    cdef object source                  # what it iterates, for __reduce__ and __length_hint__
cdef class GetItemIterator(Object):     # by __getitem__ with 0, 1, 2 ...: the old protocol (`iterator`)
    cdef object sequence                # None when exhausted
    cdef Py_ssize_t index
cdef class CallableIterator(Object):    # iter(function, sentinel)
    cdef object function                # None when exhausted
    cdef object sentinel

cdef inline Ref sequence_item(Ref it) noexcept:
    """The next item of a SequenceIterator, as a new reference; NULL: there is none."""
    cdef Ref items = <Ref>(<SequenceIterator>it).sequence
    cdef Py_ssize_t i = (<SequenceIterator>it).index
    if CG_HAS_LIST(items):
        if i < PyList_GET_SIZE(items):
            (<SequenceIterator>it).index = i + 1
            return cg_newref(PyList_GET_ITEM(items, i))
    elif CG_HAS_TUPLE(items) and i < PyTuple_GET_SIZE(items):
        (<SequenceIterator>it).index = i + 1
        return cg_newref(PyTuple_GET_ITEM(items, i))
    return NULL

cdef void drop_iterator(Ref it) noexcept           # takes a reference to a SequenceIterator that has come to its end
cdef object make_iter(object value)     # iterator over a builtin value; None when it is not iterable
cdef object make_reversed(object value)            # reversed(list, dict, dict view, range); None for other values
cdef object new_sequence_iterator(Type cls, object sequence)   # cls: a guest type of SequenceIterator
cdef object new_view(object mapping, int kind)     # a dict view
cdef object new_callable_iterator(object function, object sentinel)
cdef object builtin_function(str name)             # what the guest's builtins call so: for __reduce__
