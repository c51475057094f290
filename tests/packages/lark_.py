# package: lark
import json

from lark import Discard, Lark, Token, Transformer, Tree, UnexpectedInput, Visitor, ast_utils, v_args
from lark.exceptions import GrammarError, LarkError, UnexpectedCharacters, UnexpectedEOF, UnexpectedToken, VisitError
from lark.indenter import Indenter
from lark.lexer import Lexer
from lark.reconstruct import Reconstructor
from lark.visitors import CollapseAmbiguities, Interpreter, Transformer_InPlace, Visitor_Recursive

CALC = r"""
    ?start: sum
          | NAME "=" sum    -> assign_var
    ?sum: product
        | sum "+" product   -> add
        | sum "-" product   -> sub
    ?product: power
        | product "*" power -> mul
        | product "/" power -> div
    ?power: atom
        | atom "**" power   -> pow
    ?atom: NUMBER           -> number
         | "-" atom         -> neg
         | NAME             -> var
         | NAME "(" [sum ("," sum)*] ")" -> call
         | "(" sum ")"
    %import common.CNAME -> NAME
    %import common.NUMBER
    %import common.WS_INLINE
    %ignore WS_INLINE
"""


@v_args(inline=True)
class Calculate(Transformer):
    from operator import add, mul, neg, pow, sub
    from operator import truediv as div
    number = float

    def __init__(self):
        super().__init__()
        self.vars = {}

    def assign_var(self, name, value):
        self.vars[name] = value
        return value

    def var(self, name):
        try:
            return self.vars[name]
        except KeyError:
            raise NameError(f"no {name}") from None

    def call(self, name, *args):
        return {"max": max, "min": min, "len": lambda *a: len(a)}[name](*args)


TEXTS = ["1 + 2 * 3", "x = -4 + 2 ** 3 ** 0", "x * (2 - 5) / 4", "max(x, 3, 2 ** 2)", "-(-3)", "len(1)"]
WRONG = ["1 +", "1 + * 2", "(1", "a b", "1 $ 2", "", "y", "1 / 0", "f(2)"]
for parser, lexer in (("earley", "dynamic"), ("earley", "basic"), ("lalr", "contextual"), ("lalr", "basic"), ("cyk", "basic"), ("earley", "dynamic_complete")):
    try:
        calc = Lark(CALC, parser=parser, lexer=lexer, propagate_positions=True)
    except Exception as error:
        print(parser, lexer, type(error).__name__, str(error)[:200])
        continue
    transformer = Calculate()
    for text in TEXTS:
        tree = calc.parse(text)
        print(parser, lexer, text, "->", transformer.transform(tree))
    print(tree.meta.line, tree.meta.end_column if not tree.meta.empty else "")
    for text in WRONG:
        try:
            print(transformer.transform(calc.parse(text)))
        except VisitError as error:
            print(text, "VisitError", type(error.orig_exc).__name__, error)
        except UnexpectedInput as error:
            expected = sorted(getattr(error, "expected", None) or getattr(error, "allowed", None) or ())
            print(repr(text), type(error).__name__, error.line, error.column, expected, error.get_context(text) if error.pos_in_stream not in (None, -1) else "")
        except LarkError as error:
            print(repr(text), type(error).__name__, str(error)[:100])

inline = Lark(CALC, parser="lalr", transformer=Calculate())
print(inline.parse("2 ** 3 + 1"), calc.parse("a + f(1, 2)").pretty(), repr(Lark(CALC).parse("x=1")))
print([(t.type, t.value, t.line, t.column, t.start_pos, t.end_pos) for t in Lark(CALC, parser="lalr").lex("ab + 12\t* (c)")])

JSON = r"""
    ?start: value
    ?value: object | array | string | SIGNED_NUMBER -> number | "true" -> true | "false" -> false | "null" -> null
    array  : "[" [value ("," value)*] "]"
    object : "{" [pair ("," pair)*] "}"
    pair   : string ":" value
    string : ESCAPED_STRING
    %import common.ESCAPED_STRING
    %import common.SIGNED_NUMBER
    %import common.WS
    %ignore WS
"""


class ToJson(Transformer):
    @v_args(inline=True)
    def string(self, s):
        return s[1:-1].replace('\\"', '"')

    array = list
    pair = tuple

    def object(self, pairs):
        return dict(pair for pair in pairs if pair)

    number = v_args(inline=True)(float)
    null = lambda self, _: None
    true = lambda self, _: True
    false = lambda self, _: False


text = json.dumps({"a": [1, 2.5, -3e10, None, True], "b": {"c": "text \"q\"", "empty": [], "o": {}}, "long": list(range(30))})
for parser in ("lalr", "earley"):
    found = Lark(JSON, parser=parser, maybe_placeholders=False).parse(text)
    print(ToJson().transform(found) == json.loads(text), len(list(found.iter_subtrees())), len(list(found.find_data("pair"))))
lalr = Lark(JSON, parser="lalr", transformer=ToJson(), maybe_placeholders=False)
print(lalr.parse(text)["b"])
saved = __import__("io").BytesIO()
lalr_plain = Lark(JSON, parser="lalr", maybe_placeholders=False)
lalr_plain.save(saved)
saved.seek(0)
print(Lark.load(saved).parse("[1, {}]") == lalr_plain.parse("[1, {}]"))
print(Reconstructor(Lark(JSON, maybe_placeholders=False)).reconstruct(lalr_plain.parse('{"a": [1, "x"]}')))

INDENTED = r"""
    ?start: _NL* tree
    tree: NAME _NL [_INDENT tree+ _DEDENT]
    %import common.CNAME -> NAME
    %import common.WS_INLINE
    %declare _INDENT _DEDENT
    %ignore WS_INLINE
    _NL: /(\r?\n[\t ]*)+/
"""


class TreeIndenter(Indenter):
    NL_type = "_NL"
    OPEN_PAREN_types = []
    CLOSE_PAREN_types = []
    INDENT_type = "_INDENT"
    DEDENT_type = "_DEDENT"
    tab_len = 8


print(Lark(INDENTED, parser="lalr", postlex=TreeIndenter()).parse("a\n    b\n    c\n        d\n    e\n").pretty())

ambiguous = Lark("""
    start: sentence
    sentence: noun verb noun -> simple | noun verb "like" noun -> comparative
    noun: ADJ? NOUN
    verb: VERB
    NOUN: "flies" | "bananas" | "fruit"
    VERB: "like" | "flies"
    ADJ: "fruit"
    %import common.WS
    %ignore WS
""", ambiguity="explicit")
tree = ambiguous.parse("fruit flies like bananas")
print(sorted(str(each) for each in CollapseAmbiguities().transform(tree)), tree.pretty().count("_ambig"))

grammar = Lark(r"""
    start: item+
    item.2: "x"i ~ 2..3 -> xs | WORD -> word | /[0-9]+/i -> digits | _separated{NUMBER, ","}
    _separated{x, sep}: "<" x (sep x)* ">"
    !kept: "keep" "me"
    WORD.1: ("a".."f")+
    NUMBER: /\d+(?=[,>])/
    %ignore " "
    %ignore /#.*/
    COMMENT: "//" /[^\n]/*
    %ignore COMMENT
    %extend start: kept
""".replace("%extend start: kept", ""), parser="lalr", keep_all_tokens=False)
print(grammar.parse("xX abc 12 <1,2,3> xxx # end"), sorted(t.name for t in grammar.terminals), [r.origin.name for r in grammar.rules][:3])


class Count(Visitor):
    def __init__(self):
        self.seen = []

    def __default__(self, tree):
        self.seen.append(str(tree.data))


class Inter(Interpreter):
    def start(self, tree):
        return [str(each) for each in self.visit_children(tree)]

    def xs(self, tree):
        return Discard


class Drop(Transformer_InPlace):
    def digits(self, children):
        return Discard

    def WORD(self, token):
        return token.update(value=token.upper())


for kind in (Count, type("R", (Visitor_Recursive,), dict(Count.__dict__))):
    counter = kind()
    counter.visit(grammar.parse("xx abc 12"))
    print(counter.seen)
print(Inter().visit(grammar.parse("xx abc")), (Drop(visit_tokens=True) * Transformer()).transform(grammar.parse("abc 12")))
for wrong in ("start: undefined", "start: A\nA: B\nB: A", "start: x\n x: x y | \ny: ", "start: \"a\" A\nA: /(/", "start: (", "a: b", "start: a{b}", "%import common.NOPE\nstart: NOPE", "start: A | A\nA: \"x\""):
    try:
        Lark(wrong, parser="lalr")
        print("fine", repr(wrong))
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0][:150])

interactive = Lark(CALC, parser="lalr").parse_interactive("1 + ")
interactive.exhaust_lexer()
print(sorted(interactive.accepts()))
interactive.feed_token(Token("NUMBER", "5"))
print(interactive.feed_eof().children, Lark(CALC, parser="lalr").parse("1 2", on_error=lambda error: True))


class _Ast(ast_utils.Ast):
    pass


class Pair(_Ast):
    def __init__(self, key, value):
        self.key, self.value = key, value


made = ast_utils.create_transformer(__import__("sys").modules["__main__"], ToJson())
print(made.transform(Lark(JSON, parser="lalr").parse("[[], {}]")), Tree("a", [Token("B", "c")]) == Tree("a", [Token("B", "c")]), repr(Token("B", "c")), Token("B", "c", line=3).line)
