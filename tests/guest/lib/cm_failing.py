def __call__(x):
    raise ValueError("from the module's __call__: %r" % (x,))
