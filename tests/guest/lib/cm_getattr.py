looked_up = []


def __getattr__(name):
    looked_up.append(name)
    if name == "__call__":
        return lambda *args, **kwargs: ("cm_getattr", len(looked_up), args, kwargs)
    if name == "broken":
        raise LookupError(name)
    raise AttributeError(f"no {name} here")
