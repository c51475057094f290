"""Exception groups: what makes one, and how one is divided.

A group's members are in its fields, under `exceptions`. Everything here works through classes and attributes, so that
it does not depend on how exceptions are laid out.
"""

import sys

import cython
from cython.cimports.callgate.core.attributes import getattr_, getattr_or, setattr_
from cython.cimports.callgate.core.call import call1, call_method, is_callable
from cython.cimports.callgate.core.object import TF_EXCEPTION, Type
from cython.cimports.callgate.core.operators import str_, truth
from cython.cimports.callgate.core.state import charge, check_c_stack
from cython.cimports.callgate.core.type import argument_name, is_subtype, lookup_special, type_name, type_of
from cython.cimports.callgate.objects.function import Function

#: since 3.13 subgroup() and split() take anything that can be called, before functions that are no natives
ANY_CALLABLE = sys.version_info >= (3, 13)
#: since 3.12 an except* clause that takes nothing leaves what split() calls the rest, not the group
TAKES_REST = sys.version_info >= (3, 12)
_classes = cython.declare(dict, {})     # the guest's classes Exception, BaseExceptionGroup and ExceptionGroup, by name


def set_classes(classes: dict):
    """Tell this module the guest's classes, once they are made."""
    _classes.update(classes)


@cython.cfunc
@cython.exceptval(-1, check=False)
def _is_a(value, name: str) -> cython.bint:
    return is_subtype(type_of(value), _classes[name])


@cython.cfunc
@cython.exceptval(-1, check=False)
def _is_exception(value) -> cython.bint:
    return (type_of(value).flags & TF_EXCEPTION) != 0


def new_group(cls: Type, args: tuple):
    """BaseExceptionGroup.__new__: the class to make and the fields."""
    if len(args) != 2:
        raise TypeError(f"BaseExceptionGroup.__new__() takes exactly 2 arguments ({len(args)} given)")
    message, members = args
    if not isinstance(message, str):
        raise TypeError(f"BaseExceptionGroup.__new__() argument 1 must be str, not {argument_name(message)}")
    if lookup_special(members, "__getitem__") is None or isinstance(members, dict):
        raise TypeError("second argument (exceptions) must be a sequence")
    members = tuple(members)
    if not members:
        raise ValueError("second argument (exceptions) must be a non-empty sequence")
    charge(len(members))
    base = False
    for i, member in enumerate(members):
        if not _is_exception(member):
            raise ValueError(f"Item {i} of second argument (exceptions) is not an exception")
        base = base or not _is_a(member, "Exception")
    if cls is _classes["BaseExceptionGroup"]:
        if not base:
            cls = _classes["ExceptionGroup"]
    elif base and cls is _classes["ExceptionGroup"]:
        raise TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
    elif base and is_subtype(cls, _classes["Exception"]):
        raise TypeError(f"Cannot nest BaseExceptions in '{cls.name}'")
    return cls, {"message": message, "exceptions": members}


def group_text(args, fields):
    members = fields["exceptions"]
    return f"{str_(fields['message'])} ({len(members)} sub-exception{'s' if len(members) != 1 else ''})"


# ---- dividing


def derive(self, excs, /):
    return call_class(_classes["BaseExceptionGroup"], (getattr_(self, "message"), excs))


@cython.cfunc
def call_class(cls: Type, args: tuple):
    return cls.type.slots.tp_call(cls, args, None)


def _part(group, members: list):
    """A group like this one of some of its members, None when there are none."""
    if not members:
        return None
    made = call_method(group, "derive", (members,))
    if not _is_a(made, "BaseExceptionGroup"):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    for name in ("__traceback__", "__context__", "__cause__"):
        setattr_(made, name, getattr_(group, name))     # a cause, also None, keeps the context from being shown
    notes = getattr_or(group, "__notes__", None)
    if isinstance(notes, list | tuple):
        setattr_(made, "__notes__", list(notes))
    return made


def _test(condition):
    """condition(exception), from what `subgroup` and `split` take: classes, or a function."""
    if isinstance(condition, Type) and cython.cast(Type, condition).flags & TF_EXCEPTION:
        classes = (condition,)
    elif isinstance(condition, tuple):
        classes = condition
        for each in classes:
            if not (isinstance(each, Type) and cython.cast(Type, each).flags & TF_EXCEPTION):
                raise TypeError("expected a function, exception type or tuple of exception types")
    elif is_callable(condition) and not isinstance(condition, Type) if ANY_CALLABLE else isinstance(condition, Function):
        return lambda exc: truth(call1(condition, exc))
    else:
        raise TypeError("expected a function, exception type or tuple of exception types")
    return lambda exc: any([is_subtype(type_of(exc), each) for each in classes])


def _divide(exc, test, both):
    """(matching, rest): exceptions, groups of them, or None; the rest only when it is wanted."""
    check_c_stack()
    if test(exc):
        return exc, None
    if not _is_a(exc, "BaseExceptionGroup"):
        return None, exc
    matching: list = []
    rest: list = []
    for member in getattr_(exc, "exceptions"):
        charge(1)
        yes, no = _divide(member, test, both)
        if yes is not None:
            matching.append(yes)
        if no is not None:
            rest.append(no)
    return _part(exc, matching), _part(exc, rest) if both else None


def subgroup(self, condition, /):
    return _divide(self, _test(condition), False)[0]


def split(self, condition, /):
    return _divide(self, _test(condition), True)


# ---- except*


def match_star(exc, cls):
    """(rest, match) of an except* clause; the match is a group always, also of an exception that was raised bare."""
    for each in cls if isinstance(cls, tuple) else (cls,):
        if isinstance(each, Type) and is_subtype(each, _classes["BaseExceptionGroup"]):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    if exc is None:
        return None, None
    if any([is_subtype(type_of(exc), each) for each in (cls if isinstance(cls, tuple) else (cls,))]):
        if _is_a(exc, "BaseExceptionGroup"):
            return None, exc
        return None, call_class(_classes["BaseExceptionGroup"], ("", (exc,)))
    if not _is_a(exc, "BaseExceptionGroup"):
        return exc, None
    parts = call_method(exc, "split", (cls,))
    if not isinstance(parts, tuple):
        raise TypeError(f"{type_name(exc)}.split must return a tuple, not {type_name(parts)}")
    if len(parts) < 2:
        raise TypeError(f"{type_name(exc)}.split must return a 2-tuple, got tuple of size {len(parts)}")
    for part in parts[:2]:
        if part is not None and not _is_exception(part):
            raise TypeError(f"{type_name(exc)}.split must return exceptions, not {type_name(part)}")
    return (exc, None) if parts[0] is None and not TAKES_REST else (parts[1], parts[0])


def _leaves(exc, found: set):
    check_c_stack()
    if not _is_a(exc, "BaseExceptionGroup"):
        found.add(id(exc))
        return
    for member in getattr_(exc, "exceptions"):
        charge(1)
        _leaves(member, found)


def _metadata(exc):
    """What parts of a group share with it and new exceptions do not."""
    return [id(getattr_(exc, name)) for name in ("__traceback__", "__cause__", "__context__")]


def raise_again(exc, raised: list):
    """What follows from what the except* clauses raised and left of `exc`: parts of it are put together again."""
    if not _is_a(exc, "BaseExceptionGroup"):
        # one clause at most has run
        return next((each for each in raised if each is not None), None)
    whole = _metadata(exc)
    kept: set = set()
    new: list = []
    for each in raised:
        if each is None:
            continue
        if _is_a(each, "BaseExceptionGroup") and _metadata(each) == whole:
            _leaves(each, kept)
        else:
            new.append(each)
    rest = None
    if kept:
        rest, _ = _divide(exc, lambda part: not _is_a(part, "BaseExceptionGroup") and id(part) in kept, False)
    if not new:
        return rest
    if rest is not None:
        new.append(rest)
    return new[0] if len(new) == 1 else call_class(_classes["BaseExceptionGroup"], ("", new))
