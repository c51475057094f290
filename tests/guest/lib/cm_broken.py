def __getattr__(name):
    raise LookupError("from __getattr__: " + name)
