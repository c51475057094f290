# What members of builtin types are documented by.
import types

MEMBERS = {
    types.CoroutineType: "send close throw __name__ __qualname__ cr_await cr_frame __await__",
    types.GeneratorType: "send close throw __name__ __qualname__ gi_yieldfrom gi_running __iter__ __next__",
    types.AsyncGeneratorType: "asend athrow aclose __name__ ag_await __aiter__",
    types.FunctionType: "__code__ __name__ __closure__ __defaults__ __get__ __call__",
    types.MethodType: "__func__ __self__ __call__ __eq__",
    types.CodeType: "replace co_lines co_positions co_argcount",
    types.FrameType: "clear f_lineno f_locals",
    types.TracebackType: "__dir__ tb_next tb_frame",
    types.MappingProxyType: "get keys items copy __getitem__",
    property: "fget fset getter setter __set_name__ __get__",
    classmethod: "__func__ __wrapped__ __get__",
    super: "__thisclass__ __self__ __get__",
    type: "mro __subclasses__ __mro__ __bases__ __call__ __prepare__ __base__ __name__",
    object: "__init__ __init_subclass__ __reduce_ex__ __class__ __format__ __dir__",
    BaseException: "with_traceback args __setstate__ __cause__ add_note",
    OSError: "errno strerror filename",
    StopIteration: "value",
    SyntaxError: "msg lineno text",
    slice: "start indices",
    range: "start count index",
    int: "real bit_length to_bytes from_bytes __add__ __radd__ __pow__",
    float: "hex fromhex is_integer real",
    str: "split format __mod__ __len__",
    list: "append sort __getitem__ __reversed__",
    dict: "get fromkeys setdefault __or__",
    set: "add __and__ __reduce__",
    bytes: "hex fromhex decode",
    memoryview: "cast obj tolist release",
}
for cls, names in MEMBERS.items():
    for name in names.split():
        print(cls.__name__, name, repr(cls.__dict__[name].__doc__))


def local():
    """A text."""


print(local.__doc__, [].append.__doc__, len.__doc__, (1).__add__.__doc__, dict.fromkeys.__doc__, int.from_bytes.__doc__)
try:
    type("A\udc80", (), {})
except UnicodeEncodeError as error:
    print(error)
C = type("C", (), {})
try:
    C.__name__ = "A\udcdcB"
except UnicodeEncodeError as error:
    print(error, C.__name__)
