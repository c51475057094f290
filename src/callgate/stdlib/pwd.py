"""A stand-in for pwd: the one user that a program runs as."""

from os import _Fields


class struct_passwd(_Fields):
    """The result of the functions of this module."""

    __slots__ = ()
    _names = ("pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell")


struct_passwd.__module__ = "pwd"
_GUEST = struct_passwd(("guest", "x", 1000, 1000, "", "/", ""))


def getpwuid(uid, /):
    """Return the password database entry for the given numeric user ID."""
    if uid != _GUEST.pw_uid:
        raise KeyError(f"getpwuid(): uid not found: {uid}")
    return _GUEST


def getpwnam(name, /):
    """Return the password database entry for the given user name."""
    if name != _GUEST.pw_name:
        raise KeyError(f"getpwnam(): name not found: {name!r}")
    return _GUEST


def getpwall():
    """Return a list of all available password database entries, in arbitrary order."""
    return [_GUEST]
