"""types.GenericAlias: what `list[int]` is, a class with its type arguments, which nearly everything asks of the class.

Importing this module gives the builtin containers their `__class_getitem__`.
"""

import types as host

import cython
from cython.cimports.callgate.core.attributes import generic_getattr, getattr_, getattr_or
from cython.cimports.callgate.core.call import object_call
from cython.cimports.callgate.core.object import Object, Type
from cython.cimports.callgate.core.operators import repr_, subscript
from cython.cimports.callgate.core.state import check_c_stack
from cython.cimports.callgate.core.type import lookup_special, type_of
from cython.cimports.callgate.core.union import make_union

from callgate.core.type import extend_type, native_type

#: Attributes of the alias itself; all others are the class's.
OWN = frozenset((
    "__class__", "__origin__", "__args__", "__parameters__", "__unpacked__", "__mro_entries__", "__reduce_ex__",
    "__reduce__", "__copy__", "__deepcopy__", "__typing_unpacked_tuple_args__", "__bases__",
))


class GenericAlias:
    pass


def new_alias(origin, args):
    made: GenericAlias = GenericAlias.__new__(GenericAlias)
    made.origin = origin
    made.args = args if isinstance(args, tuple) else (args,)
    return made


def new(cls, /, *args, **kwargs):
    if kwargs:
        raise TypeError("GenericAlias() takes no keyword arguments")
    if len(args) != 2:
        raise TypeError(f"GenericAlias expected 2 arguments, got {len(args)}")
    made: GenericAlias = new_alias(args[0], args[1])
    made.type = cls
    return made


def class_getitem(cls, item, /):
    return new_alias(cls, item)


# === texts ===
@cython.cfunc
def text_of(value: object) -> str:
    """How an argument is shown: a class by its name, with its module unless that is builtins."""
    if value is Ellipsis:
        return "..."
    if isinstance(value, GenericAlias):
        return shown(value)
    if type(value) is list:
        return f"[{', '.join([text_of(item) for item in value])}]"
    if getattr_or(value, "__origin__", None) is not None and getattr_or(value, "__args__", None) is not None:
        return repr_(value)
    name: object = getattr_or(value, "__qualname__", None)
    module: object = getattr_or(value, "__module__", None)
    if name is None or module is None:
        return repr_(value)
    if module == "builtins":
        return str(name)
    return f"{module}.{name}"


def shown(self: GenericAlias):
    check_c_stack()
    inside = ", ".join([text_of(arg) for arg in self.args]) if self.args else "()"
    return f"{'*' if self.starred else ''}{text_of(self.origin)}[{inside}]"


# === parameters ===
@cython.cfunc
def is_parameter(value: object) -> cython.bint:
    return not isinstance(value, Type) and lookup_special(value, "__typing_subst__") is not None


@cython.cfunc
def parameters_of(args: tuple) -> tuple:
    found: list = []
    for arg in args:
        if isinstance(arg, Type):
            continue
        if is_parameter(arg):
            nested: object = (arg,)
        elif isinstance(arg, (list, tuple)):
            nested = parameters_of(tuple(arg))
        else:
            nested = getattr_or(arg, "__parameters__", None)
        if isinstance(nested, tuple):
            for each in nested:
                if not any(each is other for other in found):
                    found.append(each)
    return tuple(found)


def get_parameters(self: GenericAlias):
    if self.parameters is None:
        self.parameters = parameters_of(self.args)
    return self.parameters


def getitem(self: GenericAlias, item, /):
    parameters: tuple = get_parameters(self)
    if not parameters:
        raise TypeError(f"{repr_(self)} is not a generic class")
    values: tuple = item if isinstance(item, tuple) else (item,)
    for parameter in parameters:
        prepare: object = getattr_or(parameter, "__typing_prepare_subst__", None)
        if prepare is not None:
            values = tuple(object_call(prepare, (self, values), None))
    if len(values) != len(parameters):
        many = "many" if len(values) > len(parameters) else "few"
        raise TypeError(f"Too {many} arguments for {repr_(self)}; actual {len(values)}, expected {len(parameters)}")
    made: GenericAlias = new_alias(self.origin, substituted(self.args, parameters, values))
    made.starred = self.starred
    return made


@cython.cfunc
def substituted(args: tuple, parameters: tuple, values: tuple) -> tuple:
    i: cython.Py_ssize_t
    result: list = []
    for arg in args:
        if isinstance(arg, Type):
            result.append(arg)
        elif is_parameter(arg):
            for i in range(len(parameters)):
                if parameters[i] is arg:
                    value: object = object_call(getattr_(arg, "__typing_subst__"), (values[i],), None)
                    if isinstance(value, tuple):
                        result.extend(value)
                    else:
                        result.append(value)
                    break
        elif isinstance(arg, (list, tuple)):
            inner: tuple = substituted(tuple(arg), parameters, values)
            result.append(list(inner) if isinstance(arg, list) else inner)
        else:
            nested: object = getattr_or(arg, "__parameters__", None)
            if isinstance(nested, tuple) and nested:
                chosen: list = [values[i] for each in nested for i in range(len(parameters)) if parameters[i] is each]
                arg = subscript(arg, tuple(chosen))
            result.append(arg)
    return tuple(result)


# === the rest of the protocol ===
def call(self: GenericAlias, /, *args, **kwargs):
    made = object_call(self.origin, args, kwargs or None)
    try:
        if isinstance(made, Object):
            Object.__setattr__(made, "__orig_class__", self)
    except (AttributeError, TypeError):
        pass    # what cannot keep it, does not
    return made


def getattribute(self: GenericAlias, name, /):
    if name in OWN:
        return generic_getattr(self, name)
    return getattr_(self.origin, name)


def equal(self: GenericAlias, other, /):
    if not isinstance(other, GenericAlias):
        return NotImplemented
    its: GenericAlias = other
    return self.starred == its.starred and self.origin == its.origin and self.args == its.args


def hashed(self: GenericAlias):
    return hash(self.origin) ^ hash(self.args)


def mro_entries(self: GenericAlias, bases, /):
    return (self.origin,)


def no_instances(self, value, /):
    raise TypeError("isinstance() argument 2 cannot be a parameterized generic")


def no_subclasses(self, value, /):
    raise TypeError("issubclass() argument 2 cannot be a parameterized generic")


def either(self, other, /):
    return make_union(self, other)


def either_reversed(self, other, /):
    return make_union(other, self)


def iterate(self: GenericAlias):
    made: GenericAlias = new_alias(self.origin, self.args)
    made.starred = True
    return iter_of((made,))


@cython.cfunc
def iter_of(items: tuple) -> object:
    return object_call(getattr_(items, "__iter__"), (), None)


def reduced(self: GenericAlias):
    return type_of(self), (self.origin, self.args)


def directory(self: GenericAlias):
    names = object_call(getattr_(self.origin, "__dir__"), (self.origin,), None) if isinstance(self.origin, Type) else []
    return sorted({*names, *OWN})


def get_origin(self: GenericAlias):
    return self.origin


def get_args(self: GenericAlias):
    return self.args


def get_starred(self: GenericAlias):
    return self.starred


def get_starred_args(self: GenericAlias):
    return self.args if self.starred and self.origin is type_of(()) else None


ALIAS = native_type(
    "GenericAlias", GenericAlias, module="types", doc=host.GenericAlias.__doc__, new=new, basetype=True,
    getters={"__origin__": get_origin, "__args__": get_args, "__parameters__": get_parameters,
             "__unpacked__": get_starred, "__typing_unpacked_tuple_args__": get_starred_args},
    functions={
        "__repr__": shown, "__getitem__": getitem, "__call__": call, "__getattribute__": getattribute, "__eq__": equal,
        "__hash__": hashed, "__mro_entries__": mro_entries, "__instancecheck__": no_instances,
        "__subclasscheck__": no_subclasses, "__or__": either, "__ror__": either_reversed, "__iter__": iterate,
        "__reduce__": reduced, "__dir__": directory,
    })
for _value in ([], (), {}, set(), frozenset()):
    extend_type(type_of(_value), functions={"__class_getitem__": classmethod(class_getitem)})
