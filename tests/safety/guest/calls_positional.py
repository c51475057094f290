def f0(): return 0
def f1(a): return a
def f3(a, b, c): return a, b, c
def d3(a, b=2, c=3): return a, b, c
def rest(a, *r): return a, r
def pos(a, /, b): return a, b
print(f0(), f1(1), f3(1, 2, 3), d3(1), d3(1, 5), d3(1, 5, 6), rest(1), rest(1, 2, 3), pos(1, 2))
print((lambda: 5)(), (lambda x: x)(6), (lambda *a: a)(1, 2))
for g in (lambda: f0(1), lambda: f1(), lambda: f3(1, 2), lambda: d3(), lambda: d3(1, 2, 3, 4), lambda: rest(), lambda: None(), lambda: "a"(), lambda: (1)(2)):
    try: g()
    except TypeError as e: print(e)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(7))
def many(a, b, c, d, e, f, g, h, i, j, k=11, l=12): return a + l
print(many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), many(*range(12)))
