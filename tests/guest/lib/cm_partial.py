import functools

__call__ = functools.partial(int, base=2)
