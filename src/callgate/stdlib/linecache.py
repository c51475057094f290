"""Lines of the texts that this machine has run, imported, or been given by a loader; no file is read."""

from _importer import source as _source

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

# Names of files -> a tuple of one, which gives the text when called; or (size, None, lines, name).
cache = {}


def clearcache():
    """Clear the cache entirely."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """Get a line for a Python source file from the cache.
    Update the cache if it doesn't contain an entry for this file already."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ""


def getlines(filename, module_globals=None):
    """Get the lines for a Python source file from the cache.
    Update the cache if it doesn't contain an entry for this file already."""
    if filename in cache:
        entry = cache[filename]
        if len(entry) != 1:
            return entry[2]
    return updatecache(filename, module_globals)


def checkcache(filename=None):
    """Discard cache entries that are out of date: none ever is."""


def updatecache(filename, module_globals=None):
    """Update a cache entry and return its list of lines."""
    if filename in cache and len(cache[filename]) != 1:
        del cache[filename]
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return []
    text = _source(filename)
    if text is None and lazycache(filename, module_globals):
        try:
            text = cache[filename][0]()
        except (ImportError, OSError):
            pass
        else:
            if text is None:
                return []
    if text is None:
        return []
    lines = [line + "\n" for line in text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")]
    cache[filename] = len(text), None, lines, filename
    return lines


def lazycache(filename, module_globals):
    """Seed the cache for filename with module_globals: its loader will be asked for the text when that is wanted."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return False
    if module_globals and "__name__" in module_globals:
        spec = module_globals.get("__spec__")
        name = getattr(spec, "name", None) or module_globals["__name__"]
        loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
        get_source = getattr(loader, "get_source", None)
        if name and get_source:
            def get_lines(name=name, *args, **kwargs):
                return get_source(name, *args, **kwargs)
            cache[filename] = get_lines,
            return True
    return False
