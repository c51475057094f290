"""What typing is built on since 3.12: TypeVar, ParamSpec, TypeVarTuple, TypeAliasType, and the instructions that make them.

What depends on typing's own rules is asked of the guest's typing module, as CPython's C code does.
"""

import sys

import cython
from cython.cimports.callgate.core.attributes import getattr_, setattr_
from cython.cimports.callgate.core.call import call0, call_method
from cython.cimports.callgate.core.capi import CgFrame
from cython.cimports.callgate.core.imports import guest_module
from cython.cimports.callgate.core.iteration import get_iter
from cython.cimports.callgate.core.object import Object, Type
from cython.cimports.callgate.core.operators import str_, subscript, truth
from cython.cimports.callgate.core.type import argument_name, type_of
from cython.cimports.callgate.core.union import make_union
from cython.cimports.callgate.interpreter.intrinsics import set_intrinsics
from cython.cimports.callgate.interpreter.vm import VM, current_vm
from cython.cimports.callgate.modules.define import ABSENT, Keywords, define_plain
from cython.cimports.callgate.modules.frames import caller_frame, frame_globals
from cython.cimports.callgate.objects.genericalias import new_alias as generic_alias

from callgate.bytecode.opcodes import INTRINSICS_1, INTRINSICS_2
from callgate.core.type import native_type

NEWER = sys.version_info >= (3, 13)


class TypeParameter:
    pass


class TypeVar(TypeParameter):
    pass


class ParamSpec(TypeParameter):
    pass


class TypeVarTuple(TypeParameter):
    pass


class ParamSpecArgs:
    pass


class ParamSpecKwargs:
    pass


class TypeAlias:
    pass


class NoDefaultKind:
    pass


@cython.cfunc
def typing_call(name: str, args: tuple) -> object:
    return call_method(guest_module("typing"), name, args)


@cython.cfunc
def caller_module() -> object:
    """__name__ of the module whose code runs."""
    vm: VM = current_vm()
    frame: cython.pointer(CgFrame) = caller_frame(vm, 0)
    return None if frame == cython.NULL else frame_globals(frame).get("__name__")


@cython.cfunc
def begin(made: TypeParameter, cls: Type, name: str) -> TypeParameter:
    made.type = cls
    made.name = name
    made.constraints = ()
    made.default = NO_DEFAULT
    return made


@cython.cfunc
def put_module(made: Object) -> Object:
    module = caller_module()
    if module is not None:
        setattr_(made, "__module__", module)
    return made


@cython.cfunc
def checked_name(function: str, name: object) -> str:
    if not isinstance(name, str):
        raise TypeError(f"{function}() argument 'name' must be str, not {argument_name(name)}")
    return str.__str__(name)


@cython.cfunc
def flag(values: list, i: cython.int) -> cython.bint:
    return values[i] is not ABSENT and truth(values[i])


@cython.cfunc
def variance(made: TypeParameter, covariant: cython.bint, contravariant: cython.bint, infer: cython.bint) -> cython.int:
    if covariant and contravariant:
        raise ValueError("Bivariant types are not supported.")
    if infer and (covariant or contravariant):
        raise ValueError("Variance cannot be specified with infer_variance.")
    made.covariant = covariant
    made.contravariant = contravariant
    made.infer_variance = infer
    return 0


# === making them

_LAST = " default" if NEWER else ""
TYPEVAR = cython.declare(Keywords, Keywords(
    "typevar", "name bound" + _LAST + " covariant contravariant infer_variance", 1, 0, 1))
PARAMSPEC = cython.declare(Keywords, Keywords(
    "paramspec", "name bound" + _LAST + " covariant contravariant infer_variance", 1, 0, 1))
TYPEVARTUPLE = cython.declare(Keywords, Keywords("typevartuple", "name" + _LAST, 1, 0, 1))
ALIAS = cython.declare(Keywords, Keywords("typealias", "name value type_params", 2, 0, 2))


@cython.cfunc
def bound_of(value: object) -> object:
    if value is ABSENT or value is None:
        return None
    return typing_call("_type_check", (value, "Bound must be a type."))


def new_typevar(cls, /, *args, **kwargs):
    values: list = TYPEVAR.unpack(args[:1], kwargs)
    constraints: tuple = args[1:]
    i: cython.int = 3 if NEWER else 2
    made: TypeParameter = begin(TypeVar.__new__(TypeVar), cls, checked_name("typevar", values[0]))
    variance(made, flag(values, i), flag(values, i + 1), flag(values, i + 2))
    made.bound = bound_of(values[1])
    if len(constraints) == 1:
        raise TypeError("A single constraint is not allowed")
    if constraints and made.bound is not None:
        raise TypeError("Constraints cannot be combined with bound=...")
    made.constraints = constraints
    if NEWER and values[2] is not ABSENT:
        made.default = values[2]
    return put_module(made)


def new_paramspec(cls, /, *args, **kwargs):
    values: list = PARAMSPEC.unpack(args, kwargs)
    i: cython.int = 3 if NEWER else 2
    made: TypeParameter = begin(ParamSpec.__new__(ParamSpec), cls, checked_name("paramspec", values[0]))
    variance(made, flag(values, i), flag(values, i + 1), flag(values, i + 2))
    made.bound = type_of(None) if values[1] is ABSENT or values[1] is None else bound_of(values[1])
    if NEWER and values[2] is not ABSENT:
        made.default = values[2]
    return put_module(made)


def new_typevartuple(cls, /, *args, **kwargs):
    values: list = TYPEVARTUPLE.unpack(args, kwargs)
    made: TypeParameter = begin(TypeVarTuple.__new__(TypeVarTuple), cls, checked_name("typevartuple", values[0]))
    if NEWER and values[1] is not ABSENT:
        made.default = values[1]
    return put_module(made)


def new_alias(cls, /, *args, **kwargs):
    values: list = ALIAS.unpack(args, kwargs)
    made: TypeAlias = TypeAlias.__new__(TypeAlias)
    made.type = cls
    made.name = checked_name("typealias", values[0])
    made.value = values[1]
    made.type_params = ()
    if values[2] is not ABSENT:
        if not isinstance(values[2], tuple):
            raise TypeError("type_params must be a tuple")
        made.type_params = values[2]
    made.module = caller_module()
    return made


def new_args(cls, origin, /):
    made: ParamSpecArgs = ParamSpecArgs.__new__(ParamSpecArgs)
    made.type = cls
    made.origin = origin
    return made


def new_kwargs(cls, origin, /):
    made: ParamSpecKwargs = ParamSpecKwargs.__new__(ParamSpecKwargs)
    made.type = cls
    made.origin = origin
    return made


def new_no_default(cls, /, *args, **kwargs):
    if args or kwargs:
        raise TypeError("NoDefaultType takes no arguments")
    return NO_DEFAULT


# === what they tell


def parameter_repr(self: TypeParameter):
    if self.infer_variance:
        return self.name
    return ("+" if self.covariant else "-" if self.contravariant else "~") + self.name


def get_name(self: TypeParameter):
    return self.name


def get_bound(self: TypeParameter):
    if self.find_bound is not None:
        self.bound = call0(self.find_bound)
        self.find_bound = None
    return self.bound


def get_constraints(self: TypeParameter):
    if self.find_constraints is not None:
        self.constraints = call0(self.find_constraints)
        self.find_constraints = None
    return self.constraints


def get_default(self: TypeParameter):
    if self.find_default is not None:
        self.default = call0(self.find_default)
        self.find_default = None
    return self.default


def get_covariant(self: TypeParameter):
    return self.covariant


def get_contravariant(self: TypeParameter):
    return self.contravariant


def get_infer_variance(self: TypeParameter):
    return self.infer_variance


def has_default(self: TypeParameter, /):
    return self.find_default is not None or self.default is not NO_DEFAULT


def reduce_parameter(self: TypeParameter, /):
    return self.name


def no_base(self, bases, /):
    raise TypeError(f"Cannot subclass an instance of {type_of(self).name}")


def union_with(self, other, /):
    return typing_call("_make_union", (self, other))


def union_into(self, other, /):
    return typing_call("_make_union", (other, self))


def typevar_subst(self, arg, /):
    return typing_call("_typevar_subst", (self, arg))


def typevar_prepare(self: TypeParameter, alias, args, /):
    """The default takes the place of an argument that is not given."""
    params = getattr_(alias, "__parameters__")
    given: tuple = tuple(args)
    if self not in params:
        raise ValueError("sequence.index(x): x not in sequence")
    i: cython.Py_ssize_t = list(params).index(self)
    if i < len(given):
        return given
    if i == len(given) and has_default(self):
        return given + (get_default(self),)
    raise TypeError(f"Too few arguments for {str_(alias)}; actual {len(given)}, expected at least {i + 1}")


def paramspec_subst(self, arg, /):
    return typing_call("_paramspec_subst", (self, arg))


def paramspec_prepare(self, alias, args, /):
    return typing_call("_paramspec_prepare_subst", (self, alias, args))


def tuple_subst(self, arg, /):
    raise TypeError("Substitution of bare TypeVarTuple is not supported")


def tuple_prepare(self, alias, args, /):
    return typing_call("_typevartuple_prepare_subst", (self, alias, args))


@cython.cfunc
def unpacked(parameter: object) -> object:
    return subscript(getattr_(guest_module("typing"), "Unpack"), parameter)


def tuple_iter(self, /):
    return get_iter((unpacked(self),))


def tuple_repr(self: TypeParameter):
    return self.name


def get_args(self):
    return new_args(ARGS, self)


def get_kwargs(self):
    return new_kwargs(KWARGS, self)


# === P.args, P.kwargs


@cython.cfunc
def part_repr(origin: object, word: str) -> str:
    name = cython.cast(ParamSpec, origin).name if isinstance(origin, ParamSpec) else repr(origin)
    return f"{name}.{word}"


def args_repr(self: ParamSpecArgs):
    return part_repr(self.origin, "args")


def kwargs_repr(self: ParamSpecKwargs):
    return part_repr(self.origin, "kwargs")


def args_equal(self: ParamSpecArgs, other, /):
    return cython.cast(ParamSpecArgs, other).origin is self.origin if isinstance(other, ParamSpecArgs) else NotImplemented


def kwargs_equal(self: ParamSpecKwargs, other, /):
    if not isinstance(other, ParamSpecKwargs):
        return NotImplemented
    return cython.cast(ParamSpecKwargs, other).origin is self.origin


def get_args_origin(self: ParamSpecArgs):
    return self.origin


def get_kwargs_origin(self: ParamSpecKwargs):
    return self.origin


# === aliases


def alias_repr(self: TypeAlias):
    return self.name


def get_alias_name(self: TypeAlias):
    return self.name


def get_alias_value(self: TypeAlias):
    if self.find_value is not None:
        self.value = call0(self.find_value)
        self.find_value = None
    return self.value


def get_alias_module(self: TypeAlias):
    return self.module


def get_alias_type_params(self: TypeAlias):
    return self.type_params


def get_alias_parameters(self: TypeAlias):
    """Its type parameters as arguments: those for several types unpacked."""
    return tuple([unpacked(each) if isinstance(each, TypeVarTuple) else each for each in self.type_params])


def alias_getitem(self: TypeAlias, key, /):
    if not self.type_params:
        raise TypeError("Only generic type aliases are subscriptable")
    return generic_alias(self, key, False)


def alias_or(self, other, /):
    return make_union(self, other)


def alias_ror(self, other, /):
    return make_union(other, self)


def reduce_alias(self: TypeAlias, /):
    return self.name


def no_default_repr(self, /):
    return "typing.NoDefault"


def reduce_no_default(self, /):
    return "NoDefault"


def idfunc(value, /):
    return value


# === the types

_UNION = {"__or__": union_with, "__ror__": union_into}
_COMMON = {"__mro_entries__": no_base, "__reduce__": reduce_parameter, **({"has_default": has_default} if NEWER else {})}
_DEFAULT = {"__default__": get_default} if NEWER else {}
_VARIANCE = {"__name__": get_name, "__covariant__": get_covariant, "__contravariant__": get_contravariant,
             "__infer_variance__": get_infer_variance}


def make(name, host, **parts):
    return native_type(name, host, module="typing", has_dict=True, values={"__module__": "typing"}, **parts)


NO_DEFAULT = cython.declare(object, NoDefaultKind.__new__(NoDefaultKind))
cython.cast(Object, NO_DEFAULT).type = native_type(
    "NoDefaultType", NoDefaultKind, new=new_no_default, doc="The type of the NoDefault singleton.",
    functions={"__repr__": no_default_repr, "__reduce__": reduce_no_default})
VAR = cython.declare(Type, make(
    "TypeVar", TypeVar, new=new_typevar, members=_VARIANCE,
    getters={"__bound__": get_bound, "__constraints__": get_constraints, **_DEFAULT},
    functions={**_COMMON, **_UNION, "__repr__": parameter_repr, "__typing_subst__": typevar_subst,
               **({"__typing_prepare_subst__": typevar_prepare} if NEWER else {})}))
SPEC = cython.declare(Type, make(
    "ParamSpec", ParamSpec, new=new_paramspec, members={**_VARIANCE, "__bound__": get_bound},
    getters={"args": get_args, "kwargs": get_kwargs, **_DEFAULT},
    functions={**_COMMON, **_UNION, "__repr__": parameter_repr, "__typing_subst__": paramspec_subst,
               "__typing_prepare_subst__": paramspec_prepare}))
TUPLE = cython.declare(Type, make(
    "TypeVarTuple", TypeVarTuple, new=new_typevartuple, members={"__name__": get_name}, getters=_DEFAULT,
    functions={**_COMMON, "__repr__": tuple_repr, "__typing_subst__": tuple_subst, "__iter__": tuple_iter,
               "__typing_prepare_subst__": tuple_prepare}))
ARGS = cython.declare(Type, native_type(
    "ParamSpecArgs", ParamSpecArgs, module="typing", new=new_args, members={"__origin__": get_args_origin},
    functions={"__repr__": args_repr, "__eq__": args_equal, "__mro_entries__": no_base}, values={"__hash__": None}))
KWARGS = cython.declare(Type, native_type(
    "ParamSpecKwargs", ParamSpecKwargs, module="typing", new=new_kwargs, members={"__origin__": get_kwargs_origin},
    functions={"__repr__": kwargs_repr, "__eq__": kwargs_equal, "__mro_entries__": no_base}, values={"__hash__": None}))
ALIAS_TYPE = cython.declare(Type, native_type(
    "TypeAliasType", TypeAlias, module="typing", new=new_alias, members={"__name__": get_alias_name},
    getters={"__value__": get_alias_value, "__module__": get_alias_module, "__parameters__": get_alias_parameters,
             "__type_params__": get_alias_type_params},
    functions={"__repr__": alias_repr, "__getitem__": alias_getitem, "__or__": alias_or, "__ror__": alias_ror,
               "__reduce__": reduce_alias}))
#: What the guest's _typing has of these.
CONTENTS = {"idfunc": define_plain(idfunc, "_idfunc", "_typing"), "TypeVar": VAR, "ParamSpec": SPEC, "TypeVarTuple": TUPLE, "ParamSpecArgs": ARGS, "ParamSpecKwargs": KWARGS,
            "TypeAliasType": ALIAS_TYPE, **({"NoDefault": NO_DEFAULT} if NEWER else {})}


# === the instructions


@cython.cfunc
def new_parameter(made: TypeParameter, cls: Type, name: object) -> TypeParameter:
    begin(made, cls, name)
    made.infer_variance = True
    return made


@cython.cfunc
def intrinsic_1(n: cython.int, value: object) -> object:
    name: str = INTRINSICS_1[n]
    if name == "TYPEVAR":
        return new_parameter(TypeVar.__new__(TypeVar), VAR, value)
    if name == "PARAMSPEC":
        return new_parameter(ParamSpec.__new__(ParamSpec), SPEC, value)
    if name == "TYPEVARTUPLE":
        return new_parameter(TypeVarTuple.__new__(TypeVarTuple), TUPLE, value)
    if name == "SUBSCRIPT_GENERIC":
        params = tuple([unpacked(each) if isinstance(each, TypeVarTuple) else each for each in value])
        generic = getattr_(guest_module("typing"), "Generic")
        return typing_call("_GenericAlias", (generic, params))
    alias: TypeAlias = TypeAlias.__new__(TypeAlias)
    alias.type = ALIAS_TYPE
    alias.name, params, alias.find_value = value
    alias.type_params = params or ()
    alias.module = caller_module()
    return alias


@cython.cfunc
def intrinsic_2(n: cython.int, first: object, second: object) -> object:
    name: str = INTRINSICS_2[n]
    if name == "SET_FUNCTION_TYPE_PARAMS":
        setattr_(first, "__type_params__", second)
        return first
    made: TypeParameter
    if name == "SET_TYPEPARAM_DEFAULT":
        made = first
        made.find_default = second
        return made
    made = new_parameter(TypeVar.__new__(TypeVar), VAR, first)
    if name == "TYPEVAR_WITH_BOUND":
        made.find_bound = second
    else:
        made.find_constraints = second
    return made


set_intrinsics(intrinsic_1, intrinsic_2)
