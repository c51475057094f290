"""A module with a __call__ function."""
calls = []


def __call__(*args, **kwargs):
    calls.append((args, kwargs))
    return "cm_def", args, kwargs


def replace(new):
    global __call__
    __call__ = new


def delete():
    global __call__
    del __call__
