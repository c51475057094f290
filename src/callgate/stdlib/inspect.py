"""What inspect is asked for most: kinds of objects, members, documentation, signatures.

There is no source text to look at, so `getsource` and its kin raise OSError, as they do in CPython for built-in code.
"""

import enum
import functools
import sys
import types

from _inspect_classes import *
from _inspect_frames import *
from _inspect_frames import has_coroutine_mark

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR, CO_NOFREE = 1, 2, 4, 8, 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512


# === kinds of objects ===
def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or \
        ismethodwrapper(object)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", False))


def _has_flag(function, flag):
    while ismethod(function):
        function = function.__func__
    function = functools._unwrap_partial(function)
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE) or has_coroutine_mark(obj)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def iscoroutine(object):
    return isinstance(object, getattr(types, "CoroutineType", ())) and type(object) is not types.GeneratorType


def isasyncgen(object):
    return isinstance(object, getattr(types, "AsyncGeneratorType", ())) and type(object) is not types.GeneratorType


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), "__await__") or \
        isgenerator(object) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)


# === members and documentation ===
def getmro(cls):
    return cls.__mro__


_missing = object()


def getattr_static(obj, attr, default=_missing):
    """Retrieve an attribute without descriptors, __getattr__ or __getattribute__."""
    kind = obj if isinstance(obj, type) else type(obj)
    found = _missing
    if not isinstance(obj, type):
        try:
            found = object.__getattribute__(obj, "__dict__").get(attr, _missing)
        except AttributeError:
            pass
    for each in kind.__mro__:
        if attr in each.__dict__:
            of_class = each.__dict__[attr]
            if found is _missing or hasattr(type(of_class), "__get__") and hasattr(type(of_class), "__set__"):
                return of_class
            break
    if found is not _missing:
        return found
    if isinstance(obj, type):
        for each in type(obj).__mro__:
            if attr in each.__dict__:
                return each.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)


def cleandoc(doc):
    """Clean up indentation from docstrings."""
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip(" ")], default=0)
    lines = [lines[0].lstrip(" "), *[line[margin:] for line in lines[1:]]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and isinstance(object, (types.FunctionType, types.MethodType, property)):
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(object):
    function = object.fget if isinstance(object, property) else object
    path = getattr(function, "__qualname__", "").split(".")
    scope = sys.modules.get(getattr(function, "__module__", None))
    for name in path[:-1]:
        scope = getattr(scope, name, None)
    for base in getattr(scope, "__mro__", ())[1:]:
        doc = getattr(getattr(base, path[-1], None), "__doc__", None)
        if doc is not None:
            return doc
    return None


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def getmodulename(path):
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else None


def getfile(object):
    if ismodule(object) and getattr(object, "__file__", None):
        return object.__file__
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        raise TypeError(f"{object!r} is a built-in class")
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if iscode(object):
        return object.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got "
                    + type(object).__name__)


def getsourcefile(object):
    return getfile(object)


def getsource(object):
    raise OSError("could not get source code")


def getsourcelines(object):
    raise OSError("could not get source code")


def getcomments(object):
    return None


def currentframe():
    return sys._getframe(0)      # this one is not seen


def unwrap(func, *, stop=None):
    """Follow the chain of `__wrapped__` attributes."""
    seen = {id(func)}
    while not isinstance(func, type) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {func!r}")
        seen.add(id(func))
    return func


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """Compute the annotations dict for an object."""
    if isinstance(obj, type):
        found = obj.__dict__.get("__annotations__")
    elif isinstance(obj, types.ModuleType) or callable(obj):
        found = getattr(obj, "__annotations__", None)
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str:
        return dict(found)
    if globals is None:
        globals = getattr(unwrap(obj), "__globals__", None)
        if globals is None:
            module = sys.modules.get(getattr(obj, "__module__", None), obj)
            globals = getattr(module, "__dict__", {})
    if locals is None and isinstance(obj, type):
        locals = dict(vars(obj))
    return {name: eval(value, globals, locals) if isinstance(value, str) else value for name, value in found.items()}


# === signatures ===
class _empty:
    """Marker object for Signature.empty and Parameter.empty."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, *args):
        value = len(cls.__members__)
        obj = int.__new__(cls, value)
        obj._value_ = value
        obj.description = args[0]
        return obj

    def __str__(self):
        return self.name


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """One parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=_missing, kind=_missing, annotation=_missing, default=_missing):
        return type(self)(
            self._name if name is _missing else name, self._kind if kind is _missing else kind,
            default=self._default if default is _missing else default,
            annotation=self._annotation if annotation is _missing else annotation)

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = f"{text}: {formatannotation(self._annotation)}"
        if self._default is not _empty:
            text += f" = {self._default!r}" if self._annotation is not _empty else f"={self._default!r}"
        return {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}.get(self._kind, "") + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return self is other or (self._name, self._kind) == (other._name, other._kind) and \
            self._default == other._default and self._annotation == other._annotation


class BoundArguments:
    """What Signature.bind gives: names of parameters and their values."""

    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        found = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind is _VAR_POSITIONAL:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        by_name = False
        for name, parameter in self._signature.parameters.items():
            if not by_name:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    by_name = True
                elif name not in self.arguments:
                    by_name = True
                    continue
            if by_name and name in self.arguments:
                if parameter.kind is _VAR_KEYWORD:
                    found.update(self.arguments[name])
                else:
                    found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        """Set default values for missing arguments."""
        filled = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                filled[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        inside = ", ".join([f"{name}={value!r}" for name, value in self.arguments.items()])
        return f"<{type(self).__name__} ({inside})>"


class Signature:
    """The parameters of a callable, and the annotation of its result."""

    __slots__ = ("_return_annotation", "_parameters")
    empty = _empty
    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found = {}
        last = _POSITIONAL_ONLY
        defaults = False
        for parameter in parameters or ():
            name, kind = parameter.name, parameter.kind
            if kind < last:
                raise ValueError(f"wrong parameter order: {last.description} parameter before {kind.description} "
                                 "parameter")
            if kind > last:
                last = kind
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if parameter.default is not _empty:
                    defaults = True
                elif defaults:
                    raise ValueError("non-default argument follows default argument")
            if name in found:
                raise ValueError(f"duplicate parameter name: {name!r}")
            found[name] = parameter
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return signature(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_missing, return_annotation=_missing):
        return type(self)(
            self.parameters.values() if parameters is _missing else parameters,
            return_annotation=self._return_annotation if return_annotation is _missing else return_annotation)

    __replace__ = replace

    def __hash__(self):
        return hash((tuple(self.parameters.values()), self._return_annotation))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self is other or list(self.parameters.items()) == list(other.parameters.items()) and \
            self._return_annotation == other._return_annotation

    def _bind(self, args, kwargs, partial=False):
        arguments, named, only = {}, dict(kwargs), []
        parameters, first, used = iter(self.parameters.values()), (), 0
        while True:
            parameter = next(parameters, None)
            kind = None if parameter is None else parameter.kind
            if used < len(args):
                if kind in (None, _VAR_KEYWORD, _KEYWORD_ONLY):
                    raise TypeError("too many positional arguments")
                if kind is _VAR_POSITIONAL:
                    arguments[parameter.name] = tuple(args[used:])
                    break
                if parameter.name in named and kind is not _POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {parameter.name!r}")
                arguments[parameter.name] = args[used]
                used += 1
            elif kind is None or kind is _VAR_POSITIONAL:
                break
            elif parameter.name in named and kind is _POSITIONAL_ONLY:
                if not _NEWER_TEXT:
                    raise TypeError(f"{parameter.name!r} parameter is positional only, but was passed as a keyword")
                only.append(parameter.name)
            elif parameter.name in named or kind is _VAR_KEYWORD or parameter.default is not _empty or partial:
                first = parameter,
                break
            else:
                what = "keyword-only argument" if kind is _KEYWORD_ONLY and _NEW_TEXT else "argument"
                raise TypeError(f"missing a required {what}: {parameter.name!r}")
        rest = None
        for parameter in (*first, *parameters):
            name, kind = parameter.name, parameter.kind
            if kind is _VAR_KEYWORD:
                rest = name
            elif kind is not _VAR_POSITIONAL:
                if name in named:
                    if kind is _POSITIONAL_ONLY and not _NEWER_TEXT:
                        raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
                    arguments[name] = named.pop(name)
                elif parameter.default is _empty and not partial:
                    raise TypeError(f"missing a required argument: {name!r}")
        if named:
            if rest is not None:
                arguments[rest] = named
            elif only:
                raise TypeError(
                    f"got some positional-only arguments passed as keyword arguments: {', '.join(only)!r}")
            else:
                raise TypeError(f"got an unexpected keyword argument {next(iter(named))!r}")
        return self._bound_arguments_cls(self, arguments)

    def bind(self, /, *args, **kwargs):
        """Map arguments to parameters; TypeError when they do not fit."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """The same, with required arguments left out."""
        return self._bind(args, kwargs, partial=True)

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        parts = []
        slash = star = False
        for parameter in self.parameters.values():
            kind = parameter.kind
            if kind is _POSITIONAL_ONLY:
                slash = True
            elif slash:
                parts.append("/")
                slash = False
            if kind is _VAR_POSITIONAL:
                star = True
            elif kind is _KEYWORD_ONLY and not star:
                parts.append("*")
                star = True
            parts.append(str(parameter))
        if slash:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(parts) + "\n)"
        if self._return_annotation is not _empty:
            text += f" -> {formatannotation(self._return_annotation)}"
        return text


_NEW_TEXT = sys.version_info >= (3, 12)
_NEWER_TEXT = sys.version_info >= (3, 13)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """Get a signature object for the passed callable."""
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, types.MethodType):
        return _without_first(signature(
            obj.__func__, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda each: hasattr(each, "__signature__") or isinstance(each, types.MethodType))
        if isinstance(obj, types.MethodType):
            return signature(obj, globals=globals, locals=locals, eval_str=eval_str)
    known = getattr(obj, "__signature__", None)
    if isinstance(known, Signature):
        return known
    if isinstance(obj, types.FunctionType):
        return _of_function(obj, globals, locals, eval_str)
    if isinstance(obj, functools.partial):
        return _of_partial(obj, globals, locals, eval_str)
    if isinstance(obj, type):
        return _of_class(obj, globals, locals, eval_str)
    if getattr(obj, "__text_signature__", None):
        return _of_text(obj)
    call = getattr(type(obj), "__call__", None)
    if isinstance(call, types.FunctionType):
        return _without_first(_of_function(call, globals, locals, eval_str))
    raise ValueError(f"no signature found for builtin {obj!r}" if isroutine(obj) else
                     f"callable {obj!r} is not supported by signature")


def _without_first(found):
    parameters = list(found.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind is not _VAR_POSITIONAL:
        del parameters[0]
    return found.replace(parameters=parameters)


def _of_function(function, globals=None, locals=None, eval_str=False):
    code = function.__code__
    names = code.co_varnames
    count, only = code.co_argcount, code.co_posonlyargcount
    annotations = get_annotations(function, globals=globals, locals=locals, eval_str=eval_str)
    defaults = function.__defaults__ or ()
    kwdefaults = function.__kwdefaults__ or {}
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for i in range(count):
        j = i - (count - len(defaults))
        add(names[i], _POSITIONAL_ONLY if i < only else _POSITIONAL_OR_KEYWORD, defaults[j] if j >= 0 else _empty)
    at = count + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        add(names[at], _VAR_POSITIONAL)
        at += 1
    for name in names[count:count + code.co_kwonlyargcount]:
        add(name, _KEYWORD_ONLY, kwdefaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[at], _VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get("return", _empty))


def _of_partial(obj, globals, locals, eval_str):
    found = signature(obj.func, globals=globals, locals=locals, eval_str=eval_str)
    bound = found.bind_partial(*obj.args, **obj.keywords).arguments
    parameters = []
    by_name = False
    for name, parameter in found.parameters.items():
        if name in obj.keywords and parameter.kind is not _POSITIONAL_ONLY:
            by_name = True
            parameters.append(parameter.replace(kind=_KEYWORD_ONLY, default=obj.keywords[name]))
        elif name in bound and parameter.kind not in (_VAR_POSITIONAL, _VAR_KEYWORD):
            continue
        elif by_name and parameter.kind is _POSITIONAL_OR_KEYWORD:
            parameters.append(parameter.replace(kind=_KEYWORD_ONLY))
        elif not (by_name and parameter.kind is _VAR_POSITIONAL):
            parameters.append(parameter)
    return found.replace(parameters=parameters)


def _of_class(cls, globals, locals, eval_str):
    options = {"globals": globals, "locals": locals, "eval_str": eval_str}
    call = getattr(type(cls), "__call__", None)
    if isinstance(call, types.FunctionType):
        return _without_first(signature(call, **options))
    for each in cls.__mro__:
        for name in ("__new__", "__init__"):
            function = each.__dict__.get(name)
            if isinstance(function, staticmethod):
                function = function.__func__
            if isinstance(function, types.FunctionType):
                return _without_first(signature(function, **options))
        if each is not object and getattr(each, "__text_signature__", None):
            return _of_text(each)
    if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
        return Signature()
    raise ValueError(f"no signature found for builtin type {cls!r}")


def _of_text(obj):
    """The signature that a native function says in text."""
    text = obj.__text_signature__.strip().removeprefix("(").removesuffix(")")
    parts = [part.strip() for part in text.split(",") if part.strip()]
    bound = parts and parts[0].startswith("$")
    of_module = parts and parts[0] == "$module"
    parts = [part.removeprefix("$") for part in parts]
    has_self = getattr(obj, "__self__", None)
    header = f"lambda {', '.join(parts)}: None" if "/" not in parts[:1] else f"lambda {', '.join(parts[1:])}: None"
    try:
        found = _of_function(eval(header, {"__builtins__": {}}))
    except (SyntaxError, NameError):
        raise ValueError(f"{obj!r} has invalid signature") from None
    if of_module or bound and (isinstance(obj, type) or has_self is not None):
        return _without_first(found)
    return found


class FullArgSpec(tuple):
    """args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations."""

    _fields = ("args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations")

    def __new__(cls, *values):
        return tuple.__new__(cls, values)

    def __repr__(self):
        return f"FullArgSpec({', '.join([f'{name}={value!r}' for name, value in zip(self._fields, self)])})"


for _i, _name in enumerate(FullArgSpec._fields):
    setattr(FullArgSpec, _name, property(lambda self, i=_i: self[i]))


def getfullargspec(func):
    """Get the names and default values of a callable object's parameters."""
    try:
        found = signature(func, follow_wrapped=False)
        if isinstance(func, types.MethodType):
            found = _of_function(func.__func__)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, defaults, kwonly, kwdefaults, annotations = [], [], [], {}, {}
    varargs = varkw = None
    for name, parameter in found.parameters.items():
        kind = parameter.kind
        if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
        elif kind is _VAR_POSITIONAL:
            varargs = name
        elif kind is _KEYWORD_ONLY:
            kwonly.append(name)
            if parameter.default is not _empty:
                kwdefaults[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    if found.return_annotation is not _empty:
        annotations["return"] = found.return_annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, kwonly, kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)
