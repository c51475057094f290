"""The instruction set: one row per instruction, from which the loop's enum, ``dis`` and the docs are made.

A row is ``op(NAME, operand kind, "before -- after", meaning)``. The stack picture's right-most item is the top
of the stack. Logical instructions (this table) are what the compiler emits, ``dis`` shows and a snapshot stores;
the machine links them into an executable form of its own (``FUSED`` below), which never leaves the process.

Operand kinds say what the operand of an instruction is: an index into a table of the code object, a count,
a jump target (index of an instruction), or one of the small enumerations below.
"""

NONE, CONST, LOCAL, DEREF, NAME, COUNT, DEPTH, JUMP, CALL, BINARY, COMPARE, UNARY, FLAGS = (
    "none", "const", "local", "deref", "name", "count", "depth", "jump", "call", "binary", "compare", "unary", "flags",
)


class Op:
    """One instruction: its name, number, what its operand means, its stack picture and its meaning."""

    __slots__ = ("meaning", "name", "number", "operand", "stack")

    def __init__(self, name: str, number: int, operand: str, stack: str, meaning: str) -> None:
        self.name = name
        self.number = number
        self.operand = operand
        self.stack = stack
        self.meaning = meaning


OPS: list[Op] = []
NUMBER: dict[str, int] = {}

#: BINARY_OP's operand: index into this table, plus INPLACE for the augmented assignment.
BINARY_OPS = ("+", "-", "*", "/", "//", "%", "**", "<<", ">>", "|", "^", "&", "@")
INPLACE = 16
#: COMPARE_OP's operand is a mask of outcomes: 1 less, 2 equal, 4 greater.
COMPARE_OPS = {"<": 1, "==": 2, "<=": 3, ">": 4, "!=": 5, ">=": 6}
UNARY_OPS = ("-", "not", "+", "~")
#: MAKE_FUNCTION's operand: which of these lie under the code object, in this order from the bottom.
MAKE_DEFAULTS, MAKE_KWDEFAULTS, MAKE_ANNOTATIONS, MAKE_CLOSURE = 1, 2, 4, 8
#: FORMAT_VALUE's operand: conversion (0 none, 1 str, 2 repr, 3 ascii) plus FORMAT_SPEC when a format spec is on top.
FORMAT_SPEC = 4
#: GET_AWAITABLE's operand: where what is awaited comes from.
AWAITED = ("await", "__aenter__", "__aexit__")
#: Operands of CALL_INTRINSIC_1 and _2.
INTRINSICS_1 = ("TYPEVAR", "PARAMSPEC", "TYPEVARTUPLE", "SUBSCRIPT_GENERIC", "TYPEALIAS")
INTRINSICS_2 = ("TYPEVAR_WITH_BOUND", "TYPEVAR_WITH_CONSTRAINTS", "SET_FUNCTION_TYPE_PARAMS", "SET_TYPEPARAM_DEFAULT")


def op(name: str, operand: str, stack: str, meaning: str) -> None:
    NUMBER[name] = len(OPS)
    OPS.append(Op(name, len(OPS), operand, stack, meaning))


# === stack
op("NOP", NONE, "--", "Do nothing.")
op("POP_TOP", NONE, "value --", "Drop the top.")
op("DUP_TOP", NONE, "a -- a a", "Push the top again.")
op("DUP_TOP_TWO", NONE, "a b -- a b a b", "Push the two top items again.")
op("ROT_TWO", NONE, "a b -- b a", "Swap the two top items.")
op("ROT_THREE", NONE, "a b c -- c a b", "Move the top under the two items below it.")
op("ROT_FOUR", NONE, "a b c d -- d a b c", "Move the top under the three items below it.")
op("ROT_N", DEPTH, "... top -- top ...", "Move the top under the n - 1 items below it.")
op("COPY", DEPTH, "item ... -- item ... item", "Push item number n, counted from the top, which is 1.")
op("SWAP", DEPTH, "a ... b -- b ... a", "Swap the top with item number n, counted from the top, which is 1.")
# === names
op("LOAD_CONST", CONST, "-- value", "Push a constant.")
op("LOAD_FAST", LOCAL, "-- value", "Push a local variable that is known to be bound.")
op("LOAD_FAST_CHECK", LOCAL, "-- value", "Push a local variable; UnboundLocalError when it is not bound.")
op("STORE_FAST", LOCAL, "value --", "Bind a local variable.")
op("DELETE_FAST", LOCAL, "--", "Unbind a local variable; UnboundLocalError when it is not bound.")
op("LOAD_GLOBAL", NAME, "-- value", "Push a global, else a builtin.")
op("STORE_GLOBAL", NAME, "value --", "Bind a global.")
op("DELETE_GLOBAL", NAME, "--", "Unbind a global; NameError when it is not bound.")
op("LOAD_NAME", NAME, "-- value", "Push a name of the frame's namespace (module, class body), else a global, else a builtin.")
op("STORE_NAME", NAME, "value --", "Bind a name in the frame's namespace.")
op("DELETE_NAME", NAME, "--", "Unbind a name in the frame's namespace.")
op("LOAD_DEREF", DEREF, "-- value", "Push the content of a cell: a cell variable, else a free one; NameError when it is empty.")
op("STORE_DEREF", DEREF, "value --", "Set the content of a cell.")
op("DELETE_DEREF", DEREF, "--", "Empty a cell; NameError when it is empty.")
op("LOAD_CLASSDEREF", DEREF, "-- value", "In a class body: the namespace's name, else the cell's content.")
op("LOAD_FROM_DICT_OR_DEREF", DEREF, "mapping -- value",
   "In an annotation scope of a class body: the class namespace's name, else the cell's content.")
op("LOAD_FROM_DICT_OR_GLOBALS", NAME, "mapping -- value",
   "In an annotation scope of a class body: the class namespace's name, else a global, else a builtin.")
op("LOAD_CLOSURE", DEREF, "-- cell", "Push a cell itself.")
op("MAKE_CELL", DEREF, "--", "At entry: create a cell variable; one that is also a parameter takes its value along.")
op("LOAD_LOCALS", NONE, "-- mapping", "Push the frame's namespace (class bodies).")
op("LOAD_BUILD_CLASS", NONE, "-- function", "Push __build_class__ of the builtins.")
op("LOAD_ASSERTION_ERROR", NONE, "-- class", "Push AssertionError, whatever the name is bound to.")
op("SETUP_ANNOTATIONS", NONE, "--", "Make __annotations__ in the frame's namespace unless it is there.")
# === operators
op("BINARY_OP", BINARY, "a b -- result", "a OP b, or the in-place form.")
op("UNARY_OP", UNARY, "a -- result", "OP a.")
op("COMPARE_OP", COMPARE, "a b -- result", "a OP b.")
op("IS_OP", COUNT, "a b -- bool", "a is b; negated when the operand is 1.")
op("CONTAINS_OP", COUNT, "a b -- bool", "a in b; negated when the operand is 1.")
op("BINARY_SUBSCR", NONE, "container key -- value", "container[key].")
op("STORE_SUBSCR", NONE, "value container key --", "container[key] = value.")
op("DELETE_SUBSCR", NONE, "container key --", "del container[key].")
# === attributes
op("LOAD_ATTR", NAME, "object -- value", "object.name.")
op("STORE_ATTR", NAME, "value object --", "object.name = value.")
op("DELETE_ATTR", NAME, "object --", "del object.name.")
# === jumps; a jump to an earlier instruction costs one fuel
op("JUMP", JUMP, "--", "Go on at the target.")
op("POP_JUMP_IF_FALSE", JUMP, "value --", "Jump when the value is false.")
op("POP_JUMP_IF_TRUE", JUMP, "value --", "Jump when the value is true.")
op("JUMP_IF_FALSE_OR_POP", JUMP, "value -- [value]", "Jump and keep the value when it is false, else drop it.")
op("JUMP_IF_TRUE_OR_POP", JUMP, "value -- [value]", "Jump and keep the value when it is true, else drop it.")
op("GET_ITER", NONE, "iterable -- iterator", "iter(iterable).")
op("FOR_ITER", JUMP, "iterator -- iterator item", "Push the next item; when there is none drop the iterator and jump.")
# === building
op("BUILD_TUPLE", COUNT, "items[n] -- tuple", "Make a tuple.")
op("BUILD_LIST", COUNT, "items[n] -- list", "Make a list.")
op("BUILD_SET", COUNT, "items[n] -- set", "Make a set.")
op("BUILD_MAP", COUNT, "(key value)[n] -- dict", "Make a dict.")
op("BUILD_SLICE", COUNT, "start stop [step] -- slice", "Make a slice of 2 or 3 items.")
op("BUILD_STRING", COUNT, "strings[n] -- str", "Join strings.")
op("FORMAT_VALUE", FLAGS, "value [spec] -- str", "Convert and format a value of an f-string.")
op("LIST_APPEND", DEPTH, "list ... item -- list ...", "Append to the list at depth n (1 is the top, after the item is popped).")
op("SET_ADD", DEPTH, "set ... item -- set ...", "Add to the set at depth n (after the item is popped).")
op("MAP_ADD", DEPTH, "dict ... key value -- dict ...", "Set a key of the dict at depth n (after both are popped).")
op("LIST_EXTEND", DEPTH, "list ... iterable -- list ...", "Extend the list at depth n (after the iterable is popped).")
op("SET_UPDATE", DEPTH, "set ... iterable -- set ...", "Update the set at depth n (after the iterable is popped).")
op("DICT_UPDATE", DEPTH, "dict ... mapping -- dict ...", "Update the dict at depth n, for a ** in a dict display.")
op("DICT_MERGE", FLAGS, "callable ... dict mapping -- callable ... dict",
   "Update the dict just below with the ** mapping of a call; a key given twice is a TypeError that names the callable, "
   "which is item number n from the top (1 is the mapping).")
op("LIST_TO_TUPLE", NONE, "list -- tuple", "Make a tuple of a list.")
op("UNPACK_SEQUENCE", COUNT, "iterable -- items[n]", "Unpack exactly n items, the first one on top.")
op("UNPACK_EX", FLAGS, "iterable -- before[n] list after[m]", "Unpack with a star; low byte n before it, next byte m after it; the first one on top.")
# === calls (protocol.md A2, A3)
op("CALL_FUNCTION", CALL, "callable positional[p] (name value)[k] -- result",
   "Call: low byte of the operand p positional, high byte k keyword arguments.")
op("CALL_FUNCTION_VAR", CALL, "callable positional[p] (name value)[k] args -- result", "The same with *args, any iterable.")
op("CALL_FUNCTION_KW", CALL, "callable positional[p] (name value)[k] kwargs -- result", "The same with **kwargs, any mapping.")
op("CALL_FUNCTION_VAR_KW", CALL, "callable positional[p] (name value)[k] args kwargs -- result", "The same with both.")
op("MAKE_FUNCTION", FLAGS, "[defaults] [kwdefaults] [annotations] [closure] code -- function",
   "Make a function; the flags say which of the optional items are there. defaults is a tuple, kwdefaults a dict, "
   "annotations a tuple of alternating names and values, closure a tuple of cells.")
op("RETURN_VALUE", NONE, "value --", "Return to the caller.")
op("YIELD_VALUE", NONE, "value -- sent", "Give a value to whoever resumed the generator; go on with what is sent.")
op("GET_YIELD_FROM_ITER", NONE, "iterable -- iterator", "iter(iterable), a generator stays itself.")
op("YIELD_FROM", NONE, "iterator sent -- result", "Send to the sub-iterator; yield what it gives, again and again, until it returns.")
# === coroutines; await is GET_AWAITABLE, LOAD_CONST None, YIELD_FROM
op("GET_AWAITABLE", FLAGS, "awaitable -- iterator", "What await drives; n tells whose result it is, for the message.")
op("GET_AITER", NONE, "iterable -- iterator", "Call __aiter__.")
op("GET_ANEXT", NONE, "iterator -- iterator awaitable", "Call __anext__; push what await drives.")
op("END_ASYNC_FOR", NONE, "iterator exception --", "End an async for when the exception is StopAsyncIteration, else go on raising it.")
op("BEFORE_ASYNC_WITH", NONE, "manager -- exit awaitable", "Look up __aexit__, call __aenter__.")
op("ASYNC_GEN_WRAP", NONE, "value -- wrapped", "In an asynchronous generator: mark what is yielded to whoever iterates.")
# === exceptions
op("RAISE_VARARGS", COUNT, "[exception [cause]] --", "raise, with 0 (the handled one again), 1 or 2 items.")
op("PUSH_EXC_INFO", NONE, "exception -- previous exception", "Begin a handler: the exception becomes the handled one.")
op("POP_EXCEPT", NONE, "previous --", "End a handler: the previous one is the handled one again.")
op("CHECK_EXC_MATCH", NONE, "exception class -- exception bool", "Does the exception match the class, or tuple of classes, of an except clause?")
op("CHECK_EG_MATCH", NONE, "exception class -- rest match", "Divide the exception by the class, or tuple of classes, of an except* clause; None for an empty part.")
op("PREP_RERAISE_STAR", NONE, "exception raised -- exception", "What to raise after the except* clauses: the list holds what they raised and what none of them took; None for nothing.")
op("RERAISE", NONE, "exception --", "Go on raising, without a new traceback entry.")
op("BEFORE_WITH", NONE, "manager -- exit result", "Look up __exit__, call __enter__.")
op("WITH_EXCEPT_START", NONE, "exit previous exception -- exit previous exception result", "Call exit with the exception.")
# === type parameters
op("CALL_INTRINSIC_1", FLAGS, "value -- result", "Make a type parameter or an alias of a value; n says which (INTRINSICS_1).")
op("CALL_INTRINSIC_2", FLAGS, "a b -- result", "The same of two values (INTRINSICS_2).")
# === match
op("GET_LEN", NONE, "subject -- subject length", "Push len(subject).")
op("MATCH_SEQUENCE", NONE, "subject -- subject bool", "May the subject match a sequence pattern?")
op("MATCH_MAPPING", NONE, "subject -- subject bool", "May the subject match a mapping pattern?")
op("MATCH_KEYS", NONE, "subject keys -- subject keys values", "Push the tuple of the subject's values of these keys; None when one is missing.")
op("MATCH_CLASS", COUNT, "subject class names -- values",
   "A tuple of the subject's attributes: n by __match_args__ of the class, then those of the names; None when it is no "
   "instance or one is missing.")
# === import
op("IMPORT_NAME", NAME, "level fromlist -- module", "Import a module.")
op("IMPORT_FROM", NAME, "module -- module value", "from module import name.")
op("IMPORT_STAR", NONE, "module --", "from module import *.")# === interactive
op("PRINT_EXPR", NONE, "value --", "Give the value of an interactive expression statement to sys.displayhook.")

#: The executable forms: what the linker makes of the rows above. They stand for one or more logical
#: instructions, borrow operands from locals and constants, and carry inline caches. Letters: S stack, F local,
#: K constant, G global; the suffix _ST stores the result in a local.
FUSED: list[str] = [
    "JUMP_BACK", "EXTEND",
    "LOAD_CELL", "LOAD_FREE", "STORE_CELL", "STORE_FREE", "DELETE_CELL", "DELETE_FREE",
    "CALL", "CALL_METHOD", "CALL_KW", "CALL_METHOD_KW", "CALL_EX",
    "LOAD_METHOD", "FAST_METHOD", "SUPER_METHOD", "FAST_ATTR", "FAST_STORE_ATTR",
    "LOAD_FAST2", "LOAD_FAST_CONST", "RETURN_FAST", "RETURN_CONST", "FOR_ITER_ST",
    "SUBSCR_FF", "SUBSCR_FK", "SUBSCR_SF", "SUBSCR_SK", "STORE_SUBSCR_FF", "STORE_SUBSCR_FK",
    "FAST_JUMP_IF_FALSE", "FAST_JUMP_IF_TRUE", "IS_JUMP",
    "CMPJ_SS", "CMPJ_SF", "CMPJ_SK", "CMPJ_FF", "CMPJ_FK",
    "BINARY_FF", "BINARY_FK", "BINARY_SF", "BINARY_SK",
]
for _name in ("ADD", "SUB", "MUL"):
    for _mode in ("SS", "SF", "SK", "FS", "KS", "KF", "FF", "FK"):
        FUSED += [f"{_name}_{_mode}", f"{_name}_{_mode}_ST"]
#: numbers of all executable instructions: the logical ones keep theirs
EXECUTABLE: dict[str, int] = NUMBER | {_name: len(OPS) + _index for _index, _name in enumerate(FUSED)}
