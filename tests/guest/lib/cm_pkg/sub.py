"""A callable module in a package."""
from . import __call__ as package_call


def __call__(*args):
    return "sub", args, package_call("from sub")
