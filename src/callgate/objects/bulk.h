/* Methods of host types that pay for the size of what they look at: 200 C functions that differ in their number only, because a
   method in the fastcall convention is not told which one it is. objects/guard.py has the target. */
#ifndef CALLGATE_BULK_H
#define CALLGATE_BULK_H
#include "../core/capi.h"
typedef PyObject *(*cg_bulk_target)(int which, PyObject *self, PyObject **args, Py_ssize_t n, PyObject *kwnames);
static cg_bulk_target cg_bulk_to;
#define CG_BULK(i) static PyObject *cg_bulk_##i(PyObject *s, PyObject *const *a, Py_ssize_t n, PyObject *k) { \
    return cg_bulk_to(1##i - 1000, s, (PyObject **)a, n, k); }
#define CG_BULK10(t) CG_BULK(t##0) CG_BULK(t##1) CG_BULK(t##2) CG_BULK(t##3) CG_BULK(t##4) \
    CG_BULK(t##5) CG_BULK(t##6) CG_BULK(t##7) CG_BULK(t##8) CG_BULK(t##9)
#define CG_BULK100(h) CG_BULK10(h##0) CG_BULK10(h##1) CG_BULK10(h##2) CG_BULK10(h##3) CG_BULK10(h##4) \
    CG_BULK10(h##5) CG_BULK10(h##6) CG_BULK10(h##7) CG_BULK10(h##8) CG_BULK10(h##9)
CG_BULK100(0)
CG_BULK100(1)
#define CG_NAME10(t) (void *)cg_bulk_##t##0, (void *)cg_bulk_##t##1, (void *)cg_bulk_##t##2, (void *)cg_bulk_##t##3, \
    (void *)cg_bulk_##t##4, (void *)cg_bulk_##t##5, (void *)cg_bulk_##t##6, (void *)cg_bulk_##t##7, \
    (void *)cg_bulk_##t##8, (void *)cg_bulk_##t##9,
#define CG_NAME100(h) CG_NAME10(h##0) CG_NAME10(h##1) CG_NAME10(h##2) CG_NAME10(h##3) CG_NAME10(h##4) \
    CG_NAME10(h##5) CG_NAME10(h##6) CG_NAME10(h##7) CG_NAME10(h##8) CG_NAME10(h##9)
static void *const cg_bulk_functions[] = { CG_NAME100(0) CG_NAME100(1) };
static inline void *cg_bulk_function(int which) { return cg_bulk_functions[which]; }
static inline void cg_set_bulk_target(void *f) { cg_bulk_to = (cg_bulk_target)f; }
/* how much a method of str, bytes, bytearray or int looks at, in characters, bytes or digits */
static inline Py_ssize_t cg_bulk_size(PyObject *o) {
    if (PyUnicode_Check(o)) return PyUnicode_GET_LENGTH(o);
    if (PyBytes_Check(o) || PyByteArray_Check(o)) return Py_SIZE(o);
    if (PyLong_Check(o)) return cg_int_digits(o);
    return 0; }
#endif
