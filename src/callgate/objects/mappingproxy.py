"""The guest's `mappingproxy`: a read-only view of a mapping; everything is asked of the mapping itself."""

import cython
from cython.cimports.callgate.core.call import call_method
from cython.cimports.callgate.core.iteration import contains, get_iter, has_special, length
from cython.cimports.callgate.core.object import TF_MAPPING, Object, Type
from cython.cimports.callgate.core.operators import binary_op, compare_op, hash_, subscript
from cython.cimports.callgate.core.text import repr_object, str_object
from cython.cimports.callgate.core.type import type_name

from ..core.roots import set_namespace_view
from ..core.type import native_type
from .genericalias import class_getitem


@cython.cclass
class MappingProxy(Object):
    pass


def new_proxy(mapping):
    proxy: MappingProxy = MappingProxy.__new__(MappingProxy)
    proxy.mapping = mapping
    return proxy


def new_proxy_of(namespace):
    return new_proxy(namespace)


def proxy_new(cls, mapping):
    if not has_special(mapping, "__getitem__") or isinstance(mapping, (list, tuple)):
        raise TypeError(f"mappingproxy() argument must be a mapping, not {type_name(mapping)}")
    return new_proxy(mapping)


def proxy_getitem(proxy: MappingProxy, key):
    return subscript(proxy.mapping, key)


def proxy_contains(proxy: MappingProxy, key):
    return contains(proxy.mapping, key)


def proxy_iter(proxy: MappingProxy):
    return get_iter(proxy.mapping)


def proxy_reversed(proxy: MappingProxy):
    return call_method(proxy.mapping, "__reversed__", ())


def proxy_len(proxy: MappingProxy):
    return length(proxy.mapping)


def proxy_hash(proxy: MappingProxy):
    return hash_(proxy.mapping)


def proxy_repr(proxy: MappingProxy):
    return "mappingproxy(" + repr_object(proxy.mapping) + ")"


def proxy_str(proxy: MappingProxy):
    return str_object(proxy.mapping)


@cython.cfunc
def bare(value: object) -> object:
    return cython.cast(MappingProxy, value).mapping if isinstance(value, MappingProxy) else value


def proxy_or(a, b):
    return binary_op(9, bare(a), bare(b))


def proxy_ror(a, b):
    return binary_op(9, bare(b), bare(a))


def proxy_ior(proxy: MappingProxy, other):
    raise TypeError(f"'|=' is not supported by {type_name(proxy)}; use '|' instead")


def proxy_eq(proxy: MappingProxy, other):
    return compare_op(2, proxy.mapping, bare(other))


def proxy_ne(proxy: MappingProxy, other):
    return compare_op(5, proxy.mapping, bare(other))


def proxy_lt(proxy: MappingProxy, other):
    return compare_op(1, proxy.mapping, bare(other))


def proxy_le(proxy: MappingProxy, other):
    return compare_op(3, proxy.mapping, bare(other))


def proxy_gt(proxy: MappingProxy, other):
    return compare_op(4, proxy.mapping, bare(other))


def proxy_ge(proxy: MappingProxy, other):
    return compare_op(6, proxy.mapping, bare(other))


def proxy_get(proxy: MappingProxy, *args):
    return call_method(proxy.mapping, "get", args)


def proxy_keys(proxy: MappingProxy):
    return call_method(proxy.mapping, "keys", ())


def proxy_values(proxy: MappingProxy):
    return call_method(proxy.mapping, "values", ())


def proxy_items(proxy: MappingProxy):
    return call_method(proxy.mapping, "items", ())


def proxy_copy(proxy: MappingProxy):
    return call_method(proxy.mapping, "copy", ())


FUNCTIONS = {
    "__getitem__": proxy_getitem, "__contains__": proxy_contains, "__iter__": proxy_iter, "__len__": proxy_len,
    "__reversed__": proxy_reversed, "__hash__": proxy_hash, "__repr__": proxy_repr, "__str__": proxy_str,
    "__or__": proxy_or, "__ror__": proxy_ror, "__ior__": proxy_ior, "__eq__": proxy_eq, "__ne__": proxy_ne,
    "__lt__": proxy_lt, "__le__": proxy_le, "__gt__": proxy_gt, "__ge__": proxy_ge, "get": proxy_get,
    "keys": proxy_keys, "values": proxy_values, "items": proxy_items, "copy": proxy_copy,
    "__class_getitem__": classmethod(class_getitem),
}
mappingproxy = cython.declare(Type, native_type("mappingproxy", MappingProxy, functions=FUNCTIONS, new=proxy_new))
mappingproxy.flags |= TF_MAPPING
set_namespace_view(new_proxy_of)
