"""Context variables, as guest code: a machine has one thread, so one present context."""

__all__ = ["Context", "ContextVar", "Token", "copy_context"]

_missing = object()


class _Thread:
    """Which context is the present one: a name of its instance, since a global costs more to set."""

    __slots__ = ("current",)


_thread = _Thread()
_thread.current = None


class Context:
    __slots__ = ("_values", "_outer", "__weakref__")

    def __init__(self):
        self._values = {}
        self._outer = _missing      # the context that is left for this one while it runs

    def run(self, callable, /, *args, **kwargs):
        if self._outer is not _missing:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        self._outer = _thread.current
        _thread.current = self
        try:
            if kwargs:
                return callable(*args, **kwargs)
            return callable(*args) if args else callable()
        finally:
            _thread.current = self._outer
            self._outer = _missing

    def copy(self):
        made = Context()
        made._values = self._values.copy()
        return made

    def get(self, key, default=None, /):
        return self._values.get(_checked(key), default)

    def __getitem__(self, key):
        return self._values[_checked(key)]

    def __contains__(self, key):
        return _checked(key) in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    __hash__ = None


def _checked(key):
    if not isinstance(key, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {key!r}")
    return key


class ContextVar:
    __slots__ = ("_name", "_default")

    def __init__(self, name, /, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name = name
        self._default = default

    @property
    def name(self):
        return self._name

    def get(self, default=_missing, /):
        value = _present()._values.get(self, _missing)
        if value is not _missing:
            return value
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = _present()
        token = Token(context, self, context._values.get(self, _missing))
        context._values[self] = value
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        if token._context is not _present():
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token._old is _missing:
            del token._context._values[self]
        else:
            token._context._values[self] = token._old

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)

    def __repr__(self):
        shown = "" if self._default is _missing else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{shown} at 0x{id(self):x}>"


class Token:
    __slots__ = ("_context", "_var", "_old", "_used")
    MISSING = type("Token", (), {"__repr__": lambda self: "<Token.MISSING>", "__slots__": ()})()

    def __init__(self, context=None, var=None, old=None):
        if context is None:
            raise RuntimeError("Tokens can only be created by ContextVars")
        self._context = context
        self._var = var
        self._old = old
        self._used = False

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return Token.MISSING if self._old is _missing else self._old

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self._var!r} at 0x{id(self):x}>"


def _present():
    if _thread.current is None:
        _thread.current = Context()
        _thread.current._outer = None       # it runs, and is left for no other
    return _thread.current


def copy_context():
    return _present().copy()


for _kind in (Context, ContextVar, Token):
    _kind.__module__ = "_contextvars"
del _kind
