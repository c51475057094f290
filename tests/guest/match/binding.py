"""When and where patterns bind names."""


def show(f, *args):
    try:
        print(f.__name__, *map(repr, args), "->", f(*args))
    except Exception as error:
        print(f.__name__, *map(repr, args), "->", type(error).__name__, error)


def late(value):
    """Names are bound when the whole pattern has matched, before the guard."""
    a = b = "unset"
    match value:
        case [a, [b, 1]]:
            return 1, a, b
        case [b, a] if a == 9:
            return 2, a, b
        case {"x": a, "y": 1}:
            return 3, a, b
        case [a]:
            pass
    return 4, a, b


for value in ([1, [2, 1]], [1, [2, 2]], [1, 9], {"x": 1, "y": 2}, {"x": 1, "y": 1}, [5], 5):
    show(late, value)


def unbound(value):
    match value:
        case [x, 1]:
            pass
    return x


show(unbound, [1, 1])
show(unbound, [1, 2])


def nested(value):
    match value:
        case [(1 as a) | (str() as a), {"k": ([b, *_] | {"b": b}) as c}, *d] as e:
            return a, b, c, d, e
        case ((a, b), (c, d)) | {"a": a, "b": b, "c": c, "d": d} | [d, c, b, a]:
            return a, b, c, d
        case [*a, 0] | [0, *a]:
            return a
        case complex(real=r, imag=i) | [r, i, *_]:
            return r, i


for value in (
    [1, {"k": [2, 3]}], ["s", {"k": {"b": 4}}, 5, 6], ((1, 2), (3, 4)), dict(a=1, b=2, c=3, d=4), [1, 2, 3, 4], [1, 2, 0],
    [0, 1, 2], [0], 1 + 2j, [5, 6], 7,
):
    show(nested, value)


def closure(value):
    match value:
        case [x, y] if (lambda: x)():
            return lambda: (x, y)
        case {"x": x, **y}:
            def inner():
                nonlocal x
                x += 1
                return x, y
            return inner


show(closure([1, 2]))
show(closure({"x": 1, "z": 2}))

GLOBAL = "before"


def declared(value):
    global GLOBAL
    match value:
        case {"g": GLOBAL}:
            pass
    return GLOBAL


show(declared, {})
show(declared, {"g": "after"})
print(GLOBAL)


class Body:
    match [1, 2]:
        case [first, second] if first < second:
            total = first + second
        case __private:
            pass
    match 3:
        case __private:
            pass


print(sorted(name for name in vars(Body) if not name.startswith("__")))


def dotted():
    class Names:
        ONE = 1

        class Inner:
            TWO = 2

    for value in (1, 2, 3):
        match value:
            case Names.ONE:
                yield "one"
            case Names.Inner.TWO:
                yield "two"
            case Names.Inner.THREE:
                yield "never"


show(lambda: list(dotted()))


def annotated(value):
    match value:
        case int(x):
            y: int = x
        case str(x):
            y: str = x
    return y


show(annotated, 1)
show(annotated, "a")
show(annotated, None)


def loop(values):
    for value in values:
        match value:
            case 0:
                continue
            case -1:
                break
            case [0]:
                return "returned"
            case [x]:
                yield x
            case {"raise": error}:
                try:
                    raise error
                except ValueError as caught:
                    match caught:
                        case ValueError(args=[text]):
                            yield text
                finally:
                    yield "finally"
            case _ if (yield "asked"):
                yield "yes"
            case other:
                yield other
    else:
        yield "end"


def drive(values):
    steps = loop(values)
    found = []
    try:
        value = next(steps)
        while True:
            found.append(value)
            value = steps.send(value == "asked" and len(found) % 2)
    except StopIteration as stop:
        found.append(("stop", stop.value))
    except Exception as error:
        found.append(error)
    return found


show(drive, [0, [1], 2, 3, {"raise": ValueError("v")}, [0]])
show(drive, [[2], -1, [3]])
show(drive, [{"raise": KeyError("k")}])
show(drive, [])


def deep(value):
    match value:
        case [[[[[[[[a, b], c], d], e], f], g], h], i]:
            return a, b, c, d, e, f, g, h, i
        case [i, [h, [g, [f, [e, [d, [c, [b, a]]]]]]]]:
            return a, b, c, d, e, f, g, h, i


show(deep, [[[[[[[[1, 2], 3], 4], 5], 6], 7], 8], 9])
show(deep, [1, [2, [3, [4, [5, [6, [7, [8, 9]]]]]]]])


def many(value):
    match value:
        case [a, b, c, d, e, f] | [f, [e, [d, [c, [b, a]]]]] | {"a": a, "c": c, "b": b, "f": f, "e": e, "d": d}:
            return a, b, c, d, e, f


show(many, range(6))
show(many, [1, [2, [3, [4, [5, 6]]]]])
show(many, dict(zip("abcdef", range(6))))
