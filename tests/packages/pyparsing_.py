# package: pyparsing
import operator

import pyparsing as pp
from pyparsing import (
    CaselessKeyword, CharsNotIn, Combine, DelimitedList, Dict, Each, Empty, FollowedBy, Forward, Group, IndentedBlock, Keyword, LineEnd, LineStart,
    Literal, MatchFirst, NotAny, OneOrMore, OpAssoc, Opt, Or, ParseBaseException, ParseException, ParseFatalException, ParseResults, PrecededBy,
    QuotedString, Regex, SkipTo, StringEnd, Suppress, Word, ZeroOrMore, alphanums, alphas, dbl_quoted_string, hexnums, infix_notation, nested_expr, nums,
    one_of, pyparsing_common as ppc, remove_quotes, unicode_set, common, counted_array, match_previous_literal, match_only_at_col, dict_of, original_text_for,
    with_attribute, make_html_tags, rest_of_line, python_style_comment, c_style_comment, trace_parse_action, srange, token_map, col, line, lineno, condition_as_parse_action,
)


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except ParseBaseException as error:
        return f"{type(error).__name__}: {error} | {error.msg} {error.loc} {error.lineno}:{error.column} {error.line!r}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


pp.ParserElement.enable_packrat()
OPERATIONS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "^": operator.pow, "<": operator.lt, "==": operator.eq}


def fold(tokens):
    tokens = tokens[0]
    value = tokens[0]
    for symbol, other in zip(tokens[1::2], tokens[2::2]):
        value = OPERATIONS[symbol](value, other)
    return value


variables = {"x": 10}
number = ppc.number()
name = ppc.identifier.copy().add_parse_action(lambda t: variables[t[0]])
expr = infix_notation(number | name, [
    ("-", 1, OpAssoc.RIGHT, lambda t: -t[0][1]),
    ("^", 2, OpAssoc.RIGHT, lambda t: t[0][0] ** t[0][2]),
    (one_of("* /"), 2, OpAssoc.LEFT, fold),
    (one_of("+ -"), 2, OpAssoc.LEFT, fold),
    (one_of("< =="), 2, OpAssoc.LEFT, fold),
    (("?", ":"), 3, OpAssoc.RIGHT, lambda t: t[0][2] if t[0][0] else t[0][4]),
])
for text in ("1 + 2 * 3", "-(4 - 2) ^ 2", "x / 4 - 1.5e1", "2 ^ 3 ^ 0", "((7))", "1 < 2 ? x : 0", "1 +", "(1", "", "y", "1 1"):
    print(repr(text), attempt(expr.parse_string, text, parse_all=True))

integer = Word(nums).set_parse_action(lambda t: int(t[0])).set_name("integer")
date = integer("year") + "/" + integer("month") + "/" + Opt(integer("day"), default=1)
found = date.parse_string("1999/12/31")
print(found, found.year, found["month"], found.as_dict(), found.as_list(), "day" in found, found.get("none", 5), found.dump(), repr(found))
print(date.parse_string("2000/1/").day, attempt(date.parse_string, "1999/x"), list(found.keys()), found.get_name(), len(found), found[-1], found[0:3:2], bool(ParseResults([])), found + found)

entry = Group(Word(alphas)("key") + Suppress("=") + (integer | QuotedString('"', esc_char="\\") | Group(Suppress("[") + DelimitedList(integer) + Suppress("]")))("value"))
config = Dict(ZeroOrMore(entry))
config.ignore(python_style_comment)
found = config.parse_string('a = 1 # comment\nb = "te\\"xt"\nc = [1, 2,3]', parse_all=True)
print(found.as_dict(), found.b, found["c"].as_list(), found[0].key, found.dump(indent="  "))

grammar = Forward()
grammar <<= Group(Suppress("(") + ZeroOrMore(Word(alphas) | integer | grammar) + Suppress(")"))
print(grammar.parse_string("(a (b 1 (c)) () 2)").as_list(), nested_expr("[", "]").parse_string("[a [b c] [d]]").as_list(), attempt(grammar.parse_string, "(a (b)"))

print(list(Word(nums).scan_string("a1b22c333")), Word(nums).set_parse_action(lambda t: str(int(t[0]) * 2)).transform_string("1 and 2"), Word(alphas).search_string("12 ab 3 cd").as_list(), list(Suppress(",").split("a,b,c")) if 0 else list(Literal(",").split("a,b,c")), (Word(nums) == "123"), Word(nums).matches("12x"))
print((Keyword("if") + Word(alphas)).parse_string("if x"), attempt(Keyword("if").parse_string, "iffy"), CaselessKeyword("SELECT").parse_string("select"), pp.CaselessLiteral("End").parse_string("END"), Regex(r"(?P<a>\d)(?P<b>\w)").parse_string("1x").as_dict(), Combine(Word(nums) + "." + Word(nums)).parse_string("3.14"))
print((Word("a") ^ Word("ab")).parse_string("abab"), (Word("a") | Word("ab")).parse_string("abab"), (Word("a") & Word("b") & Opt(Word("c"))).parse_string("bb aa").as_list(), (Word(alphas) + ~Literal("!")).parse_string("hi ?"), attempt((Word(alphas) + ~Literal("!")).parse_string, "hi !"))
print((FollowedBy(Word(nums)) + Word(alphanums)).parse_string("1a"), SkipTo(";", include=True).parse_string("all this ; rest"), CharsNotIn(",").parse_string("ab c,d"), (Literal("a")[2, 3]).parse_string("aaaa"), (Literal("a")[...] + "b").parse_string("aab"), (Literal("a")[...:"c"]).parse_string("aac") , (Word(alphas) + ... + "x").parse_string("a 1 2 x"))
print(dbl_quoted_string.copy().set_parse_action(remove_quotes).parse_string('"q"'), counted_array(Word(alphas)).parse_string("2 a b c"), dict_of(Word(alphas), integer).parse_string("a 1 b 2").as_dict(), original_text_for(Word(alphas) + Word(nums)).parse_string("ab  12"), srange("[a-fA-C0-2_]"), one_of("a ab abc").parse_string("abcd"), (PrecededBy("$") + Word(nums)).search_string("1 $2").as_list())
tag, end = make_html_tags("a")
print(tag.parse_string('<a href="x" class=y>').as_dict(), end.parse_string("</a>"), attempt((tag.copy().add_parse_action(with_attribute(href="z"))).parse_string, '<a href="x">'))
first = Word(alphas)
print((first + ":" + match_previous_literal(first)).parse_string("ab:ab"), attempt((first + ":" + match_previous_literal(first)).parse_string, "ab:cd"))
block = Forward()
statement = Group(Word(alphas) + Opt(Suppress(":") + IndentedBlock(block)))
block <<= statement
print(OneOrMore(statement).parse_string("a:\n  b\n  c:\n    d\ne").as_list(), (LineStart() + Word(alphas)).search_string("a b\nc").as_list(), (Word(alphas) + LineEnd()).search_string("a b\nc").as_list())
print(ppc.ipv4_address.parse_string("10.0.0.1"), ppc.uuid.matches("12345678-1234-5678-1234-567812345678"), ppc.iso8601_date.parse_string("1999-12-31").as_dict(), ppc.mixed_integer.parse_string("1 3/4"), ppc.comma_separated_list.parse_string('a,"b,c",d'), ppc.hex_integer.parse_string("FF"), ppc.fraction.parse_string("1/2"), ppc.sci_real.parse_string("1e3"), ppc.url.parse_string("http://x.org:80/p?q=1#f").as_dict() if hasattr(ppc, "url") else "")


def positive(text, loc, tokens):
    if tokens[0] > 100:
        raise ParseFatalException(text, loc, "too large")
    return tokens[0] + loc


checked = integer.copy().add_parse_action(positive).add_condition(lambda t: t[0] != 13, message="unlucky")
print(checked.parse_string("12"), attempt(checked.parse_string, "13"), attempt((checked | Word(nums)).parse_string, "200"), token_map(int, 16)(None, None, ["ff"]) if 0 else Word(hexnums).add_parse_action(token_map(int, 16)).parse_string("ff"))
print(attempt((Literal("a") - Literal("b") | Word(alphas)).parse_string, "ac"), attempt(integer.parse_string, "abc"), attempt((integer + StringEnd()).parse_string, "1\n2 x"), attempt(Or([Literal("x"), integer]).parse_string, "y"), attempt(Each([Literal("x"), integer]).parse_string, "x"), attempt(MatchFirst([]).parse_string, "y"), attempt(Word, ""), str(date), repr(integer), str(Forward()), str(expr)[:40])
print(lineno(5, "ab\ncd\nef"), col(5, "ab\ncd\nef"), line(5, "ab\ncd\nef"), (Word(alphas)("w*")[...]).parse_string("a b").w.as_list(), (Word(alphas).set_results_name("many", list_all_matches=True)[1, ...]).parse_string("a b").many.as_list(), Word(alphas, exact=2).parse_string("abc"), Word(alphas, max=2, as_keyword=False).parse_string("abc"), Word(alphas, exclude_chars="b").parse_string("abc"), Word(pp.pyparsing_unicode.Greek.alphas).parse_string("αβγ"))
results, tests = expr.run_tests(["1+1", "2*", "# comment"], print_results=False) if 0 else integer.run_tests("1\nx", print_results=False)
print(results, [(text, str(result)) for text, result in tests])
found = ParseResults.from_dict({"a": 1, "b": {"c": [2]}})
found["new"] = 5
del found["a"]
found.append("x")
found.insert(0, "y")
found.extend(["z"])
print(found.dump(), found.pop(), found.pop("new"), found.as_list(), list(found), found.copy() is found, pp.__version__.split(".")[0])
explained = None
try:
    expr.parse_string("1 + (2", parse_all=True)
except ParseException as error:
    explained = error
print(explained.explain(depth=0), explained.mark_input_line(), explained.parser_element is not None, ParseException.explain_exception(explained, depth=0))
print(pp.ParserElement.leave_whitespace(Literal("a") + Literal("b")).matches("a b"), (Literal("a") + Literal("b")).set_whitespace_chars("-").matches("a-b"), Empty().parse_string(""), pp.Located(Word(nums)).parse_string(" 12").as_dict(), pp.Tag("t", 3).parse_string("").as_dict() if hasattr(pp, "Tag") else "")
