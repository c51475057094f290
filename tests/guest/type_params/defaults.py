# min-version: 3.13
"""Defaults of type parameters."""

import typing
from typing import NoDefault, ParamSpec, TypeVar, TypeVarTuple


def attempt(f):
    try:
        return f()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


calls = []


def note(x):
    calls.append(x)
    return x


def f[T, U = note(int), V: note(str) = note("v"), *Ts = *tuple[int, str], **P = [int, bool]](): pass


class C[T = int, U = list[T]]: pass


type A[T = 5, U = T] = (T, U)
for param in (*f.__type_params__, *C.__type_params__, *A.__type_params__):
    print(param, param.has_default(), calls)
    print("  ", param.__default__, param.__default__, calls)
print(C[str], C[str, bool], attempt(lambda: C[()]), C, A[int], A[int, str], C.__type_params__)
print(NoDefault, type(NoDefault), type(NoDefault)() is NoDefault, attempt(lambda: type(NoDefault)(1)))
T = TypeVar("T", default=int)
S = TypeVar("S")
print(T.__default__, T.has_default(), S.__default__, S.has_default(), TypeVar("Q", default=None).__default__)
print(TypeVarTuple("Ts", default=(int, str)).__default__, ParamSpec("P", default=[int]).__default__)


class Old(typing.Generic[S, T]): pass


print(Old[bool], Old[bool, str], attempt(lambda: Old[()]), attempt(lambda: Old[1, 2, 3]), Old.__parameters__)
print(dict[S, T][bool], attempt(lambda: list[T][()]), list[T][str])
for source in ("def f[T = int, U](): pass", "class C[T = (yield)]: pass", "type X[*T = (y := 1)] = 1"):
    try:
        exec(source)
    except SyntaxError as error:
        print(error.msg)
lazy = lambda: next(iter(g.__type_params__)).__default__


def g[T = 1 / 0](): pass


print(attempt(lazy), attempt(lazy), g.__type_params__[0].has_default())
