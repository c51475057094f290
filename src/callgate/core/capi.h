/* Everything that touches the host's C structures: number kernels, frame and instruction layouts, small helpers.
   One place per host version; nothing else in callgate knows what is inside a host object. */
#ifndef CALLGATE_CAPI_H
#define CALLGATE_CAPI_H
#include <Python.h>
#include <frameobject.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#if defined(__GNUC__)
#define CG_LIKELY(x) __builtin_expect(!!(x), 1)
#define CG_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define CG_INLINE static inline __attribute__((always_inline, unused))
#define CG_NOINLINE static __attribute__((noinline, unused))
#define CG_UNREACHABLE() __builtin_unreachable()
#else
#define CG_LIKELY(x) (x)
#define CG_UNLIKELY(x) (x)
#define CG_INLINE static __forceinline
#define CG_NOINLINE static __declspec(noinline)
#define CG_UNREACHABLE() __assume(0)
#endif

/* Checks of the debug build (`make debug`): a stack that is not what the compiler said ends the process. */
#ifdef CG_DEBUG
#include <stdio.h>
#include <stdlib.h>
#define CG_CHECK(what, condition) do { if (!(condition)) { \
    fprintf(stderr, "callgate: check failed: %s (%s:%d)\n", what, __FILE__, __LINE__); abort(); } } while (0)
#define CG_MOST_OPS 512         /* and counts what is executed, for the leak test */
static int64_t cg_executions[CG_MOST_OPS] __attribute__((unused));
#define CG_EXECUTED(op) ((void)cg_executions[op]++)
#define CG_EXECUTIONS(op) (cg_executions[op])
#else
#define CG_CHECK(what, condition) ((void)0)
#define CG_EXECUTED(op) ((void)0)
#define CG_EXECUTIONS(op) ((int64_t)0)
#endif

/* A compiled function that passes an error on makes a host frame for the host's traceback. No guest sees those, most errors
   are caught by guest programs, and each costs more than the whole rest of raising: only the debug build has them. Cython's
   `except` wants some traceback, though: all errors share one. */
#ifndef CG_DEBUG
static PyObject *cg_shared_traceback = NULL;
static PyCodeObject *cg_shared_code = NULL;
/* Made before the module's body runs. Cython's except clauses let go of the traceback without asking whether there is one, so
   nothing that stands between an error and its traceback may fail: not at the end of the host's recursion, not without memory. */
static __attribute__((unused)) PyObject *cg_begin_module(struct PyModuleDef *definition) {
    PyObject *names = PyDict_New();
    PyCodeObject *code = PyCode_NewEmpty("callgate", "callgate", 1);
    PyFrameObject *frame = names == NULL || code == NULL ? NULL : PyFrame_New(PyThreadState_Get(), code, names, NULL);
    if (frame != NULL && cg_shared_traceback == NULL) {
        cg_shared_traceback = PyObject_CallFunction((PyObject *)&PyTraceBack_Type, "OOii", Py_None, frame, 0, 1);
        cg_shared_code = (PyCodeObject *)Py_NewRef(code);
    }
    Py_XDECREF(frame);
    Py_XDECREF(code);
    Py_XDECREF(names);
    return cg_shared_traceback == NULL ? NULL : PyModuleDef_Init(definition); }
static __attribute__((unused)) PyFrameObject *cg_no_frame(void) {
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    if (trace == NULL)
        trace = Py_NewRef(cg_shared_traceback);
    PyErr_Restore(type, value, trace);
    return NULL; }
#define PyFrame_New(tstate, code, globals, locals) cg_no_frame()
#define PyCode_NewEmpty(filename, name, line) ((PyCodeObject *)Py_NewRef(cg_shared_code))
#define PyModuleDef_Init(definition) cg_begin_module(definition)
#endif

/* ---- executable code ------------------------------------------------------------------------------------ */
typedef struct CgInstr { uint16_t op; uint16_t d; int32_t a, b, c; } CgInstr;
/* An inline cache: valid while `ver` equals the version of what it was filled for; `value` is borrowed under it. */
typedef struct CgCache { uint64_t ver; PyObject *value; int32_t slot; int32_t kind; } CgCache;
/* a row of the global attribute cache */
typedef struct CgEntry { uint64_t ver; PyObject *name; CgCache ic; } CgEntry;
typedef struct CgHandler { int32_t start, end, target, depth; } CgHandler;
typedef struct CgExec {     /* what each call needs is in the first 64 bytes */
    CgInstr *ins;
    PyObject **consts;      /* borrowed from the owner's tuple */
    PyObject **gcells;      /* borrowed GlobalCell objects, kept by the namespace */
    CgCache *caches;
    PyObject **names;       /* borrowed, interned */
    int64_t calls;          /* how often it was called: the ledger's number */
    int32_t simple_argc;    /* number of positional parameters when nothing else needs binding; -1 bind; -2 not linked */
    int32_t nlocals;        /* varnames + cellvars */
    int32_t framesize;      /* nlocals + value stack + slack */
    int32_t flags;
    int32_t argc, posonly, kwonly, nparams;
    int32_t nvars, ncells;
    int32_t nins, nhandlers, ncaches;
    CgHandler *handlers;
    int32_t *origin;        /* executable index -> logical index */
    int32_t *cell_args;     /* per cell variable: the parameter it takes its value from, or -1 */
    PyObject *owner;        /* the Executable */
} CgExec;
typedef struct CgFrame {
    CgInstr *pc;            /* next instruction, as of the last publication */
    PyObject **fast;        /* first local; fast[-1] is the callable */
    PyObject **ret;         /* where the result goes; everything from here on belongs to the frame */
    CgExec *cc;
    PyObject *func;         /* borrowed: the running Function */
    PyObject *locals;       /* owned: namespace mapping of a module, class body or exec; or NULL */
    PyObject *extra;        /* owned: what the frame's finishing action needs (generator, class, ...); or NULL */
    PyObject *guest;        /* owned: its frame object, with F_SEEN only */
    long flags;             /* F_...: what happens when the frame returns */
} CgFrame;
/* The handled exception: one per machine and one per generator, linked while the generator runs. */
typedef struct CgExcItem { PyObject *value; struct CgExcItem *previous; } CgExcItem;

/* ---- object layout -------------------------------------------------------------------------------------- */
/* Our classes carry this bit, so that one load tells them from host values. */
#define CG_OBJECT_FLAG (1UL << 40)
#define CG_IS_OBJECT(o) ((Py_TYPE(o)->tp_flags & CG_OBJECT_FLAG) != 0)
static inline void cg_mark_object_type(PyTypeObject *t) { t->tp_flags |= CG_OBJECT_FLAG; PyType_Modified(t); }
#define CG_TYPE_TAG(t) ((t)->tp_version_tag)
static inline void cg_set_tp_name(PyTypeObject *t, const char *name) { t->tp_name = name; }
/* a value of exact builtin type: neither ours, nor a mirror, nor of a class of ours that extends a builtin */
#define CG_PLAIN(o) ((Py_TYPE(o)->tp_flags & (CG_OBJECT_FLAG | Py_TPFLAGS_HEAPTYPE)) == 0 \
    && (Py_TYPE(o)->tp_base == &PyBaseObject_Type || Py_TYPE(o) == &PyBool_Type))
#define CG_NONE_OR_INT(o) ((o) == Py_None || PyLong_CheckExact(o))
#define CG_PLAIN_SLICE(s) (CG_NONE_OR_INT(((PySliceObject *)(s))->start) \
    && CG_NONE_OR_INT(((PySliceObject *)(s))->stop) && CG_NONE_OR_INT(((PySliceObject *)(s))->step))
#define CG_CONCATENATES(o) (Py_TYPE(o)->tp_as_sequence != NULL && Py_TYPE(o)->tp_as_sequence->sq_concat != NULL)
/* word index of the content: header (2) + Object.type + Object.attrs */
#define CG_CELL_VALUE(cell) ((PyObject **)(cell) + 4)
#define CG_GLOBAL_VALUE(cell) ((PyObject **)(cell) + 2)

/* ---- references ----------------------------------------------------------------------------------------- */
/* gcc thinks the host's own function too large for the loop, and calls it there: 3 % over all, 25 % on attribute set */
#if !defined(CG_DEBUG) && !defined(Py_REF_DEBUG) && !defined(Py_GIL_DISABLED)
CG_INLINE void cg_decref(PyObject *o) {
#if PY_VERSION_HEX >= 0x030C0000
    if (_Py_IsImmortal(o)) return;
#endif
    if (--o->ob_refcnt == 0) _Py_Dealloc(o); }
#undef Py_DECREF
#define Py_DECREF(o) cg_decref((PyObject *)(o))
#endif
#define CG_XDECREF(o) do { PyObject *_o = (PyObject *)(o); if (_o) Py_DECREF(_o); } while (0)
/* replaces what *p owns by v (stolen); the old value dies after the slot is valid again */
CG_INLINE void cg_replace(PyObject **p, PyObject *v) { PyObject *old = *p; *p = v; if (old) Py_DECREF(old); }
/* The pair (a, b), both taken over, for iterators that give pairs: the last one, `kept` (a tuple or None), when nobody
   else has it, as the host's own iterators do; else a new one. A new reference; NULL: no memory. */
static inline PyObject *cg_pair(PyObject *kept, PyObject *a, PyObject *b) {
    PyObject *t = kept;
    if (PyTuple_CheckExact(t) && Py_REFCNT(t) == 1) {
        PyObject *x = PyTuple_GET_ITEM(t, 0), *y = PyTuple_GET_ITEM(t, 1);
        Py_INCREF(t);
        PyTuple_SET_ITEM(t, 0, a);
        PyTuple_SET_ITEM(t, 1, b);
        if (!PyObject_GC_IsTracked(t)) PyObject_GC_Track(t);
        Py_DECREF(x);
        Py_DECREF(y);
        return t; }
    t = PyTuple_New(2);
    if (t == NULL) { Py_DECREF(a); Py_DECREF(b); return NULL; }
    PyTuple_SET_ITEM(t, 0, a);
    PyTuple_SET_ITEM(t, 1, b);
    return t; }
CG_INLINE PyObject *cg_newref(PyObject *o) { Py_INCREF(o); return o; }

/* ---- numbers -------------------------------------------------------------------------------------------- */
#define CG_IS_INT(o) (Py_TYPE(o) == &PyLong_Type)
#define CG_IS_FLOAT(o) (Py_TYPE(o) == &PyFloat_Type)
#define CG_IS_STR(o) (Py_TYPE(o) == &PyUnicode_Type)
/* In-place reuse of uniquely owned numbers (docs/decisions/0001): only where the layout is known and the GIL holds. */
#ifndef CG_REUSE
#if (PY_VERSION_HEX >= 0x030B0000 && PY_VERSION_HEX < 0x030E0000) && !defined(Py_GIL_DISABLED)
#define CG_REUSE 1
#else
#define CG_REUSE 0
#endif
#endif
#if PY_VERSION_HEX >= 0x030C0000
#define CG_COMPACT(o) PyUnstable_Long_IsCompact((PyLongObject *)(o))
CG_INLINE int cg_compact2(PyObject *a, PyObject *b) {
    return (((PyLongObject *)a)->long_value.lv_tag | ((PyLongObject *)b)->long_value.lv_tag) < 16; }
CG_INLINE long cg_int_value(PyObject *o) { return (long)PyUnstable_Long_CompactValue((PyLongObject *)o); }
CG_INLINE void cg_int_set(PyObject *o, long v) {
    ((PyLongObject *)o)->long_value.lv_tag = v < 0 ? (1 << 3) | 2 : (1 << 3);
    ((PyLongObject *)o)->long_value.ob_digit[0] = (digit)(v < 0 ? -v : v); }
#else
#define CG_COMPACT(o) ((size_t)(Py_SIZE(o) + 1) < 3)
CG_INLINE int cg_compact2(PyObject *a, PyObject *b) { return CG_COMPACT(a) && CG_COMPACT(b); }
CG_INLINE long cg_int_value(PyObject *o) { return (long)Py_SIZE(o) * (long)((PyLongObject *)o)->ob_digit[0]; }
CG_INLINE void cg_int_set(PyObject *o, long v) {
    Py_SET_SIZE((PyVarObject *)o, v < 0 ? -1 : 1);
    ((PyLongObject *)o)->ob_digit[0] = (digit)(v < 0 ? -v : v); }
#endif
/* how many digits (of 30 bits) an int or a mirror of one has */
#if PY_VERSION_HEX >= 0x030C0000
CG_INLINE Py_ssize_t cg_int_digits(PyObject *o) { return (Py_ssize_t)(((PyLongObject *)o)->long_value.lv_tag >> 3); }
#else
CG_INLINE Py_ssize_t cg_int_digits(PyObject *o) { Py_ssize_t n = Py_SIZE(o); return n < 0 ? -n : n; }
#endif
#define CG_INT2(a, b) (CG_IS_INT(a) && CG_IS_INT(b) && cg_compact2(a, b))
#define CG_SMALL_MIN (-5)
#define CG_NSMALL 1029
#define CG_IS_SMALL(x) ((unsigned long)((x) - CG_SMALL_MIN) < CG_NSMALL)
/* does x fit one digit of the host's int? */
CG_INLINE int cg_one_digit(long x) { return (unsigned long)(x + ((1L << 30) - 1)) < (1UL << 31) - 1; }
static PyObject *cg_small[CG_NSMALL];
static inline int cg_init_numbers(void) {
    for (int i = 0; i < CG_NSMALL; i++)
        if (!cg_small[i] && !(cg_small[i] = PyLong_FromLong(i + CG_SMALL_MIN))) return -1;
    return 0; }
/* start, step and length of a range, when all of them and the end are small enough to count with; 0: they are not */
static inline int cg_range_parts(PyObject *o, long *start, long *step, long *size) {
    PyObject **part = (PyObject **)((char *)o + sizeof(PyObject));       /* start, stop, step, length */
    if (!CG_COMPACT(part[0]) || !CG_COMPACT(part[2]) || !CG_COMPACT(part[3])) return 0;
    *start = cg_int_value(part[0]); *step = cg_int_value(part[2]); *size = cg_int_value(part[3]);
    return 1; }
/* Freed numbers that the loop keeps for the next result; each is uniquely owned by its pool. */
#define CG_POOL 64
static PyObject *cg_int_pool[CG_POOL], *cg_float_pool[CG_POOL];
static int cg_int_pooled = 0, cg_float_pooled = 0;
CG_INLINE PyObject *cg_int(long x) {
    if (CG_IS_SMALL(x)) return cg_newref(cg_small[x - CG_SMALL_MIN]);
    if (CG_REUSE && cg_int_pooled && cg_one_digit(x)) { PyObject *o = cg_int_pool[--cg_int_pooled]; cg_int_set(o, x); return o; }
    return PyLong_FromLong(x); }
CG_INLINE PyObject *cg_float(double x) {
    if (CG_REUSE && cg_float_pooled) { PyObject *o = cg_float_pool[--cg_float_pooled]; ((PyFloatObject *)o)->ob_fval = x; return o; }
    return PyFloat_FromDouble(x); }
/* gives a reference up; a number that nobody else holds goes to its pool */
CG_INLINE void cg_drop(PyObject *o) {
    if (CG_REUSE && Py_REFCNT(o) == 1) {
        if (CG_IS_FLOAT(o)) { if (cg_float_pooled < CG_POOL) { cg_float_pool[cg_float_pooled++] = o; return; } }
        else if (CG_IS_INT(o) && CG_COMPACT(o) && cg_int_pooled < CG_POOL) { cg_int_pool[cg_int_pooled++] = o; return; }
    }
    Py_DECREF(o); }
CG_INLINE void cg_xdrop(PyObject *o) { if (o) cg_drop(o); }
/* binds a local: *p gives up what it held */
CG_INLINE void cg_put(PyObject **p, PyObject *v) { PyObject *old = *p; *p = v; if (old) cg_drop(old); }
CG_INLINE void cg_push2(PyObject **sp, PyObject *a, PyObject *b) { Py_INCREF(a); sp[0] = a; Py_INCREF(b); sp[1] = b; }

/* a OP b on compact ints or floats; NULL without an error: not mine.
   NAME: borrows both. NAME_own: a is the caller's and is used up on success. NAME_rev: b is. */
#define CG_DEFINE_ARITH(NAME, OP) \
CG_INLINE PyObject *cg_##NAME(PyObject *a, PyObject *b) { \
    if (CG_IS_INT(a)) { if (CG_IS_INT(b) && cg_compact2(a, b)) return cg_int(cg_int_value(a) OP cg_int_value(b)); return NULL; } \
    if (CG_IS_FLOAT(a) && CG_IS_FLOAT(b)) return cg_float(PyFloat_AS_DOUBLE(a) OP PyFloat_AS_DOUBLE(b)); \
    return NULL; } \
CG_INLINE PyObject *cg_##NAME##_into(PyObject *a, PyObject *b, PyObject *own) { \
    if (CG_IS_INT(a)) { \
        if (!(CG_IS_INT(b) && cg_compact2(a, b))) return NULL; \
        long z = cg_int_value(a) OP cg_int_value(b); \
        if (CG_REUSE && Py_REFCNT(own) == 1 && cg_one_digit(z) && !CG_IS_SMALL(z)) { cg_int_set(own, z); return own; } \
        PyObject *r = cg_int(z); if (CG_LIKELY(r != NULL)) Py_DECREF(own); return r; } \
    if (CG_IS_FLOAT(a) && CG_IS_FLOAT(b)) { \
        double z = PyFloat_AS_DOUBLE(a) OP PyFloat_AS_DOUBLE(b); \
        if (CG_REUSE && Py_REFCNT(own) == 1) { ((PyFloatObject *)own)->ob_fval = z; return own; } \
        PyObject *r = cg_float(z); if (CG_LIKELY(r != NULL)) Py_DECREF(own); return r; } \
    return NULL; } \
CG_INLINE PyObject *cg_##NAME##_own(PyObject *a, PyObject *b) { return cg_##NAME##_into(a, b, a); } \
CG_INLINE PyObject *cg_##NAME##_rev(PyObject *a, PyObject *b) { return cg_##NAME##_into(a, b, b); }
CG_DEFINE_ARITH(add, +)
CG_DEFINE_ARITH(sub, -)
CG_DEFINE_ARITH(mul, *)

/* the other binary operators (numbers of BINARY_OPS) on compact ints and floats; NULL without an error: not mine */
CG_INLINE PyObject *cg_binary(int which, PyObject *a, PyObject *b) {
    if (CG_INT2(a, b)) {
        long x = cg_int_value(a), y = cg_int_value(b), q;
        switch (which) {
        case 3: return y ? cg_float((double)x / (double)y) : NULL;
        case 4: if (!y) return NULL; q = x / y; if (x % y != 0 && (x < 0) != (y < 0)) q--; return cg_int(q);
        case 5: if (!y) return NULL; q = x % y; if (q != 0 && (q < 0) != (y < 0)) q += y; return cg_int(q);
        case 7: if (y < 0 || y > 31) return NULL; return cg_int((long)((unsigned long)x << y));
        case 8: if (y < 0) return NULL; return cg_int(y > 62 ? (x < 0 ? -1 : 0) : x >> y);
        case 9: return cg_int(x | y);
        case 10: return cg_int(x ^ y);
        case 11: return cg_int(x & y);
        }
        return NULL;
    }
    if (CG_IS_FLOAT(a) && CG_IS_FLOAT(b)) {
        double x = PyFloat_AS_DOUBLE(a), y = PyFloat_AS_DOUBLE(b);
        if (which == 3) return y == 0.0 ? NULL : cg_float(x / y);
        if (which == 6 && x > 0.0) { double z = pow(x, y); if (isfinite(z)) return cg_float(z); }
        return NULL;
    }
    if (which <= 3 && which != 3 ? 1 : which == 3) {   /* int with float: + - * / */
        double x, y;
        if (CG_IS_FLOAT(a)) x = PyFloat_AS_DOUBLE(a); else if (CG_IS_INT(a) && CG_COMPACT(a)) x = (double)cg_int_value(a); else return NULL;
        if (CG_IS_FLOAT(b)) y = PyFloat_AS_DOUBLE(b); else if (CG_IS_INT(b) && CG_COMPACT(b)) y = (double)cg_int_value(b); else return NULL;
        switch (which) {
        case 0: return cg_float(x + y);
        case 1: return cg_float(x - y);
        case 2: return cg_float(x * y);
        case 3: return y == 0.0 ? NULL : cg_float(x / y);
        }
    }
    return NULL;
}
/* Values of builtin types that are never equal to a text, nor a text to them. */
static inline int cg_no_text(PyObject *o) {
    return CG_IS_INT(o) || CG_IS_FLOAT(o) || o == Py_None || PyBool_Check(o) || PyList_CheckExact(o) || PyTuple_CheckExact(o)
        || PyDict_CheckExact(o); }
CG_NOINLINE int cg_compare_unlike(int mask, PyObject *a, PyObject *b) {
    return CG_IS_STR(a) ? (cg_no_text(b) ? mask == 5 : -1) : CG_IS_STR(b) ? (cg_no_text(a) ? mask == 5 : -1) : -1; }
/* comparison by outcome mask (1 less, 2 equal, 4 greater): 1 true, 0 false, -1 not mine */
CG_INLINE int cg_compare(int mask, PyObject *a, PyObject *b) {
    if (CG_INT2(a, b)) { long x = cg_int_value(a), y = cg_int_value(b); return ((x < y ? 1 : x == y ? 2 : 4) & mask) != 0; }
    if (CG_IS_FLOAT(a) && CG_IS_FLOAT(b)) { double x = PyFloat_AS_DOUBLE(a), y = PyFloat_AS_DOUBLE(b);
        return x < y ? (mask & 1) != 0 : x == y ? (mask & 2) != 0 : x > y ? (mask & 4) != 0 : mask == 5; }
    if (mask == 2 || mask == 5) {
        if (CG_IS_STR(a) && CG_IS_STR(b)) {
            if (a == b) return mask == 2;
            Py_ssize_t n = PyUnicode_GET_LENGTH(a);
            if (n > 4096) return -1;                    /* core/compare.py has it paid for */
            if (n != PyUnicode_GET_LENGTH(b) || PyUnicode_KIND(a) != PyUnicode_KIND(b)) return mask == 5;
            return (memcmp(PyUnicode_DATA(a), PyUnicode_DATA(b), n * PyUnicode_KIND(a)) == 0) == (mask == 2);
        }
        if (a == Py_None || b == Py_None) { if (a == b) return mask == 2; }
        return cg_compare_unlike(mask, a, b);
    }
    return -1;
}
/* truth of the commonest values: 1, 0, or -1: ask the type */
CG_INLINE int cg_truth(PyObject *o) {
    if (o == Py_True) return 1;
    if (o == Py_False || o == Py_None) return 0;
    if (CG_IS_INT(o)) return !(CG_COMPACT(o) && cg_int_value(o) == 0);
    if (CG_IS_STR(o)) return PyUnicode_GET_LENGTH(o) != 0;
    if (PyList_CheckExact(o)) return PyList_GET_SIZE(o) != 0;
    return -1; }
/* list[int], tuple[int]: a new reference, or NULL without an error: not mine */
CG_INLINE PyObject *cg_item(PyObject *o, PyObject *k) {
    if (CG_IS_INT(k) && CG_COMPACT(k)) {
        long i = cg_int_value(k); Py_ssize_t n;
        if (PyList_CheckExact(o)) { n = PyList_GET_SIZE(o); if (i < 0) i += n; if ((size_t)i < (size_t)n) return cg_newref(PyList_GET_ITEM(o, i)); }
        else if (PyTuple_CheckExact(o)) { n = PyTuple_GET_SIZE(o); if (i < 0) i += n; if ((size_t)i < (size_t)n) return cg_newref(PyTuple_GET_ITEM(o, i)); }
    }
    return NULL; }
/* a key that the host hashes without recursion: no tuple, or a short one without tuples in it */
CG_INLINE int cg_flat(PyObject *k) {
    Py_ssize_t n;
    if (CG_LIKELY(!PyTuple_Check(k))) return 1;
    n = PyTuple_GET_SIZE(k);
    if (n > 16) return 0;
    while (--n >= 0) if (PyTuple_Check(PyTuple_GET_ITEM(k, n)) || PySlice_Check(PyTuple_GET_ITEM(k, n))) return 0;
    return 1; }
/* list[int] = v (stolen on success): 1 done, 0 not mine */
CG_INLINE int cg_set_item(PyObject *o, PyObject *k, PyObject *v) {
    if (PyList_CheckExact(o) && CG_IS_INT(k) && CG_COMPACT(k)) {
        long i = cg_int_value(k); Py_ssize_t n = PyList_GET_SIZE(o); if (i < 0) i += n;
        if ((size_t)i < (size_t)n) { PyObject *old = PyList_GET_ITEM(o, i); PyList_SET_ITEM(o, i, v); Py_DECREF(old); return 1; }
    }
    return 0; }
/* list.append: steals v on success */
CG_INLINE int cg_list_append(PyObject *l, PyObject *v) {
    PyListObject *o = (PyListObject *)l; Py_ssize_t n = Py_SIZE(o);
    if (CG_LIKELY(n < o->allocated)) { PyList_SET_ITEM(l, n, v); Py_SET_SIZE(o, n + 1); return 0; }
    if (PyList_Append(l, v) < 0) return -1;
    Py_DECREF(v); return 0; }

/* the last item of a list (owned); NULL without an error: none there, or the list is to shrink */
CG_INLINE PyObject *cg_list_pop(PyObject *l) {
    PyListObject *o = (PyListObject *)l; Py_ssize_t n = Py_SIZE(o) - 1;
    if (n < 0 || n < (o->allocated >> 1)) return NULL;
    Py_SET_SIZE(o, n); return o->ob_item[n]; }
/* (value,); NULL without an error: no memory */
CG_INLINE PyObject *cg_tuple_of(PyObject *value) {
    PyObject *t = PyTuple_New(1); if (t == NULL) { PyErr_Clear(); return NULL; }
    Py_INCREF(value); PyTuple_SET_ITEM(t, 0, value); return t; }

/* As CPython's list.sort(): an empty list to which nothing has been done has no room, which is not the same as none. */
CG_INLINE void cg_watch_list(PyObject *o) { ((PyListObject *)o)->allocated = -1; }
CG_INLINE int cg_list_touched(PyObject *o) {
    if (((PyListObject *)o)->allocated >= 0) return 1;
    ((PyListObject *)o)->allocated = 0; return 0; }
/* the items of an exact list or tuple */
CG_INLINE PyObject **cg_items(PyObject *o) {
    return PyList_CheckExact(o) ? ((PyListObject *)o)->ob_item : ((PyTupleObject *)o)->ob_item; }
/* pushes the n items of a list or tuple, the first one on top */
CG_INLINE void cg_unpack(PyObject **sp, PyObject *o, Py_ssize_t n) {
    PyObject **items = cg_items(o);
    for (Py_ssize_t i = 0; i < n; i++) sp[i] = cg_newref(items[n - 1 - i]); }
/* len() of a str, list, tuple or dict; -1: of something else */
CG_INLINE long cg_plain_size(PyObject *a) {
    if (CG_IS_STR(a)) return (long)PyUnicode_GET_LENGTH(a);
    if (PyList_CheckExact(a)) return (long)PyList_GET_SIZE(a);
    if (PyTuple_CheckExact(a)) return (long)PyTuple_GET_SIZE(a);
    return PyDict_CheckExact(a) ? (long)PyDict_GET_SIZE(a) : -1; }
/* joins n strings */
static inline PyObject *cg_join(PyObject **p, Py_ssize_t n) {
    PyObject *empty, *t, *r;
    Py_ssize_t total = 0;
    for (Py_ssize_t i = 0; i < n && total >= 0; i++)
        total = PyUnicode_IS_COMPACT_ASCII(p[i]) && PyUnicode_GET_LENGTH(p[i]) < (PY_SSIZE_T_MAX >> 8) ? total + PyUnicode_GET_LENGTH(p[i]) : -1;
    if (total > 0 && n < 128) {
        if ((r = PyUnicode_New(total, 127)) == NULL) return NULL;
        char *to = (char *)PyUnicode_1BYTE_DATA(r);
        for (Py_ssize_t i = 0; i < n; i++) {
            Py_ssize_t size = PyUnicode_GET_LENGTH(p[i]);
            memcpy(to, PyUnicode_1BYTE_DATA(p[i]), size); to += size;
        }
        return r;
    }
    if (n == 2) return PyUnicode_Concat(p[0], p[1]);
    empty = PyUnicode_FromStringAndSize("", 0);
    t = PyTuple_New(n); if (!t) return NULL;
    for (Py_ssize_t i = 0; i < n; i++) { Py_INCREF(p[i]); PyTuple_SET_ITEM(t, i, p[i]); }
    r = PyUnicode_Join(empty, t); Py_DECREF(t); Py_XDECREF(empty); return r; }
/* str() of an int of one digit of the host's, or of a float */
static inline PyObject *cg_number_text(PyObject *o) {
    char text[12], *at = text + sizeof(text);
    if (!CG_IS_INT(o)) return PyObject_Str(o);
    long x = cg_int_value(o);
    unsigned long rest = x < 0 ? -(unsigned long)x : (unsigned long)x;
    do *--at = (char)('0' + rest % 10); while (rest /= 10);
    if (x < 0) *--at = '-';
    Py_ssize_t size = text + sizeof(text) - at;
    PyObject *r = PyUnicode_New(size, 127);
    if (r) memcpy(PyUnicode_1BYTE_DATA(r), at, size);
    return r; }
/* KeyError(key), for a tuple too */
static inline void cg_key_error(PyObject *key) {
    PyObject *t = PyTuple_Pack(1, key); if (t) { PyErr_SetObject(PyExc_KeyError, t); Py_DECREF(t); } }

/* ---- calling host functions without packing ------------------------------------------------------------- */
typedef PyObject *(*cg_fastcall)(PyObject *, PyObject *const *, Py_ssize_t);
typedef PyObject *(*cg_fastcall_kw)(PyObject *, PyObject *const *, Py_ssize_t, PyObject *);
#define CG_CALL_NOARGS(f, self) (((PyCFunction)(f))((self), NULL))
#define CG_CALL_O(f, self, a) (((PyCFunction)(f))((self), (a)))
#define CG_CALL_FAST(f, self, args, n) (((cg_fastcall)(f))((self), (args), (n)))
#define CG_CALL_FAST_KW(f, self, args, n, kwnames) (((cg_fastcall_kw)(f))((self), (args), (n), (kwnames)))
/* a host builtin function over a C function of ours, which gets `self`; its definition lives as long as the process */
static inline PyObject *cg_new_function(const char *name, void *meth, int flags, const char *doc, PyObject *self) {
    PyMethodDef *def = (PyMethodDef *)PyMem_Malloc(sizeof(PyMethodDef));
    if (!def) return PyErr_NoMemory();
    def->ml_name = name; def->ml_meth = (PyCFunction)meth; def->ml_flags = flags; def->ml_doc = doc;
    return PyCFunction_NewEx(def, self, NULL); }
/* where a tuple has its items */
static inline PyObject **cg_tuple_items(PyObject *t) { return ((PyTupleObject *)t)->ob_item; }
/* METH_VARARGS alone: a tuple of the arguments, and nothing else */
static inline PyObject *cg_call_varargs(void *f, PyObject *self, PyObject **args, Py_ssize_t n) {
    PyObject *r, *t = PyTuple_New(n); if (!t) return NULL;
    for (Py_ssize_t i = 0; i < n; i++) { Py_INCREF(args[i]); PyTuple_SET_ITEM(t, i, args[i]); }
    r = ((PyCFunction)f)(self, t); Py_DECREF(t); return r; }
static inline void *cg_method_pointer(PyObject *d) { return (void *)((PyMethodDescrObject *)d)->d_method->ml_meth; }
static inline int cg_method_flags(PyObject *d) { return ((PyMethodDescrObject *)d)->d_method->ml_flags; }
static inline void *cg_function_pointer(PyObject *f) { return (void *)((PyCFunctionObject *)f)->m_ml->ml_meth; }
static inline int cg_function_flags(PyObject *f) { return ((PyCFunctionObject *)f)->m_ml->ml_flags; }
static inline PyObject *cg_function_self(PyObject *f) { return ((PyCFunctionObject *)f)->m_self; }
#define CG_NEXT(it) (Py_TYPE(it)->tp_iternext(it))
static inline int cg_has_next(PyObject *o) { return PyIter_Check(o); }

/* ---- host exceptions ------------------------------------------------------------------------------------ */
static inline int cg_error_pending(void) { return PyErr_Occurred() != NULL; }
/* takes the current host exception, normalised; new reference or NULL */
static inline PyObject *cg_fetch_exception(void) {
#if PY_VERSION_HEX >= 0x030C0000
    return PyErr_GetRaisedException();
#else
    PyObject *t, *v, *tb; PyErr_Fetch(&t, &v, &tb);
    if (!t) return NULL;
    PyErr_NormalizeException(&t, &v, &tb);
    Py_XDECREF(t); Py_XDECREF(tb); return v;
#endif
}
/* sets the host exception to v (stolen) */
static inline void cg_restore_exception(PyObject *v) {
#if PY_VERSION_HEX >= 0x030C0000
    PyErr_SetRaisedException(v);
#else
    PyObject *t = cg_newref((PyObject *)Py_TYPE(v)); PyErr_Restore(t, v, NULL);
#endif
}
#if PY_VERSION_HEX >= 0x030D0000
#define CG_HASH_POINTER(p) Py_HashPointer(p)
#else
#define CG_HASH_POINTER(p) _Py_HashPointer(p)
#endif
#endif
