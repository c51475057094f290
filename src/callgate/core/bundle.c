/* All compiled modules in one shared library: opening a hundred would take longer than what is in them.
 *
 * setup.py writes the list: CG_MODULE(initialisation function, "full name"). Each module stays a module of its own; the
 * finder in callgate/bundle.py asks for one by name, at its import, and gets what importlib's loader of extension
 * modules would have got from a library of its own. */
#include <Python.h>

PyObject *cg_import_module(const char *name);

#define CG_MODULE(init, name) PyObject *init(void);
#include "bundle_modules.h"
#undef CG_MODULE

typedef struct { const char *name; PyObject *(*init)(void); } Entry;

static const Entry entries[] = {
#define CG_MODULE(init, name) {name, init},
#include "bundle_modules.h"
#undef CG_MODULE
};
#define COUNT ((Py_ssize_t)(sizeof(entries) / sizeof(entries[0])))

/* PyImport_ImportModule for the modules in here: most of what one imports is there already. */
PyObject *cg_import_module(const char *name) {
    PyObject *text = PyUnicode_FromString(name);
    if (text == NULL)
        return NULL;
    PyObject *found = PyImport_GetModule(text);
    if (found == NULL && !PyErr_Occurred())
        found = PyImport_Import(text);
    Py_DECREF(text);
    return found;
}

static PyObject *names(PyObject *self, PyObject *unused) {
    PyObject *all = PyDict_New();
    for (Py_ssize_t i = 0; all != NULL && i < COUNT; i++) {
        PyObject *number = PyLong_FromSsize_t(i);
        if (number == NULL || PyDict_SetItemString(all, entries[i].name, number) < 0)
            Py_CLEAR(all);
        Py_XDECREF(number);
    }
    return all;
}

/* create(number, spec): the module, of which nothing has run yet */
static PyObject *create(PyObject *self, PyObject *args) {
    Py_ssize_t i;
    PyObject *spec;
    if (!PyArg_ParseTuple(args, "nO", &i, &spec))
        return NULL;
    if (i < 0 || i >= COUNT) {
        PyErr_SetString(PyExc_IndexError, "no module of that number");
        return NULL;
    }
    PyObject *made = entries[i].init();
    if (made != NULL && PyObject_TypeCheck(made, &PyModuleDef_Type))
        return PyModule_FromDefAndSpec((PyModuleDef *)made, spec);
    return made;
}

/* execute(module): run its body, unless it has */
static PyObject *execute(PyObject *self, PyObject *module) {
    PyModuleDef *def = PyModule_Check(module) ? PyModule_GetDef(module) : NULL;
    if (def != NULL && PyModule_GetState(module) == NULL && PyModule_ExecDef(module, def) < 0)
        return NULL;
    if (PyErr_Occurred())
        return NULL;
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"names", names, METH_NOARGS, "The full names of the modules, and their numbers."},
    {"create", create, METH_VARARGS, "The module of a number, made for a spec."},
    {"execute", execute, METH_O, "Run the body of a module that was created."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "callgate._bundle", "The compiled modules of callgate.", 0, methods, NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__bundle(void) {
    return PyModuleDef_Init(&definition);
}
