"""What CPython has in C for `tracemalloc`: a machine counts its memory as a whole, and traces no allocation."""


def is_tracing():
    """Return True if the tracemalloc module is tracing Python memory allocations."""
    return False


def start(nframe=1, /):
    """Start tracing Python memory allocations."""
    raise PermissionError("tracemalloc.start() is not available here: a program does not see where memory is allocated; "
                          "the host limits it with Limits(memory=...)")


def stop():
    """Stop tracing Python memory allocations."""


def clear_traces():
    """Clear traces of memory blocks allocated by Python."""


def reset_peak():
    """Set the peak size of memory blocks traced by tracemalloc to the current size."""


def get_traceback_limit():
    """Get the maximum number of frames stored in the traceback of a trace."""
    return 1


def get_traced_memory():
    """Get the current size and peak size of memory blocks traced by tracemalloc."""
    return 0, 0


def get_tracemalloc_memory():
    """Get the memory usage in bytes of the tracemalloc module."""
    return 0


def _get_traces():
    return []


def _get_object_traceback(obj, /):
    return None
