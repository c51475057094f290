"""Guest exceptions: the builtin classes, raising and matching, and the passage between guest and host exceptions.

A guest exception never holds a host object: `to_guest_exception` copies type, args and known fields, and of these only
guest values. Host causes, contexts, tracebacks, notes and attributes stay outside. `raise` in the guest makes no host
exception; one is made only where the guest's must pass through host C code (`to_host_exception`).
"""


import sys

import cython
from cython.cimports.callgate.core.attributes import getattr_or, setattr_
from cython.cimports.callgate.core.call import call0
from cython.cimports.callgate.core.capi import (
    CG_FINALIZED, CG_IS_OBJECT, CG_SET_TYPE, CG_TYPE, CG_WEAK_LIST, DECREF, INCREF,
    Py_None, Py_SET_REFCNT, PyObject_CallFinalizerFromDealloc, PyObject_ClearWeakRefs, PyObject_GC_IsTracked,
    PyObject_GC_Track, PyObject_GC_UnTrack, PyTypeObject, Py_REFCNT, Ref, XDECREF, cg_trash_enter, cg_trash_leave, deallocproc_t,
)
from cython.cimports.callgate.core.object import (
    INLINE_SLOTS, TF_CUSTOM_NEW, TF_EXCEPTION, TF_HAS_DEL, TF_HEAP, Shape, Type, grow_slots, instance_clear,
)
from cython.cimports.callgate.core.operators import repr_, str_
from cython.cimports.callgate.core.state import State, birth, charge, check_c_stack, current
from cython.cimports.callgate.core.type import instance_dict, is_subtype, type_name, type_of, type_of_raw, use_dict
from cython.cimports.cpython.ref import PyObject

from callgate.core.attributes import set_attribute_note
from callgate.core.classes import set_carrier
from callgate.core.errors import GuestRaise
from callgate.core.type import extend_type, native_type
from callgate.objects.exception_group import derive, group_text, new_group, set_classes, split, subgroup
from callgate.objects.exceptions_table import ALIASES, HOST_CLASSES, KINDS, os_error_name, os_text, own_text
from callgate.objects.genericalias import class_getitem


@cython.final
@cython.cclass
class Traceback(Object):
    """One frame that an exception passed through; `next` is the frame that it called."""


@cython.cclass
class ExceptionObject(Instance):
    """An instance of a guest class that derives from BaseException."""


# ---- builtin classes

_types = cython.declare(dict, {})       # name -> Type
_by_host = cython.declare(dict, {})     # host class -> Type
_raises = cython.declare(dict, {})      # builtin Type -> GuestRaise class, or the host class that it will be made of
_row_of = cython.declare(dict, {})      # host class -> what _row gives for its Type
_rows = cython.declare(dict, {})        # name of a builtin class -> Kind, its nearest base's where it has none; or None


def exception_type(name):
    return _types[name]


def is_exception_class(value):
    return CG_IS_OBJECT(cython.cast(Ref, value)) and isinstance(value, Type) and (
        cython.cast(Type, value).flags & TF_EXCEPTION) != 0


@cython.cfunc
def _row(cls: Type):
    """The row of exceptions_table that says how an instance of the class is filled, or None."""
    for base in cls.mro:
        if not cython.cast(Type, base).flags & TF_HEAP:
            return _rows.get(cython.cast(Type, base).name)
    return None


# ---- memory
#
# Exceptions and tracebacks come and go quickly and hang in long chains. So both are kept for the next one when they are
# freed (their fields then hold None), and beyond some depth of the C stack what is freed waits in a list.

_KEPT = cython.declare(cython.int, 64)
_exceptions = cython.declare(cython.pointer(PyObject)[64])
_exception_count = cython.declare(cython.int, 0)
_tracebacks = cython.declare(cython.pointer(PyObject)[64])
_traceback_count = cython.declare(cython.int, 0)


def new_exception(cls, args):
    global _exception_count
    exc: ExceptionObject
    raw: Ref
    if _exception_count > 0:
        _exception_count -= 1
        raw = _exceptions[_exception_count]
        Py_SET_REFCNT(raw, 1)
        INCREF(cython.cast(Ref, cls))
        CG_SET_TYPE(raw, cython.cast(Ref, cls))
        exc = cython.cast(ExceptionObject, raw)
        DECREF(raw)
        PyObject_GC_Track(cython.cast(cython.p_void, raw))
    else:
        exc = ExceptionObject.__new__(ExceptionObject)
        exc.type = cls
    slots: cython.int = cython.cast(Shape, cls.shapes[0]).nslots
    if slots > INLINE_SLOTS and grow_slots(cython.cast(Ref, exc), slots) < 0:
        raise MemoryError
    exc.shape = cls.shapes[0]
    exc.born = birth(False) if cls.flags & TF_HAS_DEL else 0
    exc.args = args
    return exc


def new_traceback(executable, index, next):
    global _traceback_count
    tb: Traceback
    raw: Ref
    if _traceback_count > 0:
        _traceback_count -= 1
        raw = _tracebacks[_traceback_count]
        Py_SET_REFCNT(raw, 1)
        tb = cython.cast(Traceback, raw)
        DECREF(raw)
        PyObject_GC_Track(cython.cast(cython.p_void, raw))
    else:
        tb = Traceback.__new__(Traceback)
    tb.executable = executable
    tb.index = index
    tb.last = -1
    tb.next = next
    return tb


@cython.cfunc
@cython.exceptval(check=False)
def _exception_dealloc(o: Ref) -> cython.void:
    global _exception_count
    depth: cython.int = cg_trash_enter(o)
    cls: Ref = CG_TYPE(o)
    if depth < 0:
        return
    if cls != Py_None and cython.cast(Type, cls).flags & TF_HAS_DEL:
        if not PyObject_GC_IsTracked(o):
            PyObject_GC_Track(cython.cast(cython.p_void, o))
        if PyObject_CallFinalizerFromDealloc(o) < 0:
            cg_trash_leave(depth)
            return
        cls = CG_TYPE(o)                # __del__ may have assigned __class__
    if PyObject_GC_IsTracked(o):
        PyObject_GC_UnTrack(o)
    if CG_WEAK_LIST(o)[0] != cython.NULL:
        PyObject_ClearWeakRefs(o)
    cython.cast(ExceptionObject, o).args = None
    cython.cast(ExceptionObject, o).cause = None
    cython.cast(ExceptionObject, o).context = None
    cython.cast(ExceptionObject, o).traceback = None
    cython.cast(ExceptionObject, o).extra = None
    cython.cast(ExceptionObject, o).suppress_context = False
    instance_clear(o)
    # only now: what died with its contents may have been kept as well
    if _exception_count < _KEPT and cython.cast(ExceptionObject, o).cap == INLINE_SLOTS and not CG_FINALIZED(o):
        _exceptions[_exception_count] = o
        _exception_count += 1
        XDECREF(cls)
    else:
        PyObject_GC_Track(cython.cast(cython.p_void, o))    # as Cython's own function expects it
        _cython_exception_dealloc(o)
    cg_trash_leave(depth)


@cython.cfunc
@cython.exceptval(check=False)
def _traceback_dealloc(o: Ref) -> cython.void:
    global _traceback_count
    depth: cython.int = cg_trash_enter(o)
    if depth < 0:
        return
    if PyObject_GC_IsTracked(o):
        PyObject_GC_UnTrack(o)
    cython.cast(Traceback, o).executable = None
    cython.cast(Traceback, o).next = None
    cython.cast(Traceback, o).frame = cython.cast(Traceback, o).line = None
    cython.cast(Traceback, o).self_ = None
    if _traceback_count < _KEPT:
        _tracebacks[_traceback_count] = o
        _traceback_count += 1
    else:
        PyObject_GC_Track(cython.cast(cython.p_void, o))
        _cython_traceback_dealloc(o)
    cg_trash_leave(depth)


@cython.cfunc
@cython.exceptval(check=False)
def _exception_clear(o: Ref) -> cython.int:
    cython.cast(ExceptionObject, o).args = ()
    cython.cast(ExceptionObject, o).cause = None
    cython.cast(ExceptionObject, o).context = None
    cython.cast(ExceptionObject, o).traceback = None
    cython.cast(ExceptionObject, o).extra = None
    return instance_clear(o)


_EXCEPTION = cython.declare(cython.pointer(PyTypeObject),
                            cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, ExceptionObject)))
_TRACEBACK = cython.declare(cython.pointer(PyTypeObject),
                            cython.cast(cython.pointer(PyTypeObject), cython.cast(Ref, Traceback)))
_cython_exception_dealloc = cython.declare(deallocproc_t, _EXCEPTION.tp_dealloc)
_cython_traceback_dealloc = cython.declare(deallocproc_t, _TRACEBACK.tp_dealloc)
_EXCEPTION.tp_dealloc = _exception_dealloc
_EXCEPTION.tp_clear = _exception_clear
_TRACEBACK.tp_dealloc = _traceback_dealloc


# ---- raising


def make_raise(exc, cause):
    raised: ExceptionObject = _instance(exc, "exceptions must derive from BaseException")
    if cause != cython.NULL:
        given = cython.cast(object, cause)
        raised.cause = None if given is None else _instance(given, "exception causes must derive from BaseException")
        raised.suppress_context = True
    return raised


@cython.cfunc
def _instance(value, complaint: str) -> ExceptionObject:
    """An exception as it is; a class of exceptions is called."""
    if isinstance(value, ExceptionObject):
        return value
    if not is_exception_class(value):
        raise TypeError(complaint)
    made = call0(value)
    if not isinstance(made, ExceptionObject):
        raise TypeError(f"calling {repr_(value)} should have returned an instance of BaseException, "
                        f"not {repr_(type_of(made))}")
    return made


def set_context(exc, handled):
    # CPython's _PyErr_SetObject: cut the chain where it would lead back to `exc`, without hanging on older cycles.
    steps: cython.long = 0
    state: cython.pointer(State) = current()
    if handled is None or handled is exc:
        return 0
    if Py_REFCNT(cython.cast(Ref, exc)) == 1:       # nobody's context yet
        exc.context = handled
        return 0
    link: ExceptionObject = handled
    slow: ExceptionObject = handled
    while link.context is not None:
        if link.context is exc:
            link.context = None
            break
        link = link.context
        if link is slow:
            break
        steps += 1
        if steps % 2 == 0:
            slow = slow.context
        if steps % 1024 == 0 and state != cython.NULL:
            state.fuel -= 1024      # the loop looks at it soon; nothing may be raised here
    exc.context = handled
    return 0


def exception_matches(exc, cls):
    raised: Type = type_of(exc)
    if is_exception_class(cls):
        return is_subtype(raised, cls)
    if isinstance(cls, tuple):
        for item in cython.cast(tuple, cls):
            if not is_exception_class(item):
                raise TypeError(_CANNOT_CATCH)
        for item in cython.cast(tuple, cls):
            if is_subtype(raised, item):
                return True
        return False
    raise TypeError(_CANNOT_CATCH)


_CANNOT_CATCH = "catching classes that do not inherit from BaseException is not allowed"


# ---- from host to guest


@cython.cfunc
@cython.exceptval(-1, check=False)
def _is_guest_value(value) -> cython.bint:
    """Is it a guest value, and all that a plain container of the host holds?"""
    if CG_IS_OBJECT(cython.cast(Ref, value)):
        return True
    if type(value) in _ATOMS:
        return True
    seen = set()
    waiting = [value]
    while waiting:
        item = waiting.pop()
        cls = type(item)
        if cls in _ATOMS:
            continue
        if type_of_raw(cython.cast(Ref, item)) == cython.NULL:
            return False
        if cls in _CONTAINERS and id(item) not in seen:
            seen.add(id(item))
            charge(len(item))
            waiting.extend(item)
            if cls is dict:
                waiting.extend(item.values())
        elif cls is slice:
            waiting += (item.start, item.stop, item.step)
    return True


_ATOMS = frozenset({type(None), bool, int, float, complex, str, bytes})
_CONTAINERS = frozenset({tuple, list, dict, set, frozenset})


@cython.cfunc
def _admit(value):
    """The value if the guest may have it, else what it is: the text of an object of the host may say anything."""
    return value if _is_guest_value(value) else f"<{type(value).__name__}>"


@cython.cfunc
def _carried(host) -> ExceptionObject:
    """The guest exception that comes back; what the host's code wrote on its carrier is written on it."""
    exc: ExceptionObject = host.value
    notes = host.__dict__.get("__notes__")
    if notes:
        host.__dict__["__notes__"] = []
        for note in notes:
            _add_note(exc, note)
    return exc


def to_guest_exception(host):
    if isinstance(host, GuestRaise):
        return _carried(host)
    known = _by_host.get(type(host))
    if known is None:
        text = _admit_text(host)
        name = type(host).__name__
        return new_exception(exception_type("RuntimeError"), (f"{name}: {text}" if text else name,))
    cls: Type = known
    given: tuple = host.args
    row = _row_of.get(type(host), False)
    if row is False:
        row = _row_of[type(host)] = _row(cls)
    if len(given) == 1 and type(given[0]) is str:
        args = given
    else:
        args = tuple([_admit(arg) for arg in given])
    exc: ExceptionObject = new_exception(cls, args)
    if row is not None:
        fields = {name: getattr(host, name, None) for name in row.fields}
        exc.extra = {name: value if _is_guest_value(value) else None for name, value in fields.items()}
        if row.text is group_text:
            check_c_stack()
            members = tuple([to_guest_exception(member) for member in host.exceptions])
            exc.args = (args[0], members)
            exc.extra["exceptions"] = members
    if isinstance(host.__cause__, GuestRaise):      # `raise ... from` in our own natives
        exc.cause = _carried(host.__cause__)
        exc.suppress_context = True
    return exc


@cython.cfunc
def _admit_text(host) -> str:
    try:
        return str(host)
    except Exception:
        return ""


# ---- from guest to host


@cython.cfunc
def _raise_class(host):
    """A class of host exceptions that carry a guest exception and that host code takes for `host`."""
    return type(f"Guest{host.__name__}", (GuestRaise, host) if host is not Exception else (GuestRaise,), {
        "__doc__": f"A guest exception that the host's own code treats as {host.__name__}.",
        "__str__": _carried_name,
    })


def _carried_name(self):
    return type_name(self.value)


def to_host_exception(exc):
    cls: Type = exc.type
    made = None
    for base in cls.mro:
        made = _raises.get(base)
        if made is not None:
            if not issubclass(made, GuestRaise):
                made = _raises[base] = _raise_class(made)
            break
    host = (made or GuestRaise)()
    host.value = exc
    return host


# ---- making one


@cython.cfunc
@cython.exceptval(-1, check=False)
def _has_own_init(cls: Type) -> cython.bint:
    """Does a guest class of the MRO have an __init__?"""
    for base in cls.mro:
        if not cython.cast(Type, base).flags & TF_HEAP:
            return False
        if "__init__" in cython.cast(Type, base).namespace:
            return True
    return False


@cython.cfunc
def exception_new(cls: Type, args: tuple, kwargs):
    """BaseException.__new__: the arguments are kept even when a guest's __init__ does not pass them on."""
    exc: ExceptionObject
    row = _row(cls)
    if row is None or (row.text is not os_text and row.text is not group_text):
        return new_exception(cls, args)
    if row.text is group_text:
        cls, fields = new_group(cls, args)
        exc = new_exception(cls, args)
        exc.extra = fields
        return exc
    # OSError fills its fields here already, unless the class has an __init__ of its own but no __new__
    if _has_own_init(cls) and not cls.flags & TF_CUSTOM_NEW:
        return new_exception(cls, ())
    if kwargs:
        raise TypeError(f"{cls.name}() takes no keyword arguments")
    if cls is exception_type("OSError") and 2 <= len(args) <= 5:
        cls = exception_type(os_error_name(args[0]))
        row = _row(cls)
    exc = new_exception(cls, args)
    exc.args, exc.extra = row.init(args, None)
    return exc


@cython.cfunc
@cython.exceptval(-1, check=False)
def exception_init(obj, args: tuple, kwargs) -> cython.int:
    exc: ExceptionObject = obj
    row = _row(exc.type)
    if row is not None and row.text is os_text and not (_has_own_init(exc.type) and not exc.type.flags & TF_CUSTOM_NEW):
        return 0                        # __new__ has done it
    if kwargs and (row is None or not row.keywords):
        raise TypeError(f"{exc.type.name}() takes no keyword arguments")
    if row is None or row.init is None:
        exc.args = args
    else:
        exc.args, exc.extra = row.init(args, kwargs)
    return 0


# ---- what the guest can do with one


def _new(cls, /, *args, **kwargs):
    return exception_new(cls, args, kwargs)


def _init(self, /, *args, **kwargs):
    exception_init(self, args, kwargs)


def _text(self: ExceptionObject):
    """BaseException.__str__"""
    if len(self.args) == 1:
        return str_(self.args[0])
    return str_(self.args) if self.args else ""


def _shown(self: ExceptionObject):
    """BaseException.__repr__"""
    shown = repr_(self.args)
    return self.type.name + (f"({repr_(self.args[0])})" if len(self.args) == 1 else shown)


def _reduce(self: ExceptionObject):
    args = self.args
    state = instance_dict(self)
    if self.extra:
        if _row(self.type).text is os_text and len(args) == 2 and self.extra["filename"] is not None:
            second = self.extra["filename2"]
            args = (*args, self.extra["filename"], *((None, second) if second is not None else ()))
        if _is_derived(self.type, "ImportError") or STATE_OF_ATTRIBUTE and _is_derived(self.type, "AttributeError"):
            state = {**state, **{name: self.extra[name] for name in _STATE if self.extra.get(name) is not None}}
    if STATE_OF_ATTRIBUTE and _is_derived(self.type, "AttributeError"):
        state = {**state, "args": args}
    return (self.type, args, state) if state else (self.type, args)


_STATE = ("name", "path", "name_from")      # fields that no argument carries
STATE_OF_ATTRIBUTE = sys.version_info >= (3, 12)


@cython.cfunc
@cython.exceptval(check=False)
def _is_derived(cls: Type, name: str) -> cython.bint:
    each: Type
    for each in cls.mro:
        if each.name == name and not each.flags & TF_HEAP:
            return True
    return False


def _setstate(self: ExceptionObject, state):
    if state is not None:
        if not isinstance(state, dict):
            raise TypeError("state is not a dictionary")
        for name, value in list(state.items()):
            if not isinstance(name, str):
                raise TypeError(f"attribute name must be string, not '{type_name(name)}'")
            setattr_(self, str.__str__(name), value)


def _with_traceback(self: ExceptionObject, tb):
    _set_traceback(self, tb)
    return self


def _add_note(self: ExceptionObject, note):
    if not isinstance(note, str):
        raise TypeError(f"note must be a str, not '{type_name(note)}'")
    notes = getattr_or(self, "__notes__", None)
    if notes is None:
        notes = []
        setattr_(self, "__notes__", notes)
    if not isinstance(notes, list):
        raise TypeError("Cannot add note: __notes__ is not a list")
    notes.append(note)


def _get_dict(self: ExceptionObject):
    return instance_dict(self)


def _set_dict(self: ExceptionObject, value):
    if type(value) is not dict:
        raise TypeError(f"__dict__ must be set to a dictionary, not a '{type_name(value)}'")
    use_dict(self, value)


def _get_args(self: ExceptionObject):
    return self.args


def _set_args(self: ExceptionObject, value):
    self.args = tuple(value)


def _get_traceback(self: ExceptionObject):
    return self.traceback


def _set_traceback(self: ExceptionObject, value):
    if value is not None and not isinstance(value, Traceback):
        raise TypeError("__traceback__ must be a traceback or None")
    self.traceback = value


def _get_context(self: ExceptionObject):
    return self.context


def _set_context(self: ExceptionObject, value):
    if value is not None and not isinstance(value, ExceptionObject):
        raise TypeError("exception context must be None or derive from BaseException")
    self.context = value


def _get_cause(self: ExceptionObject):
    return self.cause


def _set_cause(self: ExceptionObject, value):
    if value is not None and not isinstance(value, ExceptionObject):
        raise TypeError("exception cause must be None or derive from BaseException")
    self.cause = value
    self.suppress_context = True


def _get_suppress(self: ExceptionObject):
    return self.suppress_context


def _set_suppress(self: ExceptionObject, value):
    if type(value) is not bool:
        raise TypeError("attribute value type must be bool")
    self.suppress_context = value


def _delete_suppress(self):
    raise TypeError("can't delete numeric/char attribute")


def _undeletable(name: str):
    def deleter(self):
        raise TypeError(f"{name} may not be deleted")
    return deleter


@cython.cfunc
def _fields(exc: ExceptionObject) -> dict:
    """The native fields; an exception that was made without __init__ gets them from its arguments."""
    if exc.extra is None:
        row = _row(exc.type)
        try:
            exc.extra = {} if row is None or row.init is None else row.init(exc.args, None)[1]
        except TypeError:               # __new__ was called alone, with arguments that __init__ would refuse
            exc.extra = {}
    return exc.extra


def _field(name: str):
    """Getter, setter and deleter of a native field; a deleted one reads as None."""
    def getter(self: ExceptionObject):
        found = _fields(self).get(name)
        if found is None and name == "characters_written":
            raise AttributeError(name)
        return found

    def setter(self: ExceptionObject, value):
        _fields(self)[name] = value

    def deleter(self: ExceptionObject):
        if _fields(self).pop(name, None) is None and name == "characters_written":
            raise AttributeError(name)

    return getter, setter, deleter


def note_attribute(error, obj, name):
    """CPython's set_attribute_error_context."""
    if not isinstance(error, GuestRaise):
        if error.name is None and error.obj is None:
            error.name, error.obj = name, obj
        return
    exc: ExceptionObject = error.value
    if is_subtype(exc.type, exception_type("AttributeError")):
        if exc.extra is None or exc.extra.get("name") is None and exc.extra.get("obj") is None:
            exc.extra = {"name": name, "obj": obj}


set_attribute_note(note_attribute)


def carrier(error):
    return to_host_exception(to_guest_exception(error))


set_carrier(carrier)


# ---- the types


@cython.cfunc
def _make_base() -> Type:
    return native_type(
        "BaseException", ExceptionObject, basetype=True, has_dict=True, exception=True, doc=BaseException.__doc__,
        new=_new, init=_init,
        functions={
            "__str__": _text, "__repr__": _shown, "__reduce__": _reduce, "__setstate__": _setstate,
            "with_traceback": _with_traceback, "add_note": _add_note,
        },
        getters={
            "__dict__": (_get_dict, _set_dict, None),
            "args": (_get_args, _set_args, _undeletable("args")),
            "__traceback__": (_get_traceback, _set_traceback, _undeletable("__traceback__")),
            "__context__": (_get_context, _set_context, _undeletable("__context__")),
            "__cause__": (_get_cause, _set_cause, _undeletable("__cause__")),
            "__suppress_context__": (_get_suppress, _set_suppress, _delete_suppress),
        })


def _text_of(row):
    """`__str__` by a row of the table."""
    def text(self: ExceptionObject):
        found = row.text(self.args, _fields(self))
        return _text(self) if found is None else found
    return text


@cython.cfunc
def _make_type(host: type) -> Type:
    """The guest's class for a class of the host; its bases are there already."""
    name: str = host.__name__
    row = KINDS.get(name)
    cls: Type
    if host is BaseException:
        cls = _make_base()
    else:
        cls = native_type(
            name, ExceptionObject, bases=tuple([_types[base.__name__] for base in host.__bases__]), basetype=True,
            doc=host.__doc__, functions=None if row is None or row.text is own_text else {"__str__": _text_of(row)},
            getters=None if row is None else {field: _field(field) for field in row.fields})
    cls.slots.tp_new = exception_new
    cls.slots.tp_init = exception_init
    _types[name] = cls
    _by_host[host] = cls
    _rows[name] = row if row is not None else next(
        (_rows[base.__name__] for base in host.__mro__[1:-1] if _rows.get(base.__name__) is not None), None)
    return cls


@cython.cfunc
def _host_traceback() -> object:
    try:
        raise TypeError     # the host's `types` finds the class in the same way, and takes longer to load
    except TypeError as error:
        return type(error.__traceback__)


HOST_TRACEBACK = _host_traceback()


@cython.cfunc
def _make_types() -> object:
    global traceback_type
    for host in HOST_CLASSES:
        _make_type(host)
    for name, meant in ALIASES.items():
        _types[name] = _types[meant]
    set_classes(_types)
    extend_type(_types["BaseExceptionGroup"], functions={"derive": derive, "subgroup": subgroup, "split": split},
                getters={"message": _field("message")[0], "exceptions": _field("exceptions")[0]})
    extend_type(_types["BaseExceptionGroup"], functions={"__class_getitem__": classmethod(class_getitem)})
    for host in (Exception, ArithmeticError, AssertionError, AttributeError, IndexError, KeyError, LookupError,
                 NameError, NotImplementedError, OSError, OverflowError, RecursionError, RuntimeError,
                 StopAsyncIteration, StopIteration, TypeError, ValueError, ZeroDivisionError):
        _raises[_types[host.__name__]] = host
    traceback_type = native_type("traceback", Traceback, new=_new_traceback, doc=HOST_TRACEBACK.__doc__, getters={
        "tb_next": (_get_next, _set_next, None), "tb_lineno": _get_lineno, "tb_lasti": _get_lasti,
    }, functions={"__dir__": _traceback_dir})
    return None


def _traceback_dir(self):
    return ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"]


_make_traceback = cython.declare(object, None)


def set_traceback_maker(function):
    """function(args, kwargs) -> traceback: what modules/frame_objects.py, which knows frames, makes of a call."""
    global _make_traceback
    _make_traceback = function


def _new_traceback(cls, /, *args, **kwargs):
    return _make_traceback(args, kwargs)


def _get_next(self: Traceback):
    return self.next


def _set_next(self: Traceback, value):
    if value is not None and not isinstance(value, Traceback):
        raise TypeError(f"expected traceback object, got '{type_name(value)}'")
    at = value
    while at is not None:
        if at is self:
            raise ValueError("traceback loop detected")
        charge(1)
        at = cython.cast(Traceback, at).next
    self.next = value


def _get_lineno(self: Traceback):
    if self.line is not None:
        return self.line
    positions = self.executable.code.positions
    line = positions[self.index][0] if self.index < len(positions) else -1
    return line if line > 0 else None


def _get_lasti(self: Traceback):
    return self.index * 2


def builtin_exceptions() -> dict:
    """Name -> class, of all exceptions that the builtins module has, aliases included."""
    return dict(_types)


_make_types()
