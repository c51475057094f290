"""The module pyexpat: the host's parser, whose handlers call those of the guest.

What the parser finds is plain data. All text passes a handler of ours, which charges for it, so that entities which
grow when they are put in are paid for.
"""

import pyexpat as host

import cython
from cython.cimports.callgate.core.attributes import setattr_
from cython.cimports.callgate.core.call import call_method, object_call
from cython.cimports.callgate.core.operators import index, truth
from cython.cimports.callgate.core.state import charge, charge_memory, check_c_stack
from cython.cimports.callgate.core.object import Type
from cython.cimports.callgate.core.type import argument_name, type_name
from cython.cimports.callgate.modules.define import ABSENT, Keywords, NativeModule
from cython.cimports.callgate.objects.exception import ExceptionObject, exception_type, new_exception, to_host_exception
from cython.cimports.callgate.objects.namespace import Module, namespace_set
from cython.cimports.callgate.objects.native import native_function
from cython.cimports.cpython.buffer import PyObject_CheckBuffer

from callgate.core.type import native_type

BASE = cython.declare(Type, exception_type("Exception"))
ERROR = native_type("ExpatError", BASE.host, base=BASE, module="xml.parsers.expat", basetype=True, exception=True,
                    has_dict=True)
SAMPLE = host.ParserCreate()
HANDLERS = [name for name in dir(SAMPLE) if name.endswith(("Handler", "HandlerExpand"))]
NUMBERS = [name for name in dir(SAMPLE) if name.startswith(("Error", "Current"))]
FLAGS = ("buffer_text", "namespace_prefixes", "ordered_attributes", "specified_attributes")
CREATE = cython.declare(Keywords, Keywords("ParserCreate", "encoding namespace_separator intern"))
#: bytes of a file that are parsed at once
PART = cython.declare(cython.int, 16384)
#: The host's parser bounds from this version on how much entities may grow.
BOUNDED = host.version_info >= (2, 4, 1)


class Parser:
    pass


@cython.cfunc
def complaint(error: object) -> object:
    raised: ExceptionObject = new_exception(ERROR, error.args)
    for name in ("code", "offset", "lineno"):
        setattr_(raised, name, getattr(error, name))
    return to_host_exception(raised)


def price(value):
    """What one argument of a handler costs: texts by length, containers by what is in them."""
    if isinstance(value, str):
        return 1 + len(value) // 16
    if isinstance(value, dict):
        return sum([price(each) for each in value.values()], 1)
    if isinstance(value, (list, tuple)):
        return sum([price(each) for each in value], 1)
    return 1


def bridge(parser: Parser, name: str):
    """The host's handler that calls the guest's."""
    def call(*args):
        charge(price(args))
        check_c_stack()
        handler = parser.handlers.get(name)
        if handler is None:
            return 1
        result = object_call(handler, args, None)
        if name == "ExternalEntityRefHandler":
            return index(result)
        return result if name == "NotStandaloneHandler" else None

    return call


def paid_text(text):
    charge(1 + len(text) // 16)


def refuse_entity(*args):
    raise PermissionError("the host's XML parser is too old to bound entities")


@cython.cfunc
def wrap(its: object, intern: object) -> Parser:
    made: Parser = Parser.__new__(Parser)
    made.host = its
    made.handlers = {}
    made.bridges = {}
    made.intern = intern
    its.CharacterDataHandler = paid_text
    if not BOUNDED:
        its.EntityDeclHandler = refuse_entity
    return made


def parser_create(*args, **kwargs):
    """Return a new XML parser object."""
    given: list = CREATE.unpack(args, kwargs)
    for number, name in enumerate(("encoding", "namespace_separator")):
        if given[number] is ABSENT:
            given[number] = None
        elif given[number] is not None and not isinstance(given[number], str):
            raise TypeError(f"ParserCreate() argument '{name}' must be str or None, not {argument_name(given[number])}")
    intern: object = {} if given[2] is ABSENT else given[2]
    if intern is not None and not isinstance(intern, dict):
        raise TypeError("intern must be a dictionary")
    return wrap(host.ParserCreate(given[0], given[1]), intern)


# === handlers and attributes
def handler_of(name):
    def get(self: Parser):
        return self.handlers.get(name)

    def set(self: Parser, value):
        if value is None:
            self.handlers.pop(name, None)
            setattr(self.host, name, paid_text if name == "CharacterDataHandler" else
                    refuse_entity if name == "EntityDeclHandler" and not BOUNDED else None)
            return
        self.handlers[name] = value
        if name != "EntityDeclHandler" or BOUNDED:
            # kept, because a handler that puts another in its place goes on running
            if name not in self.bridges:
                self.bridges[name] = bridge(self, name)
            setattr(self.host, name, self.bridges[name])

    return get, set, None


def number_of(name):
    def get(self: Parser):
        return getattr(self.host, name)

    return get


def flag_of(name):
    def get(self: Parser):
        return getattr(self.host, name)

    def set(self: Parser, value):
        try:
            setattr(self.host, name, truth(value))
        except host.ExpatError as error:
            raise complaint(error) from None

    return get, set, None


def get_buffer_size(self: Parser):
    return self.host.buffer_size


def set_buffer_size(self: Parser, value):
    if not isinstance(value, int):
        raise TypeError("buffer_size must be an integer")
    charge_memory(max(int(value), 0))
    self.host.buffer_size = int(value)


def get_buffer_used(self: Parser):
    return self.host.buffer_used


def get_intern(self: Parser):
    return self.intern


# === methods
@cython.cfunc
def feed(self: Parser, data: object, final: cython.bint) -> object:
    if isinstance(data, str):
        data = str.__str__(data)
    elif PyObject_CheckBuffer(data):
        data = memoryview(data).tobytes()
    else:
        raise TypeError(f"a bytes-like object is required, not '{type_name(data)}'")
    charge(1 + len(data) // 16)
    charge_memory(4 * len(data))
    try:
        return self.host.Parse(data, final)
    except host.ExpatError as error:
        raise complaint(error) from None


def parse(self: Parser, data, isfinal=False, /):
    """Parse XML data. `isfinal' should be true at end of input."""
    return feed(self, data, truth(isfinal))


def parse_file(self: Parser, file, /):
    """Parse XML data from file-like object."""
    while True:
        part = call_method(file, "read", (PART,))
        if not isinstance(part, (bytes, bytearray, str)):
            raise TypeError(f"read() did not return a bytes object (type={type_name(part)})")
        if len(part) > PART:
            raise ValueError(f"read() returned too much data: {PART} bytes requested, {len(part)} returned")
        if not part:
            return feed(self, b"", True)
        feed(self, part, False)


def set_base(self: Parser, base, /):
    """Set the base URL for the parser."""
    if not isinstance(base, str):
        raise TypeError(f"SetBase() argument must be str, not {argument_name(base)}")
    self.host.SetBase(str.__str__(base))


def get_base(self: Parser, /):
    """Return base URL string for the parser."""
    return self.host.GetBase()


def get_input_context(self: Parser, /):
    """Return the untranslated text of the input that caused the current event."""
    return self.host.GetInputContext()


def external_parser(self: Parser, context, encoding=None, /):
    """Create a parser for parsing an external entity based on the information passed to the ExternalEntityRefHandler."""
    if context is not None and not isinstance(context, str):
        raise TypeError(f"ExternalEntityParserCreate() argument 1 must be str or None, not {argument_name(context)}")
    given = (context,) if encoding is None else (context, encoding)
    made: Parser = wrap(self.host.ExternalEntityParserCreate(*given), self.intern)
    for name, handler in self.handlers.items():
        made.handlers[name] = handler
        if name != "EntityDeclHandler" or BOUNDED:
            made.bridges[name] = bridge(made, name)
            setattr(made.host, name, made.bridges[name])
    return made


def set_param_entity_parsing(self: Parser, flag, /):
    """Controls parsing of parameter entities (including the external DTD subset)."""
    return self.host.SetParamEntityParsing(index(flag))


def use_foreign_dtd(self: Parser, flag=True, /):
    """Allows the application to provide an artificial external subset if one is not specified as part of the document instance."""
    try:
        self.host.UseForeignDTD(truth(flag))
    except host.ExpatError as error:
        raise complaint(error) from None


def reparse_enabled(self: Parser, /):
    """Return whether reparse deferral is enabled."""
    return self.host.GetReparseDeferralEnabled()


def set_reparse(self: Parser, enabled, /):
    """Enable/Disable reparse deferral; enabled by default with Expat >=2.6.0."""
    self.host.SetReparseDeferralEnabled(truth(enabled))


FUNCTIONS: dict = {
    "Parse": parse, "ParseFile": parse_file, "SetBase": set_base, "GetBase": get_base,
    "GetInputContext": get_input_context, "ExternalEntityParserCreate": external_parser,
    "SetParamEntityParsing": set_param_entity_parsing, "UseForeignDTD": use_foreign_dtd,
    "GetReparseDeferralEnabled": reparse_enabled, "SetReparseDeferralEnabled": set_reparse,
}
TYPE = native_type(
    "xmlparser", Parser, module="pyexpat", doc="XML parser",
    functions={name: function for name, function in FUNCTIONS.items() if hasattr(SAMPLE, name)},
    getters={
        **{name: handler_of(name) for name in HANDLERS}, **{name: number_of(name) for name in NUMBERS},
        **{name: flag_of(name) for name in FLAGS}, "buffer_size": (get_buffer_size, set_buffer_size, None),
        "buffer_used": get_buffer_used, "intern": get_intern,
    })


def error_string(code, /):
    """Returns string error for given number."""
    return host.ErrorString(index(code))


def setup(vm, namespace):
    """The machine's own modules of constants."""
    for name in ("errors", "model"):
        source = getattr(host, name)
        module: Module = vm.importer.new_module(f"pyexpat.{name}")
        namespace_set(module.namespace, "__doc__", source.__doc__)
        for key, value in vars(source).items():
            if not key.startswith("__"):
                namespace_set(module.namespace, key, dict(value) if isinstance(value, dict) else value)
        vm.modules[f"pyexpat.{name}"] = module
        namespace_set(namespace, name, module)


MODULE = NativeModule("pyexpat", {
    "ParserCreate": native_function(parser_create, "ParserCreate", "pyexpat"),
    "ErrorString": native_function(error_string, "ErrorString", "pyexpat"),
    "ExpatError": ERROR, "error": ERROR, "XMLParserType": TYPE, "EXPAT_VERSION": host.EXPAT_VERSION,
    "version_info": host.version_info, "native_encoding": host.native_encoding, "features": list(host.features),
    **{name: value for name, value in vars(host).items() if name.startswith("XML_PARAM")},
}, setup=setup)
