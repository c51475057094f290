"""What typing is built on."""
import sys

from _natives import idfunc as _idfunc  # noqa: F401

if sys.version_info >= (3, 12):
    from _natives import ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple  # noqa: F401

    class Generic:
        """Abstract base class for generic types.

        On Python 3.12 and newer, generic classes implicitly inherit from
        Generic when they declare a parameter list after the class's name::

            class Mapping[KT, VT]:
                def __getitem__(self, key: KT) -> VT:
                    ...
                    # Etc.

        On older versions of Python, however, generic classes have to
        explicitly inherit from Generic.
        """

        __slots__ = ()
        __module__ = "typing"

        @classmethod
        def __class_getitem__(cls, *args, **kwargs):
            """Parameterizes a generic class."""
            import typing
            return typing._generic_class_getitem(cls, *args, **kwargs)

        @classmethod
        def __init_subclass__(cls, *args, **kwargs):
            """Function to initialize subclasses."""
            import typing
            return typing._generic_init_subclass(cls, *args, **kwargs)

if sys.version_info >= (3, 13):
    from _natives import NoDefault  # noqa: F401
