"""``Row``: ``typing.NamedTuple`` to readers and type checkers, without the modules that a start would have to load for it.

A constructor with the fields as its parameters is compiled for a call that does not fit them, for the error that it gives.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as Row
else:
    from _collections import _tuplegetter

    class RowType(type):
        def __new__(meta, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            body.update((field, _tuplegetter(number, field)) for number, field in enumerate(fields))
            return type.__new__(meta, name, bases, body | {
                "__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults,
                "_last_defaults": tuple(defaults.values()),
            })

    class Row(tuple, metaclass=RowType):
        def __new__(cls, *args, **kwargs):
            fields = cls._fields
            missing = len(fields) - len(args)
            if not kwargs and 0 <= missing <= len(cls._last_defaults):
                return tuple.__new__(cls, args + cls._last_defaults[-missing:] if missing else args)
            if kwargs and missing > 0:
                values = cls._field_defaults | kwargs
                rest = [values[field] for field in fields[-missing:] if field in values]
                if len(rest) == missing and kwargs.keys() <= set(fields[-missing:]):
                    return tuple.__new__(cls, (*args, *rest))
            names = ", ".join(cls._fields)
            parameters = ", ".join(
                f"{field}=_defaults[{field!r}]" if field in cls._field_defaults else field for field in cls._fields)
            space = {"_new": tuple.__new__, "_defaults": cls._field_defaults, "__name__": cls.__module__}
            exec(f"def __new__(_cls, {parameters}): return _new(_cls, ({names},))", space)
            return space["__new__"](cls, *args, **kwargs)

        @classmethod
        def _make(cls, iterable):
            made = tuple.__new__(cls, iterable)
            if len(made) != len(cls._fields):
                raise TypeError(f"expected {len(cls._fields)} values, got {len(made)}")
            return made

        def _replace(self, /, **changes):
            return type(self)(**(self._asdict() | changes))

        def _asdict(self):
            return dict(zip(self._fields, self))

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(f'{field}={value!r}' for field, value in zip(self._fields, self))})"

        def __getnewargs__(self):
            return tuple(self)

__all__ = ["Row"]
