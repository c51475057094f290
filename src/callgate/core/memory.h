/* What the object model needs of C: thread-local state, the C stack's bounds, fields that Cython hides, and the
   host's type structure where it is patched. */
#ifndef CALLGATE_MEMORY_H
#define CALLGATE_MEMORY_H
#include "capi.h"
#if defined(__linux__) || defined(__APPLE__)
#include <pthread.h>
#endif

#if defined(_MSC_VER)
#define CG_THREAD_LOCAL static __declspec(thread)
#else
#define CG_THREAD_LOCAL static __thread __attribute__((unused))
#endif
/* One copy per extension module: core/state.py's is the machine that runs, core/object.py's is the trashcan. */
/* In one struct, since the address of each variable is asked of a function. */
typedef struct CgLocal {
    void *state; char *floor;
    PyObject **trash; int trash_depth, trash_size, trash_room;
} CgLocal;
CG_THREAD_LOCAL CgLocal cg_local;
#if defined(__GNUC__)
/* keeps the compiler from asking again at each use */
#define CG_HOLD(p) __asm__("" : "+r"(p))
#else
#define CG_HOLD(p)
#endif
#define CG_STATE() (cg_local.state)
#define cg_this_thread() ((void *)PyThreadState_Get())
#define CG_SET_STATE(s) (cg_local.state = (void *)(s))
#define CG_TRASH_DEPTH() (cg_local.trash_depth)
#define CG_SET_TRASH_DEPTH(n) (cg_local.trash_depth = (n))      /* code of the guest's in between starts from 0 */
/* Objects whose turn comes when the C stack is shallow again. A tp_dealloc of ours calls cg_trash_enter first, and
   cg_trash_leave with what that gave last of all, whatever happens in between. */
#define CG_TRASH_DEEPEST 40
static inline int cg_trash_push(PyObject *o) {
    if (cg_local.trash_size == cg_local.trash_room) {
        int room = cg_local.trash_room * 2 + 64;
        PyObject **more = (PyObject **)realloc(cg_local.trash, room * sizeof(PyObject *));
        if (!more) return -1;
        cg_local.trash = more; cg_local.trash_room = room;
    }
    cg_local.trash[cg_local.trash_size++] = o; return 0; }
/* -1: the object waits, it is not to be touched any more; else go on */
static inline int cg_trash_enter(PyObject *o) {
    CgLocal *local = &cg_local;
    CG_HOLD(local);
    if (local->trash_depth > CG_TRASH_DEEPEST) {
        if (PyObject_GC_IsTracked(o)) PyObject_GC_UnTrack(o);
        if (cg_trash_push(o) == 0) return -1;
    }
    return local->trash_depth++; }
static inline void cg_trash_leave(int depth) {
    CgLocal *local = &cg_local;
    CG_HOLD(local);
    if (depth == 0)          /* still at depth 1: what dies here leaves what it makes wait to this loop, and does not nest */
        while (local->trash_size) { PyObject *o = local->trash[--local->trash_size]; Py_TYPE(o)->tp_dealloc(o); }
    local->trash_depth = depth; }

/* ---- the C stack ---------------------------------------------------------------------------------------- */
#if defined(_MSC_VER)
#include <intrin.h>
#define CG_STACK_POINTER() ((char *)_AddressOfReturnAddress())
#else
#define CG_STACK_POINTER() ((char *)__builtin_frame_address(0))
#endif
/* The address that natives must not pass: a quarter of this thread's stack, and at least 256 KiB of a usual one, stay free. */
CG_NOINLINE char *cg_find_floor(void) {
    size_t size = 0; char *low = NULL;
#if defined(__linux__)
    pthread_attr_t attr; void *address;
    if (pthread_getattr_np(pthread_self(), &attr) == 0) {
        if (pthread_attr_getstack(&attr, &address, &size) == 0) low = (char *)address;
        pthread_attr_destroy(&attr);
    }
#elif defined(__APPLE__)
    size = pthread_get_stacksize_np(pthread_self());
    low = (char *)pthread_get_stackaddr_np(pthread_self()) - size;
#endif
    if (!low) { size = 512 << 10; low = CG_STACK_POINTER() - size; }   /* unknown: half of the smallest main stack */
    size_t margin = size / 4, least = 256 << 10;
    if (margin < least) margin = least < size / 2 ? least : size / 2;
    return cg_local.floor = low + margin; }
CG_INLINE char *cg_stack_floor(void) { return cg_local.floor ? cg_local.floor : cg_find_floor(); }

/* The host's recursion that an outermost run finds: the same however deep its caller is, so that what a guest may do does not
   depend on it, and enough for a chain of frames that are closed one inside the other. Later hosts do not count calls of C
   functions together with those of Python's. */
#define CG_RECURSION 1500
#if PY_VERSION_HEX < 0x030C0000
static inline int cg_lend_recursion(void) {
    PyThreadState *t = PyThreadState_Get();
    int lent = CG_RECURSION - t->recursion_remaining;
    t->recursion_remaining += lent;
    return lent; }
static inline void cg_take_back_recursion(int lent) { PyThreadState_Get()->recursion_remaining -= lent; }
#elif PY_VERSION_HEX >= 0x030D0000 && PY_VERSION_HEX < 0x030E0000
/* 3.13 lets containers die one inside the other until its count of C calls comes near its end, which takes up to 2 MiB and
   more: no more of those calls than this thread's stack has room for. */
#define CG_STACK_PER_CALL 512
#define CG_FEWEST_CALLS 200     /* the host keeps 100 of them for itself */
static inline int cg_lend_recursion(void) {
    PyThreadState *t = PyThreadState_Get();
    ptrdiff_t room = (CG_STACK_POINTER() - cg_stack_floor()) / CG_STACK_PER_CALL;
    int most = room < CG_FEWEST_CALLS ? CG_FEWEST_CALLS : room > t->c_recursion_remaining ? t->c_recursion_remaining : (int)room;
    int lent = most < t->c_recursion_remaining ? most - t->c_recursion_remaining : 0;
    t->c_recursion_remaining += lent;
    return lent; }
static inline void cg_take_back_recursion(int lent) { PyThreadState_Get()->c_recursion_remaining -= lent; }
#else
static inline int cg_lend_recursion(void) { return 0; }
static inline void cg_take_back_recursion(int lent) { (void)lent; }
#endif

/* ---- fields, raw ---------------------------------------------------------------------------------------- */
/* words of Object: header (2), type, attrs */
#define CG_TYPE(o) (((PyObject **)(o))[2])
#define CG_ATTRS(o) (((PyObject **)(o))[3])
#define CG_SET_TYPE(o, t) (((PyObject **)(o))[2] = (PyObject *)(t))
#define CG_SET_ATTRS(o, d) (((PyObject **)(o))[3] = (PyObject *)(d))
#define CG_WEAK_LIST(o) ((PyObject **)((char *)(o) + Py_TYPE(o)->tp_weaklistoffset))
#define CG_INTERNED(s) (PyUnicode_CHECK_INTERNED(s) != 0)
#define CG_FINALIZED(o) (PyObject_GC_IsFinalized(o) != 0)
#define CG_HOST_FREE(o) (Py_TYPE(o)->tp_free(o))
static inline PyObject *cg_host_new(PyTypeObject *t, PyObject *empty) { return t->tp_new(t, empty, NULL); }
/* the instance dict of a mirror; new reference or NULL */
#define cg_host_dict(o) PyObject_GenericGetDict((o), NULL)
/* the same when it is there already; borrowed. Attributes of mirrors are set in the dict only, never in the host's inline
   values, so that without a dict there are none. */
static inline PyObject *cg_own_dict(PyObject *o) {
    PyObject *found, **at;
    if (Py_TYPE(o)->tp_flags & Py_TPFLAGS_MANAGED_DICT) {
        found = ((PyObject **)o)[-3];
        return ((uintptr_t)found & 1) ? NULL : found; }
    at = _PyObject_GetDictPtr(o);
    return at == NULL ? NULL : *at; }

/* ---- errors that wait while something else runs ---------------------------------------------------------- */
typedef struct CgError { PyObject *type, *value, *trace; } CgError;
#if PY_VERSION_HEX >= 0x030C0000
static inline void cg_save_error(CgError *e) { e->value = PyErr_GetRaisedException(); }
static inline void cg_restore_error(CgError *e) { PyErr_SetRaisedException(e->value); }
#else
static inline void cg_save_error(CgError *e) { PyErr_Fetch(&e->type, &e->value, &e->trace); }
static inline void cg_restore_error(CgError *e) { PyErr_Restore(e->type, e->value, e->trace); }
#endif
#endif
