"""What CPython has in C for datetime. Here the library's own module is all there is, and this one shows its names."""

import sys

if sys.version_info >= (3, 12):
    import _pydatetime as _whole
else:
    # datetime asks for this module at its end, and drops what its classes need when it gets it
    if getattr(getattr(sys.modules.get("datetime"), "__spec__", None), "_initializing", False):
        raise ImportError("datetime does without")
    _self = sys.modules.pop(__name__)
    try:
        import datetime as _whole
    finally:
        sys.modules[__name__] = _self

__all__ = _whole.__all__
__doc__ = _whole.__doc__
for _name in __all__:
    setattr(sys.modules[__name__], _name, getattr(_whole, _name))
