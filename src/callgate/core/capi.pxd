# The only `cdef extern` of callgate: what capi.h and the host's C API offer, as raw (uncounted, unchecked) operations.
from libc.stdint cimport int32_t, int64_t, uint16_t, uint64_t
from cpython.ref cimport PyObject

ctypedef int (*visitproc_t)(PyObject*, void*) noexcept
ctypedef int (*traverseproc_t)(PyObject*, visitproc_t, void*) noexcept
ctypedef int (*clearproc_t)(PyObject*) noexcept
ctypedef void (*deallocproc_t)(PyObject*) noexcept
ctypedef PyObject* (*allocproc_t)(void*, Py_ssize_t) noexcept

ctypedef PyObject* Ref          # one reference
ctypedef PyObject** Refs        # a run of them
ctypedef PyObject* (*raw1)(PyObject*) noexcept     # a function on one object, for callers that look at NULL themselves
ctypedef PyObject* (*raw2)(PyObject*, PyObject*) noexcept

cdef extern from "capi.h":
    ctypedef struct CgInstr:
        uint16_t op, d
        int32_t a, b, c
    ctypedef struct CgCache:
        uint64_t ver
        PyObject* value
        int32_t slot, kind
    ctypedef struct CgEntry:
        uint64_t ver
        PyObject* name
        CgCache ic
    ctypedef struct CgHandler:
        int32_t start, end, target, depth
    ctypedef struct CgExec:
        CgInstr* ins
        PyObject** consts
        PyObject** names
        PyObject** gcells
        CgCache* caches
        CgHandler* handlers
        int32_t* origin
        int32_t* cell_args
        int32_t simple_argc, argc, posonly, kwonly, nparams, flags
        int32_t nlocals, nvars, ncells, framesize, nins, nhandlers, ncaches
        int64_t calls
        PyObject* owner
    ctypedef struct CgFrame:
        CgInstr* pc
        PyObject** fast
        PyObject** ret
        CgExec* cc
        PyObject* func
        PyObject* locals
        PyObject* extra
        PyObject* guest
        long flags
    ctypedef struct CgExcItem:
        PyObject* value
        CgExcItem* previous
    ctypedef struct PyTupleObject:
        PyObject** ob_item
    ctypedef struct PyTypeObject:
        traverseproc_t tp_traverse
        clearproc_t tp_clear
        deallocproc_t tp_dealloc
        deallocproc_t tp_finalize
        allocproc_t tp_alloc
        unsigned long tp_flags
        const char* tp_name

    void CG_CHECK(const char*, bint) noexcept
    bint CG_LIKELY(bint) noexcept
    bint CG_UNLIKELY(bint) noexcept
    void CG_UNREACHABLE() noexcept
    bint CG_IS_OBJECT(PyObject*) noexcept
    bint CG_PLAIN(PyObject*) noexcept
    bint CG_CONCATENATES(PyObject*) noexcept
    Py_ssize_t cg_int_digits(PyObject*) noexcept
    void cg_mark_object_type(PyTypeObject*) noexcept
    void cg_set_tp_name(PyTypeObject*, const char*) noexcept
    PyObject** CG_CELL_VALUE(PyObject*) noexcept
    PyObject** CG_GLOBAL_VALUE(PyObject*) noexcept
    void cg_replace(PyObject**, PyObject*) noexcept
    bint CG_PLAIN_SLICE(PyObject*) noexcept
    # lists and tuples, and mirrors of them
    bint CG_HAS_LIST "PyList_Check"(PyObject*) noexcept
    bint CG_HAS_TUPLE "PyTuple_Check"(PyObject*) noexcept
    PyObject* cg_newref(PyObject*) noexcept
    PyObject* cg_pair(PyObject* kept, PyObject* a, PyObject* b) noexcept
    bint PyType_IsSubtype(PyTypeObject*, PyTypeObject*) noexcept

    int cg_init_numbers() except -1
    bint CG_IS_INT(PyObject*) noexcept
    bint CG_IS_FLOAT(PyObject*) noexcept
    bint CG_IS_STR(PyObject*) noexcept
    bint CG_COMPACT(PyObject*) noexcept
    bint CG_IS_SMALL(long) noexcept
    bint CG_REUSE
    bint cg_one_digit(long) noexcept
    long cg_int_value(PyObject*) noexcept
    void cg_int_set(PyObject*, long) noexcept
    PyObject* cg_int(long) noexcept
    PyObject* cg_float(double) noexcept
    void cg_drop(PyObject*) noexcept
    void cg_xdrop(PyObject*) noexcept
    void cg_put(Refs, PyObject*) noexcept
    void cg_push2(Refs, PyObject*, PyObject*) noexcept
    PyObject* PyExc_RecursionError
    PyObject* PyExc_ValueError
    PyObject* cg_add(PyObject*, PyObject*) noexcept
    PyObject* cg_sub(PyObject*, PyObject*) noexcept
    PyObject* cg_mul(PyObject*, PyObject*) noexcept
    PyObject* cg_add_own(PyObject*, PyObject*) noexcept
    PyObject* cg_sub_own(PyObject*, PyObject*) noexcept
    PyObject* cg_mul_own(PyObject*, PyObject*) noexcept
    PyObject* cg_add_rev(PyObject*, PyObject*) noexcept
    PyObject* cg_sub_rev(PyObject*, PyObject*) noexcept
    PyObject* cg_mul_rev(PyObject*, PyObject*) noexcept
    PyObject* cg_binary(int, PyObject*, PyObject*) noexcept
    int cg_compare(int, PyObject*, PyObject*) noexcept
    int cg_truth(PyObject*) noexcept
    bint cg_flat(PyObject*) noexcept
    PyObject* cg_item(PyObject*, PyObject*) noexcept
    int cg_set_item(PyObject*, PyObject*, PyObject*) noexcept
    int cg_list_append(PyObject*, PyObject*) noexcept
    PyObject* cg_list_pop(PyObject*) noexcept
    PyObject* cg_tuple_of(PyObject*) noexcept
    PyObject* cg_join(Refs, Py_ssize_t) noexcept
    PyObject* cg_number_text(PyObject*) noexcept
    long cg_plain_size(PyObject*) noexcept
    Refs cg_items(PyObject*) noexcept
    void cg_watch_list(PyObject*) noexcept        # an empty list: cg_list_touched() will tell whether something was done to it
    bint cg_list_touched(PyObject*) noexcept
    void cg_unpack(Refs, PyObject*, Py_ssize_t) noexcept
    void cg_key_error(PyObject*) noexcept

    PyObject* CG_CALL_NOARGS(void*, PyObject*) noexcept
    PyObject* CG_CALL_O(void*, PyObject*, PyObject*) noexcept
    PyObject* CG_CALL_FAST(void*, PyObject*, PyObject**, Py_ssize_t) noexcept
    PyObject* CG_CALL_FAST_KW(void*, PyObject*, PyObject**, Py_ssize_t, PyObject*) noexcept
    # the texts must live for ever
    object cg_new_function(const char* name, void* meth, int flags, const char* doc, PyObject* self)
    # the same, checked and counted
    object CALL_NOARGS "CG_CALL_NOARGS"(void*, object)
    object CALL_VARARGS "cg_call_varargs"(void*, object, Refs, Py_ssize_t)
    object CALL_O "CG_CALL_O"(void*, object, object)
    object CALL_FAST "CG_CALL_FAST"(void*, object, PyObject**, Py_ssize_t)
    object CALL_FAST_KW "CG_CALL_FAST_KW"(void*, object, PyObject**, Py_ssize_t, PyObject*)
    PyObject** cg_tuple_items(PyObject*) noexcept
    PyObject* cg_call_varargs(void*, PyObject*, Refs, Py_ssize_t) noexcept
    void* cg_method_pointer(PyObject*) noexcept
    int cg_method_flags(PyObject*) noexcept
    void* cg_function_pointer(PyObject*) noexcept
    int cg_function_flags(PyObject*) noexcept
    PyObject* cg_function_self(PyObject*) noexcept
    PyObject* CG_NEXT(PyObject*) noexcept
    bint cg_has_next(PyObject*) noexcept
    PyObject* cg_fetch_exception() noexcept
    void cg_restore_exception(PyObject*) noexcept
    Py_hash_t CG_HASH_POINTER(void*) noexcept
    enum: METH_VARARGS, METH_KEYWORDS, METH_NOARGS, METH_O, METH_FASTCALL, METH_METHOD, METH_CLASS, METH_STATIC

    # ---- the host's own, raw
    void INCREF "Py_INCREF"(PyObject*) noexcept
    void DECREF "Py_DECREF"(PyObject*) noexcept
    void XINCREF "Py_XINCREF"(PyObject*) noexcept
    void XDECREF "CG_XDECREF"(PyObject*) noexcept
    Py_ssize_t Py_REFCNT(PyObject*) noexcept
    void Py_SET_REFCNT(PyObject*, Py_ssize_t) noexcept
    PyTypeObject* Py_TYPE(PyObject*) noexcept
    PyObject* Py_True
    PyObject* Py_False
    PyObject* Py_None
    PyObject* Py_NotImplemented
    PyObject* Py_Ellipsis
    PyTypeObject PyLong_Type, PyFloat_Type, PyUnicode_Type, PyList_Type, PyTuple_Type, PyDict_Type, PySet_Type
    PyTypeObject PyFrozenSet_Type, PyBool_Type, PyBytes_Type, PyRange_Type, PyType_Type, PyBaseObject_Type
    bint PyErr_Pending "cg_error_pending"() noexcept
    void PyErr_Clear() noexcept
    void* cg_this_thread() noexcept
    void CG_EXECUTED(int) noexcept
    int64_t CG_EXECUTIONS(int) noexcept
    PyObject* PyType_GenericAlloc(PyTypeObject*, Py_ssize_t) noexcept
    void PyErr_NoMemory() noexcept
    int PyErr_ExceptionMatches(PyObject*) noexcept
    void PyErr_SetNone(PyObject*) noexcept
    void PyErr_SetObject(PyObject*, PyObject*) noexcept
    void PyErr_SetString(PyObject*, const char*) noexcept
    unsigned long Py_TPFLAGS_HEAPTYPE
    PyObject* PyExc_StopIteration
    PyObject* PyExc_StopAsyncIteration
    PyObject* PyExc_KeyError
    PyObject* PyExc_AttributeError
    PyObject* PyExc_SystemError
    PyObject* PyList_New(Py_ssize_t) noexcept
    PyObject* PyTuple_New(Py_ssize_t) noexcept
    void PyList_SET_ITEM(PyObject*, Py_ssize_t, PyObject*) noexcept
    void PyTuple_SET_ITEM(PyObject*, Py_ssize_t, PyObject*) noexcept
    PyObject* PyTuple_GET_ITEM(PyObject*, Py_ssize_t) noexcept
    PyObject* PyList_GET_ITEM(PyObject*, Py_ssize_t) noexcept
    Py_ssize_t PyTuple_GET_SIZE(PyObject*) noexcept
    Py_ssize_t PyList_GET_SIZE(PyObject*) noexcept
    Py_ssize_t PyDict_GET_SIZE(PyObject*) noexcept
    Py_ssize_t PySet_GET_SIZE(PyObject*) noexcept
    Py_ssize_t Py_SIZE(PyObject*) noexcept
    bint PyList_CheckExact(PyObject*) noexcept
    bint PyTuple_CheckExact(PyObject*) noexcept
    bint PyDict_CheckExact(PyObject*) noexcept
    bint PyUnicode_CheckExact(PyObject*) noexcept
    Py_ssize_t PyUnicode_GET_LENGTH(PyObject*) noexcept
    int PyList_Append(PyObject*, PyObject*) noexcept
    PyObject* PyDict_New() noexcept
    int PyDict_SetItem(PyObject*, PyObject*, PyObject*) noexcept
    int PyDict_DelItem(PyObject*, PyObject*) noexcept
    PyObject* PyDict_GetItemWithError(PyObject*, PyObject*) noexcept
    int PyDict_Next(PyObject*, Py_ssize_t*, PyObject**, PyObject**) noexcept
    PyObject* PySet_New(PyObject*) noexcept
    int PySet_Add(PyObject*, PyObject*) noexcept
    PyObject* PySlice_New(PyObject*, PyObject*, PyObject*) noexcept
    PyObject* PyObject_GetItem(PyObject*, PyObject*) noexcept
    int PyObject_SetItem(PyObject*, PyObject*, PyObject*) noexcept
    int PyObject_DelItem(PyObject*, PyObject*) noexcept
    PyObject* PyObject_GetIter(PyObject*) noexcept
    int PyObject_IsTrue(PyObject*) noexcept
    int PySequence_Contains(PyObject*, PyObject*) noexcept
    PyObject* PyObject_Str(PyObject*) noexcept
    PyObject* PyObject_RichCompare(PyObject*, PyObject*, int) noexcept
    PyObject* PyUnicode_Concat(PyObject*, PyObject*) noexcept
    void PyUnicode_Append(PyObject**, PyObject*) noexcept
    PyObject* PyUnicode_Join(PyObject*, PyObject*) noexcept
    void PyUnicode_InternInPlace(PyObject**) noexcept
    int PySet_Contains(PyObject*, PyObject*) noexcept
    bint cg_range_parts(PyObject*, long*, long*, long*) noexcept
    int PyDict_Contains(PyObject*, PyObject*) noexcept
    PyObject* PyNumber_Long(PyObject*) noexcept
    PyObject* PyNumber_Float(PyObject*) noexcept
    PyObject* PySequence_List(PyObject*) noexcept
    PyObject* PySequence_Tuple(PyObject*) noexcept
    Py_UCS4 PyUnicode_READ_CHAR(PyObject*, Py_ssize_t) noexcept
    PyObject* PyObject_Vectorcall(PyObject*, PyObject**, size_t, PyObject*) noexcept
    PyObject* PyObject_Call(PyObject*, PyObject*, PyObject*) noexcept
    PyObject* _PyObject_GC_New(PyTypeObject*) noexcept
    void PyObject_GC_Track(void*) noexcept
    void PyObject_GC_UnTrack(void*) noexcept
    bint PyObject_GC_IsTracked(PyObject*) noexcept
    bint PyObject_IS_GC(PyObject*) noexcept
    void PyObject_GC_Del(void*) noexcept
    void PyObject_ClearWeakRefs(PyObject*) noexcept
    int PyObject_CallFinalizerFromDealloc(PyObject*) noexcept
    void PyType_Modified(PyTypeObject*) noexcept
    PyObject* _PyType_Lookup(PyTypeObject*, PyObject*) noexcept
    unsigned int CG_TYPE_TAG(PyTypeObject*) noexcept
    void* PyMem_Malloc(size_t) noexcept
    void* PyMem_Realloc(void*, size_t) noexcept
    void PyMem_Free(void*) noexcept

cdef extern from "memory.h":
    ctypedef struct CgError:
        PyObject* value
    void* CG_STATE() noexcept
    void CG_SET_STATE(void*) noexcept
    int CG_TRASH_DEPTH() noexcept
    void CG_SET_TRASH_DEPTH(int) noexcept
    int cg_trash_enter(PyObject*) noexcept
    void cg_trash_leave(int) noexcept
    bint CG_FINALIZED(PyObject*) noexcept
    char* CG_STACK_POINTER() noexcept
    char* cg_stack_floor() noexcept
    int cg_lend_recursion() noexcept                # an outermost run begins; how much, for
    void cg_take_back_recursion(int lent) noexcept
    PyObject* CG_TYPE(PyObject*) noexcept
    PyObject* CG_ATTRS(PyObject*) noexcept
    void CG_SET_TYPE(PyObject*, PyObject*) noexcept
    void CG_SET_ATTRS(PyObject*, PyObject*) noexcept
    PyObject** CG_WEAK_LIST(PyObject*) noexcept
    bint CG_INTERNED(PyObject*) noexcept
    void CG_HOST_FREE(PyObject*) noexcept
    PyObject* cg_host_new(PyTypeObject*, PyObject*) noexcept
    PyObject* cg_host_dict(PyObject*) noexcept
    PyObject* cg_own_dict(PyObject*) noexcept
    void cg_save_error(CgError*) noexcept
    void cg_restore_error(CgError*) noexcept
