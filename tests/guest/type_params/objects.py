# min-version: 3.12
"""The types of type parameters, made by call; typing on top of them."""

import copy
import typing
from typing import Generic, ParamSpec, Protocol, TypeAliasType, TypeVar, TypeVarTuple, Unpack


def show(text, **names):
    try:
        value = eval(text, globals(), names)
        print(text, "->", value)
    except Exception as error:
        print(text, "->", type(error).__name__, error)


T, S = TypeVar("T"), TypeVar("S", covariant=True)
B, C = TypeVar("B", bound=int), TypeVar("C", int, str, contravariant=True)
I = TypeVar("I", infer_variance=True)
P, Ts = ParamSpec("P"), TypeVarTuple("Ts")
X = TypeAliasType("X", list[T], type_params=(T,))
for param in (T, S, B, C, I, P, Ts, X):
    print(param, type(param), param.__module__, param.__name__)
for text in (
    "B.__bound__", "C.__constraints__", "T.__bound__", "S.__covariant__", "C.__contravariant__", "I.__infer_variance__",
    "setattr(T, 'extra', 1)", "T.extra", "setattr(T, '__name__', 1)", "setattr(T, '__bound__', 1)", "setattr(X, 'extra', 1)",
    "setattr(X, '__value__', 1)", "T.nope", "isinstance(T, TypeVar)", "isinstance(1, T)", "T()", "T == T", "T == S", "hash(T) == hash(T)",
    "len({T, S, T})", "copy.copy(T) is T", "copy.deepcopy(T) is T", "T.__reduce__()", "X.__reduce__()",
    "type('D', (TypeVar,), {})", "type('D', (TypeAliasType,), {})", "type('D', (ParamSpec,), {})",
    "TypeVar()", "TypeVar(1)", "TypeVar('T', int)", "TypeVar('T', int, str, bound=int)", "TypeVar('T', bound=1)", "TypeVar('T', bound=None).__bound__",
    "TypeVar('T', covariant=True, contravariant=True)", "TypeVar('T', covariant=True, infer_variance=True)", "TypeVar('T', nope=1)",
    "TypeVar('T', 1, 2).__constraints__", "TypeVar(name='N')", "TypeVar('T', bound='forward').__bound__",
    "ParamSpec()", "ParamSpec(1)", "ParamSpec('Q', bound=int).__bound__", "ParamSpec('Q', 1)", "TypeVarTuple(1)",
    "TypeAliasType('Y', int)", "TypeAliasType(1, int)", "TypeAliasType('Y', int, type_params=1)", "TypeAliasType('Y')",
    "TypeAliasType('Y', int).__type_params__", "TypeAliasType(name='Y', value=int).__value__",
    "P.args", "P.kwargs", "P.args.__origin__ is P", "P.args == P.args", "P.args == P.kwargs", "hash(P.args)", "type(P.kwargs)",
    "typing.ParamSpecArgs(1)", "list(Ts)", "[*Ts]", "T | int", "int | T", "T | None", "P | int", "Ts | int", "X | int", "type(X | int)",
    "X[int]", "X[int].__value__", "TypeAliasType('Y', int)[int]", "X.__parameters__", "X[int, str]",
    "list[T][int]", "dict[T, S][int, str]", "dict[T, list[S]][int, str]", "tuple[T, *Ts][int, str, bool]", "tuple[*Ts][()]",
    "typing.Callable[P, T][[int, str], bool]", "typing.Callable[[T], S][int, str]", "typing.Callable[P, T][..., int]",
    "Generic[T]", "Generic[T, S]", "Generic[int]", "Generic[T, T]", "Generic[()]", "Generic[P]", "Generic[Unpack[Ts]]", "Generic[Ts]",
    "T.__typing_subst__(int)", "Ts.__typing_subst__(int)", "P.__typing_subst__([int, str])", "typing.Optional[T][int]", "typing.Union[T, S, T]",
    "typing.get_args(X[int])", "typing.get_origin(X[int])", "typing.List[T]", "typing.Dict[T, S][int, str]", "typing.ClassVar[T]",
):
    show(text)


class Old(Generic[T, S]):
    pass


class Sub(Old[int, T]):
    pass


class Variadic(Generic[T, Unpack[Ts]]):
    pass


class Callback(Generic[P, T]):
    pass


class Comparable(Protocol[T]):
    def less(self, other: T) -> bool: ...


@typing.runtime_checkable
class Sized2[T](Protocol):
    def size(self) -> T: ...


class Has:
    def size(self): return 1


for text in (
    "Old[int, str]", "Old[int]", "Old[T, S][int, str]", "Old.__parameters__", "Old.__orig_bases__", "Sub[str]", "Sub.__parameters__", "Sub.__mro__",
    "type(Old[int, str]())", "Old[int, str]().__orig_class__", "Variadic[int]", "Variadic[int, str, bool]", "Variadic[()]", "Callback[[int], str]",
    "Callback[..., str]", "Callback[int, str]", "Callback[P, T]", "Comparable[int]", "Comparable.__mro__", "isinstance(Has(), Sized2)",
    "isinstance(1, Sized2)", "Sized2[int]", "typing.get_type_hints(Comparable.less)", "typing.NewType('N', int)(5)", "typing.cast(T, 1)",
):
    show(text)
