"""How Python was built: nothing of it is told."""

import sys

_VARS = {"TZPATH": "/zoneinfo"}


def get_config_var(name):
    return _VARS.get(name)


def get_config_vars(*names):
    return [_VARS.get(name) for name in names] if names else dict(_VARS)


def get_python_version():
    return "%d.%d" % sys.version_info[:2]


def get_platform():
    return sys.platform


def get_scheme_names():
    return ()


def get_default_scheme():
    return "posix_prefix"


def is_python_build(check_home=None):
    return False


def get_paths(scheme="posix_prefix", vars=None, expand=True):
    return {}


def get_path(name, scheme="posix_prefix", vars=None, expand=True):
    return None
