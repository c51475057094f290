"""What functools builds on: the calls that its objects make are frames, so none of them is native.

`partial` and `cmp_to_key` are left out: functools has them in guest code.
"""

from _collections import OrderedDict

from _natives import reduce

missing = object()
mark = (missing,)


class _lru_cache_wrapper:
    __slots__ = ("_function", "_maxsize", "_typed", "_info", "_cache", "_hits", "_misses", "__dict__", "__weakref__")
    __module__ = "functools"

    def __init__(self, user_function, maxsize, typed, cache_info_type):
        if not callable(user_function):
            raise TypeError("the first argument must be callable")
        if maxsize is not None and not isinstance(maxsize, int):
            raise TypeError("maxsize should be integer or None")
        self._function = user_function
        self._maxsize = maxsize if maxsize is None or maxsize > 0 else 0
        self._typed = bool(typed)
        self._info = cache_info_type
        self._cache = OrderedDict()
        self._hits = self._misses = 0

    def __call__(self, /, *args, **kwds):
        maxsize = self._maxsize
        if maxsize == 0:
            self._misses += 1
            return self._function(*args, **kwds)
        key = args
        if kwds or self._typed:
            key = make_key(args, kwds, self._typed)
        cache = self._cache
        value = cache.get(key, missing)
        if value is not missing:
            self._hits += 1
            if maxsize is not None:
                cache.move_to_end(key)
            return value
        self._misses += 1
        value = self._function(*args, **kwds)
        if maxsize is not None and len(cache) >= maxsize and key not in cache:
            cache.popitem(False)
        cache[key] = value
        return value

    def __get__(self, obj, objtype=None):
        return self if obj is None else Method(self, obj)

    def cache_info(self):
        """Report cache statistics"""
        return self._info(self._hits, self._misses, self._maxsize, len(self._cache))

    def cache_clear(self):
        """Clear the cache and cache statistics"""
        self._hits = self._misses = 0
        self._cache.clear()

    def __reduce__(self):
        return self.__qualname__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


Method = type(_lru_cache_wrapper(reduce, 0, False, None).cache_info)


def make_key(args, kwds, typed):
    key = args
    if kwds:
        key += mark
        for item in kwds.items():
            key += item
    if typed:
        key += tuple([type(value) for value in args])
        if kwds:
            key += tuple([type(value) for value in kwds.values()])
    return key
