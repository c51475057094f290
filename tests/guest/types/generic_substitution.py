# Type arguments put in for parameters, at any depth.
import typing as t, collections.abc as c
T=t.TypeVar('T'); Ts=t.TypeVarTuple('Ts'); P=t.ParamSpec('P')
def tr(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
MT = t.TypeVarTuple
tr(lambda: t.Annotated[tuple[t.Unpack[Ts]], "a decoration"][int])
tr(lambda: t.Annotated[tuple[*Ts], "a decoration"][int, str])
tr(lambda: tuple[*Ts][()])
tr(lambda: tuple[*Ts][()] == tuple[()])
tr(lambda: (tuple[*Ts][()].__args__, tuple[()].__args__))
class G1(t.Generic[*Ts]): pass
tr(lambda: list[G1[*Ts]][()] )
tr(lambda: list[G1[*Ts]][()] == list[G1[()]])
tr(lambda: list[G1[*Ts]][int,str])
tr(lambda: (list[T] | int)[str])
tr(lambda: (list[T] | int).__parameters__)
tr(lambda: (int | str).__module__)
class My(t.Generic[P, T]): pass
tr(lambda: My[t.Callable[P, T], T])
tr(lambda: c.Callable[t.Concatenate[int, P], T][[str], bool])
tr(lambda: c.Callable[P, T][[int, str], bool])
tr(lambda: c.Callable[P, T][P, bool])
tr(lambda: c.Callable[[int, *Ts], T][str, bool, float])
tr(lambda: c.Callable[[int, *Ts], T][bool])
class A(t.Generic[T, P]): pass
tr(lambda: A[T, P][int, [str, bool]])
G=A[c.Callable[t.Concatenate[int, P], T], P]
tr(lambda: G[[bool,bytes], float])
tr(lambda: list[A[T,P]][int,[str]])
tr(lambda: (c.Callable[P, T] | None)[[int], str])
tr(lambda: t.get_type_hints(type("X",(),{"__annotations__":{"a": "list[int] | None"}})))
