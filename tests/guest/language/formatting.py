"""f-strings, format, repr and str of the builtin kinds."""


def attempt(f):
    try:
        return f()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


x, width, name, d = 3.14159, 10, "wörld", {"k": [1, 2]}
print(f"{x:.2f}|{x:{width}.3f}|{x!r:>12}|{x=}|{x = :.1f}|{name!a}|{name:*^12}|{d['k'][0]}|{{literal}}|{'nested ' + f'{x:.0f}'}")
print(f"{1_234_567:,} {255:#x} {255:08b} {-5:+d} {5: d} {0.5:%} {1e10:g} {1e-7} {True} {None} {1 + 2j} {[1]!s:>5} {42:c} {3:<4}|{3:^4}|{3:=+5}|")
print(f"{lambda_()}" if (lambda_ := lambda: "called") else "", f"{(lambda y: y * 2)(4)}", f"{'a' if x else 'b'}", f"{x!s}", f"{', '.join(str(i) for i in range(3))}")
print(f"a" "b" f"{1}" rf"\n{2}" f'''{
    3
}''', f"{x:{'.' + str(2)}{'f'}}", f"{'quote'}", f"{name!r}")
for spec in (">5", "<5", "^5", "05d", "x", "X", "o", "b", "e", ".2e", "g", "n", "%", ",", "_", "c", "+", "-", " ", "#b", "s", "10.3f", "*>8", "=+8", "zz", "5.2s", "\x00"):
    print(repr(spec), [attempt(lambda: format(v, spec)) for v in (5, -5, 5.25, "s", True, None)])
for text in ("'{} {}'.format(1, 2)", "'{1} {0}'.format(1, 2)", "'{a.real} {b[0]} {c[k]}'.format(a=1, b=[2], c={'k': 3})", "'{:>{w}}'.format('x', w=4)", "'{!r} {!s}'.format('a', 'a')",
             "'{0} {}'.format(1)", "'{'.format()", "'}'.format()", "'{a}'.format_map({'a': 1})", "'{0.nope}'.format(1)", "'{!z}'.format(1)", "'{:{}}'.format(1, 5)", "'{}'.format()",
             "format(3, 4)", "format('s', 'd')", "'%r %a %c %% %5s|%-5d|%05.1f|%x' % ('é', 'é', 65, 'x', 3, 2.25, 255)", "'%z' % 1", "'%s'  % ((1, 2),)", "'%*d' % (5, 3)"):
    print(text, "->", attempt(lambda: eval(text)))
nested = [1]
nested.append(nested)
loop = {"self": None}
loop["self"] = loop
print(nested, loop, [None, True, ..., NotImplemented], ((), (1,), (1, [])), {1: {2: 3}}, set(), frozenset(), frozenset([1]), range(1, 5, 2), slice(1, None), b"\x00a'\"", bytearray(b"x"))
print(repr("it's"), repr('say "x"'), repr("both ' and \""), repr("\n\t\\\x00\x7f\xa0é\u2028𝒳"), ascii("é𝒳"), str(b"x"), repr(1e100), repr(1e16), repr(123456789012345680.0), 0.1, 1e-5, -0.0, float("inf"), float("nan"), 1e22)
print(str(1.0), 2**100, -(2**65), complex(1, -0.0), 1e3j, int, str(type), len, print, type(None), repr(object())[:15], Exception("e"), [Exception("e", 1)], ValueError)
print("a\tb".expandtabs(4), "x".join("abc"), "abc".center(9, "-"), "Title Case".swapcase(), "ß".upper(), "ǅ".title(), "42".zfill(5), "-42".zfill(5), "a,b,,c".split(","), " a  b ".split(), "a\nb\r\nc".splitlines())


class Formatted:
    def __format__(self, spec):
        return f"[{spec}]" if spec != "bad" else 3

    def __repr__(self):
        return "repr"

    def __str__(self):
        return "str"


f = Formatted()
print(f"{f} {f:abc} {f!r} {f!s:>5} {f!r:{'>'}{6}}", "{} {:x}".format(f, f), attempt(lambda: f"{f:bad}"), "%s %r" % (f, f), [f], str([f]), {f: f})


class BadRepr:
    def __repr__(self):
        return 3


print(attempt(lambda: repr(BadRepr())), attempt(lambda: str(BadRepr())), attempt(lambda: f"{BadRepr()}"), attempt(lambda: [BadRepr()].__repr__()))
