"""A stand-in for marshal: compiled code does not leave the machine, and none comes from elsewhere."""

version = 4


def dumps(value, version=version, /):
    """Return the bytes object that would be written to a file by dump(value, file)."""
    raise ValueError("unmarshallable object")


def dump(value, file, version=version, /):
    """Write the value on the open file."""
    file.write(dumps(value, version))


def loads(bytes, /):
    """Convert the bytes-like object to a value."""
    raise ValueError("bad marshal data (this program cannot load compiled code)")


def load(file, /):
    """Read one value from the open file and return it."""
    return loads(file.read())
