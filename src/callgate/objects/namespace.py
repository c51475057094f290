"""A module's global names: a dict, and for each name that linked code mentions a cell with the dict's present value.

The dict is the truth. A cell is filled when code is linked and then kept equal by every write; whoever changes the dict
behind the back of `Namespace` (a host C function given the dict) calls `resync`. A cell's value is NULL when the name
is unbound, so it is read and written through CG_GLOBAL_VALUE alone. Executables borrow cells: a namespace never lets go
of one, not even when the garbage collector clears it, which is why `Namespace` has a clear function of its own.
"""
import sys

import cython
from cython.cimports.callgate.core.attributes import bind, getattr_or
from cython.cimports.callgate.core.call import call0, call1, is_callable, object_call, set_callable_test
from cython.cimports.callgate.core.capi import (
    CG_GLOBAL_VALUE, PyDict_Type, PyTypeObject, Ref, Refs, cg_newref, cg_replace, cg_set_tp_name,
)
from cython.cimports.callgate.core.object import Object, Type, new_version, register_host, registered
from cython.cimports.callgate.core.operators import repr_, str_, truth
from cython.cimports.callgate.core.state import State, current
from cython.cimports.callgate.core.type import argument_name, lookup, type_name, type_of
from cython.cimports.cpython.dict import PyDict_DelItem, PyDict_GetItemWithError, PyDict_SetItem

from callgate.core.roots import LIKE_OBJECT
from callgate.core.type import native_type

@cython.final
@cython.no_gc_clear
@cython.cclass
class GlobalCell:
    """The place of one global name."""


@cython.final
@cython.cclass
class Namespace(dict):
    """The dict of a module. The host methods that write keep the cells equal, so that natives may use it as a dict."""

    def __cinit__(self):
        self.serial = new_version()

    def __setitem__(self, key, value):
        PyDict_SetItem(self, key, value)
        _follow(self, key)

    def __delitem__(self, key):
        PyDict_DelItem(self, key)
        _follow(self, key)

    def __ior__(self, other):
        self.update(other)
        return self

    def update(self, *args, **kwargs):
        try:
            dict.update(self, *args, **kwargs)
        finally:
            resync(self)

    def setdefault(self, key, default=None, /):
        value = dict.setdefault(self, key, default)
        _follow(self, key)
        return value

    def pop(self, *args):
        try:
            return dict.pop(self, *args)
        finally:
            resync(self)

    def popitem(self):
        item = dict.popitem(self)
        _follow(self, item[0])
        return item

    def clear(self):
        dict.clear(self)
        resync(self)


@cython.cfunc
@cython.exceptval(-1, check=False)
def _refresh(ns: Namespace, cell: GlobalCell) -> cython.int:
    value: Ref = PyDict_GetItemWithError(ns, cell.name)
    slot: Refs = CG_GLOBAL_VALUE(cython.cast(Ref, cell))
    if slot[0] != value:
        cg_replace(slot, cg_newref(value) if value != cython.NULL else cython.NULL)
    return 0


@cython.cfunc
@cython.exceptval(-1, check=False)
def _follow(ns: Namespace, key) -> cython.int:
    """The cell of `key` again holds what the dict does. A key that merely equals a name may stand for any name."""
    if ns.cells is None:
        return 0
    if type(key) is not str:
        return resync(ns)
    cell: Ref = PyDict_GetItemWithError(ns.cells, key)
    if cell != cython.NULL:
        _refresh(ns, cython.cast(GlobalCell, cell))
    return 0


@cython.cfunc
@cython.exceptval(-1, check=False)
def resync(ns: Namespace) -> cython.int:
    if ns.cells is not None:
        # A list: what dies when a cell changes may run code that links more names.
        for cell in list(ns.cells.values()):
            _refresh(ns, cython.cast(GlobalCell, cell))
    return 0


@cython.cfunc
def global_cell(ns: Namespace, name: str) -> GlobalCell:
    if ns.cells is None:
        ns.cells = {}
    known: Ref = PyDict_GetItemWithError(ns.cells, name)
    if known != cython.NULL:
        return cython.cast(GlobalCell, known)
    cell: GlobalCell = GlobalCell.__new__(GlobalCell)
    cell.name = name
    cg_replace(CG_GLOBAL_VALUE(cython.cast(Ref, cell)), cython.NULL)
    _refresh(ns, cell)
    if ns.builtins is not None:
        cell.builtin = global_cell(ns.builtins, name)
    ns.cells[name] = cell
    return cell


@cython.cfunc
@cython.exceptval(-1, check=False)
def namespace_set(ns: Namespace, name: str, value) -> cython.int:
    PyDict_SetItem(ns, name, value)
    return _follow(ns, name)


@cython.cfunc
@cython.exceptval(-1, check=False)
def namespace_delete(ns: Namespace, name: str) -> cython.int:
    PyDict_DelItem(ns, name)
    return _follow(ns, name)


def new_namespace(builtins=None):
    ns: Namespace = Namespace.__new__(Namespace)
    ns.builtins = builtins
    if registered(_NAMESPACE) == cython.NULL:   # the guest's dict is made by a module that may come later than this one
        known: Ref = registered(cython.address(PyDict_Type))
        if known != cython.NULL:
            register_host(_NAMESPACE, cython.cast(Type, known))
    return ns


@cython.cfunc
@cython.exceptval(-1, check=False)
def set_builtins(ns: Namespace, builtins: Namespace | None) -> cython.int:
    ns.builtins = builtins
    if ns.cells is not None:
        for cell in list(ns.cells.values()):
            cython.cast(GlobalCell, cell).builtin = None if builtins is None else global_cell(builtins, cell.name)
    return 0


@cython.cfunc
@cython.exceptval(check=False)
def _namespace_clear(raw: Ref) -> cython.int:
    """The collector's clear: the contents go, the cells stay, since executables that die later borrow them."""
    PyDict_Type.tp_clear(raw)
    resync(cython.cast(Namespace, raw))
    return 0


_NAMESPACE = cython.declare(cython.pointer(PyTypeObject),
                            cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Namespace)))
_NAMESPACE.tp_clear = _namespace_clear


# ---- modules


@cython.cclass
class Module(Object):
    """A guest module, or an instance of a guest subclass of ModuleType."""


_LOADERS_SHOW = sys.version_info < (3, 12)
_ABSENT = cython.declare(object, object())
_HOST_MODULE = cython.declare(type, type(sys))
_SHOWS_ORIGIN = sys.version_info >= (3, 13)


def new_module(name, doc):
    module: Module = module_new(module_type, (), None)
    _set_up(module, name, doc)
    return module


@cython.cfunc
@cython.exceptval(-1, check=False)
def _set_up(module: Module, name, doc) -> cython.int:
    for key, value in (("__name__", name), ("__doc__", doc), ("__package__", None), ("__loader__", None),
                       ("__spec__", None)):
        namespace_set(module.namespace, key, value)
    return 0


@cython.cfunc
def module_new(cls: Type, args: tuple, kwargs):
    module: Module = Module.__new__(Module)
    module.type = cls
    module.namespace = new_namespace()
    module.attrs = module.namespace
    return module


@cython.cfunc
@cython.exceptval(-1, check=False)
def module_init(module, args: tuple, kwargs) -> cython.int:
    given: dict = dict(zip(("name", "doc"), args))
    if kwargs:
        given.update(kwargs)
    if len(given) != len(args) + len(kwargs or ()) or "name" not in given or given.keys() - {"name", "doc"}:
        # the host words the complaint; it sees how many arguments there are, and their names
        _HOST_MODULE(*["" for arg in args], **dict.fromkeys(kwargs or (), ""))
    name = given["name"]
    if not isinstance(name, str):
        raise TypeError(f"module() argument 'name' must be str, not {argument_name(name)}")
    return _set_up(module, name, given.get("doc"))


# ---- attributes


@cython.cfunc
def _own(module: Module, name: str):
    """What the module's namespace has under the name, or _ABSENT."""
    value: Ref = PyDict_GetItemWithError(module.namespace, name)
    return _ABSENT if value == cython.NULL else cython.cast(object, value)


def module_getattr(module, name):
    found = _find(module, name)
    if found is _ABSENT:
        found = _ask_getattr(module, name)
    if found is _ABSENT:
        raise _no_attribute(module, name)
    return found


@cython.cfunc
def _find(module: Module, name: str):
    """Data descriptor of the type, own name, other attribute of the type; or _ABSENT."""
    descr: Ref = lookup(module.type, name)
    if descr == cython.NULL:
        return _own(module, name)
    if type_of(cython.cast(object, descr)).slots.tp_descr_set == cython.NULL:
        own = _own(module, name)
        if own is not _ABSENT:
            return own
    try:
        return bind(cython.cast(object, descr), cython.cast(Ref, module), module.type)
    except AttributeError:
        return _ABSENT


@cython.cfunc
def _ask_getattr(module: Module, name: str):
    """PEP 562. An AttributeError of the module's __getattr__ is its answer and is passed on."""
    hook = _own(module, "__getattr__")
    return _ABSENT if hook is _ABSENT else call1(hook, name)


@cython.cfunc
def _no_attribute(module: Module, name: str):
    own_name = _own(module, "__name__")
    if not isinstance(own_name, str):
        text = f"module has no attribute '{name}'"
    else:
        spec = _own(module, "__spec__")
        if spec is _ABSENT or spec is None or not truth(getattr_or(spec, "_initializing", False)):
            text = f"module '{own_name}' has no attribute '{name}'"
            if _is_loading_submodule(spec, name):
                text = f"cannot access submodule '{name}' of module '{own_name}' (most likely due to a circular import)"
        else:
            origin = getattr_or(spec, "origin", None) if _SHOWS_ORIGIN else None
            place = f" from '{origin}'" if isinstance(origin, str) else ""
            text = (f"partially initialized module '{own_name}'{place} has no attribute '{name}' "
                    "(most likely due to a circular import)")
    return AttributeError(text, name=name, obj=module)


@cython.cfunc
@cython.exceptval(-1, check=False)
def _is_loading_submodule(spec, name: str) -> cython.bint:
    if spec is _ABSENT or spec is None:
        return False
    loading = getattr_or(spec, "_uninitialized_submodules", None)
    return type(loading) is list and name in loading


@cython.cfunc
@cython.exceptval(-1, check=False)
def module_setattr(obj, name: str, value: Ref) -> cython.int:
    module: Module = obj
    descr: Ref = lookup(module.type, name)
    if descr != cython.NULL:
        store = type_of(cython.cast(object, descr)).slots.tp_descr_set
        if store != cython.NULL:
            return store(cython.cast(object, descr), obj, value)
    if value != cython.NULL:
        return namespace_set(module.namespace, name, cython.cast(object, value))
    if PyDict_GetItemWithError(module.namespace, name) == cython.NULL:
        raise AttributeError(f"'{module.type.name}' object has no attribute '{name}'", name=name, obj=module)
    return namespace_delete(module.namespace, name)


def _module_dir(module: Module):
    """module.__dir__"""
    if not isinstance(getattr_or(module, "__dict__", None), dict):
        raise TypeError("<module>.__dict__ is not a dictionary")
    hook = _own(module, "__dir__")
    return list(module.namespace) if hook is _ABSENT else call0(hook)


def _module_annotations(module: Module):
    found = _own(module, "__annotations__")
    if found is _ABSENT:
        found = {}
        namespace_set(module.namespace, "__annotations__", found)
    return found


def _module_repr(module: Module):
    """As importlib._bootstrap._module_repr."""
    spec = getattr_or(module, "__spec__", None)
    if _LOADERS_SHOW and (spec is None or not truth(spec)):
        show = getattr_or(getattr_or(module, "__loader__", None), "module_repr", None)
        if show is not None:
            try:
                return call1(show, module)
            except Exception:
                pass
    if spec is not None and truth(spec):
        name, origin = getattr_or(spec, "name", None), getattr_or(spec, "origin", None)
        shown = "?" if name is None else name
        if origin is None:
            return f"<module {repr_(shown)}{_from_loader(getattr_or(spec, 'loader', None))}>"
        if truth(getattr_or(spec, "has_location", False)):
            return f"<module {repr_(shown)} from {repr_(origin)}>"
        return f"<module {repr_(name)} ({str_(origin)})>"
    shown = getattr_or(module, "__name__", "?")
    origin = getattr_or(module, "__file__", _ABSENT)
    if origin is not _ABSENT:
        return f"<module {repr_(shown)} from {repr_(origin)}>"
    return f"<module {repr_(shown)}{_from_loader(getattr_or(module, '__loader__', None))}>"


@cython.cfunc
def _from_loader(loader) -> str:
    return "" if loader is None else f" ({repr_(loader)})"


# ---- calls: PEP 713


@cython.cfunc
def _call_attribute(module: Module):
    """What `__call__` means in the module now, or _ABSENT: its own name first, then its __getattr__."""
    state: cython.pointer(State) = current()
    if state != cython.NULL and state.vm != cython.NULL and not cython.cast(object, state.vm).callable_modules:
        return _ABSENT
    found = _own(module, "__call__")
    if found is _ABSENT:
        hook = _own(module, "__getattr__")
        if hook is not _ABSENT:
            try:
                found = call1(hook, "__call__")
            except AttributeError:
                pass
    return found


def module_target(module):
    found = _call_attribute(module)
    if found is _ABSENT:
        raise TypeError(_not_callable(module))
    return found


def module_is_callable(module):
    return _call_attribute(module) is not _ABSENT


@cython.cfunc
@cython.exceptval(-1, check=False)
def _is_callable(module) -> cython.bint:
    return module_is_callable(module)


@cython.cfunc
def module_call(module, args: tuple, kwargs):
    return object_call(module_target(module), args, kwargs)


@cython.cfunc
def _not_callable(module: Module) -> str:
    """The newest Python's text: it points at a function that has the module's name."""
    text = f"'{module.type.name}' object is not callable"
    name = _own(module, "__name__")
    if module.type is module_type and isinstance(name, str):
        try:
            if is_callable(module_getattr(module, name)):
                return f"{text}. Did you mean: '{name}.{name}(...)'?"
        except Exception:
            pass  # what goes wrong while looking for a hint is not what the program did wrong
    return text


# ---- the type


def _new_module(cls, /, *args, **kwargs):
    return module_new(cls, args, kwargs)


def _init_module(self, /, *args, **kwargs):
    module_init(self, args, kwargs)


def _getattribute(module: Module, name, /):
    return module_getattr(module, _attribute_name(name))


def _setattr(module: Module, name, value, /):
    module_setattr(module, _attribute_name(name), cython.cast(Ref, value))


def _delattr(module: Module, name, /):
    module_setattr(module, _attribute_name(name), cython.NULL)


@cython.cfunc
def _attribute_name(name) -> str:
    if not isinstance(name, str):
        raise TypeError(f"attribute name must be string, not '{type_name(name)}'")
    return sys.intern(str(name))


def _module_dict(module: Module):
    return module.namespace


def _set_dict(module, value):
    raise AttributeError("readonly attribute")


def _set_annotations(module: Module, value):
    namespace_set(module.namespace, "__annotations__", value)


def _delete_annotations(module: Module):
    if "__annotations__" not in module.namespace:
        raise AttributeError("__annotations__")
    namespace_delete(module.namespace, "__annotations__")


module_type = native_type(
    "module", Module, basetype=True, has_dict=True, doc=_HOST_MODULE.__doc__, new=_new_module, init=_init_module,
    functions={"__repr__": _module_repr, "__dir__": _module_dir, "__getattribute__": _getattribute,
               "__setattr__": _setattr, "__delattr__": _delattr},
    getters={"__dict__": (_module_dict, _set_dict, None),
             "__annotations__": (_module_annotations, _set_annotations, _delete_annotations)})
module_type.slots.tp_call = module_call
set_callable_test(module_call, _is_callable)
module_type.slots.tp_getattro = module_type.slots.native_getattro = module_getattr
module_type.slots.tp_setattro = module_type.slots.native_setattro = module_setattr
LIKE_OBJECT.append(module_type)
module_type.slots.tp_new = module_new
module_type.slots.tp_init = module_init
cg_set_tp_name(cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Namespace)), b"dict")     # what the host says of a module's
