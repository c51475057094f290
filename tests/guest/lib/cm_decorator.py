"""A module that is a decorator, with and without options."""
applied = []


def __call__(function=None, /, **options):
    if function is None:
        return lambda f: __call__(f, **options)
    applied.append((function.__name__, options))
    return function
