class K:
    def __index__(self): raise ValueError("index")
    def __hash__(self): raise TypeError("hash")
    def __eq__(self, o): raise RuntimeError("eq")
    def __iter__(self): raise OSError("iter")
    def __str__(self): raise LookupError("str")
    def __len__(self): raise MemoryError("len")
    def __getattr__(self, n): raise AttributeError(n)
    def __call__(self): raise StopIteration("call")
    def __next__(self): raise ArithmeticError("next")
    def __contains__(self, x): raise BufferError("contains")
    def __format__(self, s): raise NotImplementedError("format")
k = K()
tries = [lambda: [1][k], lambda: {k}, lambda: [1].index(k), lambda: list(k), lambda: str(k), lambda: len(k), lambda: k.x, lambda: k(), lambda: next(k), lambda: 1 in k, lambda: f"{k}",
         lambda: sorted([k, k]), lambda: "".join(k), lambda: dict(k), lambda: [].extend(k), lambda: print(k), lambda: bytes(k), lambda: range(k), lambda: {1: 2}.get(k), lambda: set([1]).add(k), lambda: "x" * k,
         lambda: list(map(k, [1])), lambda: list(filter(k, [1])), lambda: max(k), lambda: sum(k), lambda: any(k), lambda: isinstance(1, k), lambda: issubclass(k, int), lambda: getattr(k, k), lambda: type(k)(1),
         lambda: int(k), lambda: float(k), lambda: round(k), lambda: abs(k), lambda: divmod(k, 1), lambda: pow(k, 2), lambda: iter(k), lambda: reversed(k), lambda: zip(k), lambda: enumerate(k), lambda: tuple(k), lambda: bool(k)]
for t in tries:
    for _ in range(2):
        try: t()
        except BaseException as e: r = type(e).__name__, str(e)
        else: r = "ok"
    print(r)
