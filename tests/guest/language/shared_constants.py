# Equal constants of a program are one object, and its sets lie as the first of them does.
def order(*values):
    print(values)


show = (lambda: {1, -7, (1, 2)}, lambda: {-7, (1, 2), 1}, lambda: [5 in {-7, (1, 2), 1}, {(1, 2), 1, -7}])
for call in show:
    order(call())
above = (1, 2, "x y")


def same():
    return (1, 2, "x y")


def one():
    return "x y", 1000, 1000.5, -0.0, 0.0, (1, (2, 3)), b"ab c", 1j, True, 1


def other():
    return "x y", 1000, 1000.5, 0.0, -0.0, (2, 3), b"ab c", 1j, 1, True


class Body:
    a = (1, 2, "x y")
    b = 1000.5
    c = {1, -7, (1, 2)}


print(above is same(), [x is y for x in one() for y in other()], Body.a is above, Body.b is one()[2], Body.c)
exec("order((1, 2, 'x y') is above, {(1, 2), 1, -7})")


def never():
    return
    if 5 in {-8, 3, (1, 2)}:
        return {-9, 3, (1, 2)}
    for each in {-10, 3, (1, 2)}:
        def inner():
            return {-11, 3, (1, 2)}


def also():
    try:
        return 1
    finally:
        while 0:
            print({-12, 3, (1, 2)})


# what is never run was written first all the same
print({-8, (1, 2), 3}, {-9, (1, 2), 3}, frozenset({-10, (1, 2), 3}), {-11, (1, 2), 3}, {-12, (1, 2), 3})
