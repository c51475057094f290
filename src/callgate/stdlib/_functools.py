"""What functools builds on: the calls that its objects make are frames, so none of them is native."""

import sys
from _collections import OrderedDict

from _importer import as_builtin, shown_with_module
from _natives import reduce

missing = object()
mark = (missing,)


class partial:
    """Create a new function with partial application of the given arguments and keywords."""

    __slots__ = ("func", "args", "keywords", "__dict__", "__weakref__")
    __module__ = "functools"

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        if not callable(func):
            raise TypeError("the first argument must be callable")
        args = tuple(args)
        if isinstance(func, partial) and not func.__dict__:
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        set_func(self, func)
        set_args(self, args)
        set_keywords(self, keywords)
        return self

    def __setattr__(self, name, value):
        if name in FIELDS:
            raise AttributeError("readonly attribute")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        if name in FIELDS:
            raise AttributeError("readonly attribute")
        super().__delattr__(name)

    def __call__(self, /, *args, **keywords):
        if keywords:
            return self.func(*self.args, *args, **{**self.keywords, **keywords})
        return self.func(*self.args, *args, **self.keywords)

    def __repr__(self):
        if id(self) in showing:
            return "..."
        showing.add(id(self))
        try:
            parts = [repr(self.func)]
            parts.extend([repr(value) for value in self.args])
            parts.extend([f"{name}={value!r}" for name, value in self.keywords.items()])
        finally:
            showing.discard(id(self))
        kind = type(self)
        name = f"{kind.__module__}.{kind.__qualname__}" if LONG_NAMES or kind is partial else kind.__name__
        return f"{name}({', '.join(parts)})"

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords, self.__dict__ or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError("invalid partial state")
        func, args, keywords, names = state
        if not callable(func) or not isinstance(args, tuple) or keywords is not None and not isinstance(keywords, dict):
            raise TypeError("invalid partial state")
        set_func(self, func)
        set_args(self, args if type(args) is tuple else tuple(args))
        set_keywords(self, {} if keywords is None else keywords if type(keywords) is dict else dict(keywords))
        self.__dict__ = {} if names is None else names

    def __class_getitem__(cls, item):
        return Alias(cls, item)


Alias = type(list[int])
FIELDS = ("func", "args", "keywords")
LONG_NAMES = sys.version_info >= (3, 13)
set_func, set_args, set_keywords = partial.func.__set__, partial.args.__set__, partial.keywords.__set__
showing = set()


@as_builtin
def cmp_to_key(*args, **keywords):
    """Convert a cmp= function into a key= function."""
    return KeyWrapper(one_argument("cmp_to_key", "mycmp", args, keywords))


def one_argument(function, name, args, keywords):
    given = len(args) + len(keywords)
    if given > 1:
        raise TypeError(f"{function}() takes at most 1 argument ({given} given)")
    if args:
        return args[0]
    if name in keywords:
        return keywords[name]
    raise TypeError(f"{function}() missing required argument '{name}' (pos 1)")


class KeyWrapper:
    __slots__ = ("_compare", "_made", "obj")
    __module__ = "functools"
    __hash__ = None

    def __init__(self, compare):
        self._compare = compare
        self._made = False
        self.obj = None

    def __call__(self, *args, **keywords):
        made = KeyWrapper(self._compare)
        made.obj = one_argument("K", "obj", args, keywords)
        made._made = True
        return made

    def __lt__(self, other):
        return self._compared(other) < 0

    def __gt__(self, other):
        return self._compared(other) > 0

    def __eq__(self, other):
        return self._compared(other) == 0

    def __ne__(self, other):
        return self._compared(other) != 0

    def __le__(self, other):
        return self._compared(other) <= 0

    def __ge__(self, other):
        return self._compared(other) >= 0

    def _compared(self, other):
        if type(other) is not KeyWrapper:
            raise TypeError("other argument must be K instance")
        if not self._made or not other._made:
            raise AttributeError("object")
        return self._compare(self.obj, other.obj)


class _lru_cache_wrapper:
    __slots__ = ("_function", "_maxsize", "_typed", "_info", "_cache", "_hits", "_misses", "__dict__", "__weakref__")
    __module__ = "functools"

    def __init__(self, user_function, maxsize, typed, cache_info_type):
        if not callable(user_function):
            raise TypeError("the first argument must be callable")
        if maxsize is not None and not isinstance(maxsize, int):
            raise TypeError("maxsize should be integer or None")
        if maxsize is not None and not -sys.maxsize - 1 <= maxsize <= sys.maxsize:
            raise OverflowError(f"cannot fit '{type(maxsize).__name__}' into an index-sized integer")
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


for each in partial, KeyWrapper, _lru_cache_wrapper:
    shown_with_module(each)
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
