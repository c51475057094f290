"""What CPython has in C for `warnings`: the filters and the decision what to do with a warning. Its frames are not seen."""

import sys

_NEW = sys.version_info >= (3, 12)
_NOWHERE = ("<sys>", 0) if sys.version_info >= (3, 13) else ("sys", 1)
_MISSING = object()

_defaultaction = "default"
_onceregistry = {}
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
_version = 0        # of the filters; a registry of another one is out of date


def _filters_mutated():
    global _version
    _version += 1


if sys.version_info >= (3, 14):
    _filters_mutated_lock_held = _filters_mutated


def _name(value):
    return type(value).__name__


def _of_warnings(name, default):
    """What the guest's `warnings` has under a name, which it may have changed."""
    module = sys.modules.get("warnings")
    return default if module is None else getattr(module, name, default)


def _is_internal(frame):
    filename = frame.f_code.co_filename
    return "importlib" in filename and "_bootstrap" in filename


def _outer(frame, prefixes):
    """The next frame that is neither the import system's nor of a file to be skipped."""
    frame = frame.f_back
    while frame is not None and (_is_internal(frame) or (prefixes and frame.f_code.co_filename.startswith(prefixes))):
        frame = frame.f_back
    return frame


def _place(stacklevel, prefixes):
    """filename, lineno, module and registry of the frame that the warning is about."""
    try:
        frame = sys._getframe(0)        # hidden frames are not there: the caller's
    except ValueError:
        frame = None
    if stacklevel <= 0 or (frame is not None and _is_internal(frame)):
        for _ in range(stacklevel - 1):
            frame = frame and frame.f_back
    else:
        for _ in range(stacklevel - 1):
            frame = frame and _outer(frame, prefixes)
    if frame is None:
        names, filename, lineno = sys.__dict__, *_NOWHERE
    else:
        names, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    return filename, lineno, names.get("__name__", "<string>"), names.setdefault("__warningregistry__", {})


def _warn(message, category, stacklevel, source, prefixes):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{_name(category)}'")
    _explain(message, category, *_place(stacklevel, prefixes), None, source)


if _NEW:
    def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
        """Issue a warning, or maybe ignore it or raise an exception."""
        if not isinstance(skip_file_prefixes, tuple):
            raise TypeError(f"warn() argument 'skip_file_prefixes' must be tuple, not {_name(skip_file_prefixes)}")
        for each in skip_file_prefixes:
            if not isinstance(each, str):
                raise TypeError(f"Found non-str '{_name(each)}' in skip_file_prefixes.")
        _warn(message, category, max(2, stacklevel) if skip_file_prefixes else stacklevel, source, skip_file_prefixes)
else:
    def warn(message, category=None, stacklevel=1, source=None):
        """Issue a warning, or maybe ignore it or raise an exception."""
        _warn(message, category, stacklevel, source, ())


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Issue a warning, or maybe ignore it or raise an exception."""
    if module_globals is not None and not isinstance(module_globals, dict):
        raise TypeError(f"module_globals must be a dict, not '{_name(module_globals)}'")
    _explain(message, category, filename, lineno, module, registry, _line(module_globals, lineno), source)


def _line(names, lineno):
    """The line of a module whose loader has its text."""
    loader = None if names is None else names.get("__loader__")
    if loader is None or "__name__" not in names or not hasattr(loader, "get_source"):
        return None
    text = loader.get_source(names["__name__"])
    return None if not text else text.splitlines()[lineno - 1]


def _known(registry, key, remember):
    if registry.get("version", None) != _version or not isinstance(registry["version"], int):
        registry.clear()
        registry["version"] = _version
    elif registry.get(key):
        return True
    if remember:
        registry[key] = True
    return False


def _matches(pattern, text):
    if pattern is None:
        return True
    return pattern == text if type(pattern) is str else bool(pattern.match(text))


def _filter(category, text, lineno, module):
    """The action of the first filter that fits, and the filter."""
    known = _of_warnings("filters", filters)
    if not isinstance(known, list):
        raise ValueError("_warnings.filters must be a list" if known is filters else "warnings.filters must be a list")
    for i, item in enumerate(known):
        if not isinstance(item, tuple) or len(item) != 5:
            raise ValueError(f"_warnings.filters item {i} isn't a 5-tuple")
        action, message, cls, where, line = item
        if not isinstance(action, str):
            raise TypeError(f"action must be a string, not '{_name(action)}'")
        if _matches(message, text) and _matches(where, module) and issubclass(category, cls) and line in (0, lineno):
            return action, item
    action = _of_warnings("defaultaction", _defaultaction)
    if not isinstance(action, str):
        raise TypeError(f"warnings.defaultaction must be a string, not '{_name(action)}'")
    return action, None


def _explain(message, category, filename, lineno, module, registry, line, source):
    if registry is not None and not isinstance(registry, dict):
        raise TypeError("'registry' must be a dict or None")
    if module is None:
        module = "<unknown>" if not filename else filename[:-3] if filename.endswith(".py") else filename
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, message = message, category(message)
    key = (text, category, lineno)
    if registry is not None and _known(registry, key, False):
        return
    action, item = _filter(category, text, lineno, module)
    if action == "error":
        raise message
    if action == "ignore":
        return
    if action != "always" and not (action == "all" and sys.version_info >= (3, 14)):
        if registry is not None:
            registry[key] = True
        if action == "once":
            found = registry
            if found is None:
                found = _of_warnings("onceregistry", _onceregistry)
                if not isinstance(found, dict):
                    raise TypeError(f"_warnings.onceregistry must be a dict, not '{_name(found)}'")
            if _known(found, (text, category), True):
                return
        elif action == "module":
            if registry is not None and _known(registry, (text, category), True):
                return
        elif action != "default":
            raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {item!r}")
    _show(message, category, text, filename, lineno, line, source)


def _show(message, category, text, filename, lineno, line, source):
    if source is not None and "warnings" not in sys.modules:
        __import__("warnings")      # which says where the source was made
    show = _of_warnings("_showwarnmsg", _MISSING)
    if show is _MISSING:
        _print(category, text, filename, lineno, line)
        return
    if not callable(show):
        raise TypeError("warnings._showwarnmsg() must be set to a callable")
    made = _of_warnings("WarningMessage", _MISSING)
    if made is _MISSING:
        raise RuntimeError("unable to get warnings.WarningMessage")
    show(made(message, category, filename, lineno, None, None, source))


def _print(category, text, filename, lineno, line):
    """Without the module that knows how."""
    stream = getattr(sys, "stderr", None)
    if stream is None:
        return
    stream.write(f"{filename}:{lineno}: {category.__name__}: {text}\n")
    if line is None:
        import linecache
        line = linecache.getline(filename, lineno)
    if line.strip():
        stream.write(f"  {line.strip()}\n")
