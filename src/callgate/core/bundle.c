/* All compiled modules in one shared library: opening a hundred would take longer than what is in them.
 *
 * setup.py writes the list: CG_MODULE(initialisation function, "full name"). Each module stays a module of its own; the
 * finder in callgate/bundle.py asks for one by name, at its import, and gets what importlib's loader of extension
 * modules would have got from a library of its own. */
#include <Python.h>

PyObject *cg_import_module(const char *name);
PyObject *cg_import_level(PyObject *name, PyObject *globals, PyObject *locals, PyObject *wanted, int level);
static PyObject *text_at(const char *name);
PyObject *cg_get_attr_string(PyObject *o, const char *name);
PyObject *cg_dict_get_string(PyObject *dict, const char *name);
int cg_dict_get_string_ref(PyObject *dict, const char *name, PyObject **found);
int cg_dict_set_string(PyObject *dict, const char *name, PyObject *value);

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

/* While a start makes modules in advance: what makes the one of a name, if it can (callgate/bundle.py). */
static PyObject *maker = NULL;

/* What one module in here imports from another is there already, mostly; else the maker comes before importlib.
 * NULL without an error: ask importlib. */
static PyObject *make(PyObject *name) {
    PyObject *modules = PyImport_GetModuleDict();
    PyObject *found = PyDict_GetItemWithError(modules, name);
    if (found == NULL && !PyErr_Occurred() && maker != NULL) {
        PyObject *using = Py_NewRef(maker), *made = PyObject_CallOneArg(using, name);
        Py_DECREF(using);
        Py_XDECREF(made);
        if (made != NULL)
            found = PyDict_GetItemWithError(modules, name);
    }
    return Py_XNewRef(found);
}

/* PyImport_ImportModule for the modules in here */
PyObject *cg_import_module(const char *name) {
    PyObject *text = text_at(name);
    if (text == NULL)
        return NULL;
    PyObject *found = make(text);
    if (found == NULL && !PyErr_Occurred())
        found = PyImport_Import(text);
    Py_DECREF(text);
    return found;
}

/* The full name of what a module imports. */
static PyObject *absolute(PyObject *name, PyObject *globals, int level) {
    PyObject *package = level > 0 ? PyDict_GetItemString(globals, "__package__") : NULL;
    if (package == NULL || !PyUnicode_Check(package) || !PyUnicode_GetLength(name))
        return level > 0 ? NULL : Py_NewRef(name);
    Py_ssize_t end = PyUnicode_GetLength(package);
    while (--level > 0 && end > 0)
        end = PyUnicode_FindChar(package, '.', 0, end, -1);
    PyObject *base = end > 0 ? PyUnicode_Substring(package, 0, end) : NULL;
    PyObject *full = base != NULL ? PyUnicode_FromFormat("%U.%U", base, name) : NULL;
    Py_XDECREF(base);
    return full;
}

/* PyImport_ImportModuleLevelObject for them */
PyObject *cg_import_level(PyObject *name, PyObject *globals, PyObject *locals, PyObject *wanted, int level) {
    if (maker != NULL) {
        PyObject *full = absolute(name, globals, level);
        PyObject *found = full != NULL ? make(full) : NULL;
        Py_XDECREF(full);
        Py_XDECREF(found);
        if (PyErr_Occurred())
            return NULL;
    }
    return PyImport_ImportModuleLevelObject(name, globals, locals, wanted, level);
}

/* A start asks nine thousand times for something by its name in C: these are the texts that it made of the names, which
 * are about a quarter as many. The key is the text's own copy of the name. */
#define TEXTS 4096
static PyObject *texts[TEXTS];
static int text_count = 0;

/* The text of a name: a new reference, or NULL with an error. */
static PyObject *text_of(const char *name) {
    uint32_t hash = 2166136261u;
    for (const char *at = name; *at; at++)
        hash = (hash ^ (unsigned char)*at) * 16777619u;
    uint32_t i = (hash ^ hash >> 15) % TEXTS;
    while (texts[i] != NULL) {
        if (strcmp((const char *)PyUnicode_DATA(texts[i]), name) == 0)
            return Py_NewRef(texts[i]);
        i = (i + 1) % TEXTS;
    }
    PyObject *text = PyUnicode_InternFromString(name);
    if (text != NULL && PyUnicode_IS_COMPACT_ASCII(text) && text_count < TEXTS * 3 / 4) {
        texts[i] = Py_NewRef(text);
        text_count++;
    }
    return text;
}

/* The same of a constant, which the linker keeps once for all modules: known by its address. */
static PyObject *text_at(const char *name) {
    static struct { const char *name; PyObject *text; } known[TEXTS];
    uint32_t i = (uint32_t)((uintptr_t)name * 2654435761u >> 12) % TEXTS;
    if (known[i].name == name) {
        assert(PyUnicode_CompareWithASCIIString(known[i].text, name) == 0);
        return Py_NewRef(known[i].text);
    }
    PyObject *text = text_of(name);
    if (text != NULL) {
        Py_XSETREF(known[i].text, Py_NewRef(text));
        known[i].name = name;
    }
    return text;
}

/* What the C API does by a name in C, for the modules in here: */
PyObject *cg_get_attr_string(PyObject *o, const char *name) {
    PyObject *text = text_at(name), *found = NULL;
    if (text != NULL && PyModule_CheckExact(o)) {
        found = Py_XNewRef(PyDict_GetItemWithError(PyModule_GetDict(o), text));
        if (found == NULL && !PyErr_Occurred())
            found = PyObject_GetAttr(o, text);
    }
    else if (text != NULL)
        found = PyObject_GetAttr(o, text);
    Py_XDECREF(text);
    return found;
}

PyObject *cg_dict_get_string(PyObject *dict, const char *name) {
    PyObject *text = text_of(name), *found = text != NULL ? PyDict_GetItemWithError(dict, text) : NULL;
    Py_XDECREF(text);
    if (found == NULL)
        PyErr_Clear();
    return found;
}

int cg_dict_get_string_ref(PyObject *dict, const char *name, PyObject **found) {
    PyObject *text = text_of(name);
    *found = text != NULL ? Py_XNewRef(PyDict_GetItemWithError(dict, text)) : NULL;
    Py_XDECREF(text);
    return *found != NULL ? 1 : PyErr_Occurred() ? -1 : 0;
}

int cg_dict_set_string(PyObject *dict, const char *name, PyObject *value) {
    PyObject *text = text_at(name);
    int status = text != NULL ? PyDict_SetItem(dict, text, value) : -1;
    Py_XDECREF(text);
    return status;
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

/* set_maker(function or None): what is asked first for a module that is not there */
static PyObject *set_maker(PyObject *self, PyObject *function) {
    Py_XSETREF(maker, function == Py_None ? NULL : Py_NewRef(function));
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"names", names, METH_NOARGS, "The full names of the modules, and their numbers."},
    {"create", create, METH_VARARGS, "The module of a number, made for a spec."},
    {"execute", execute, METH_O, "Run the body of a module that was created."},
    {"set_maker", set_maker, METH_O, "The function that makes modules before importlib is asked, or None."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "callgate._bundle", "The compiled modules of callgate.", 0, methods, NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__bundle(void) {
    return PyModuleDef_Init(&definition);
}
