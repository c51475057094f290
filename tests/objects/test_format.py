"""str.format, format specifications and % formatting, in all their forms and errors, against CPython."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import callgate as cg
from tables import CLASSES, check

FIELDS = (
    "", "{}", "{{}}", "{0}", "{0}{1}", "{}{}", "{0}{}", "{}{0}", "{a}", "{a.b}", "{a[b]}", "{a[0]}", "{0.real}", "{0[0]}", "{0[a]}",
    "{0.x}", "{:>5}", "{:{}}", "{:{w}}", "{0:{w}.{w}}", "{!r}", "{!s}", "{!a}", "{!x}", "{!}", "{!r:>9}", "{!r", "{!rx}", "{", "}", "{a",
    "a}", "{{", "}}", "{a{b}}", "{:{:{}}}", "{0.}", "{0[}", "{0[]}", "{0[a]x}", "{.real}", "{[0]}", "{-1}", "{0[-1]}",
    "{99999999999999999999}", "{0[99999999999999999999]}", "{ 0}", "{a b}", "{a!r:^9}", "{:}", "{:d}", "{:x}", "{:#x}", "{:,}", "{:_}",
    "{:.2f}", "{:e}", "{:%}", "{:+}", "{: }", "{:05}", "{:<<5}", "{:=5}", "{:n}", "{:c}", "{:s}", "{:q}", "{:.}", "{:,_}", "{:5.3}",
    "a{}b{}c", "\\u00e9{}\\u20ac", "{w:{w}}", "{a.b.c}", "{0.__class__}", "{0.__class__.__name__}", "{__a}", "{0!r}{0!s}",
)
GIVEN = (
    "", "1", "1, 2", "'ab'", "2.5", "None", "[1, 2]", "{'a': 1}", "a=1", "a='x', w=7", "1, w=3", "'abcd', w=3", "1, 2, 3, w=4",
    "Foo()", "a=Foo()", "Idx(3)", "S('q')", "I(6)", "T((1, 2))", "D({1: 2})", "a=D()", "True", "1j, 5", "Text()", "a=Text()", "1, 'x'",
)
PRELUDE = CLASSES + """
class Text:
    b = 'B'
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
    def __format__(self, spec): return 'format<' + spec + '>'
    def __getitem__(self, key): return ('item', key)
class Map(dict):
    def __missing__(self, key): return '<' + key + '>'
class Getter:
    def __getitem__(self, key): return key * 2
"""


def test_fields() -> None:
    check((f"'{field}'.format({given})" for field in FIELDS for given in GIVEN), PRELUDE)
    check((f"'{field}'.format_map({given})" for field in FIELDS for given in ("{'a': 1}", "Map()", "Getter()", "5", "Foo()", "[1]", "")),
          PRELUDE)


PERCENT = (
    "", "%%", "%s", "%r", "%a", "%d", "%i", "%u", "%o", "%x", "%X", "%e", "%E", "%f", "%F", "%g", "%G", "%c", "%5s|", "%-5s|", "%05d",
    "%+d", "% d", "%#x", "%#o", "%.3s", "%.2f", "%*d", "%.*f", "%*.*f", "%(a)s", "%(a)d", "%(a", "%(a)", "%", "%z", "%5", "%.", "%s %s",
    "%s%%", "a%sb%sc", "%ld", "%hd", "%Ls", "%(a)s%s", "%s%(a)s", "%(a(b))s", "%()s", "%-+#05.1f", "%5%", "%\\u20ac", "%\\n",
    "%(a)*d", "%.0f", "%5c", "%b", "%-*s|", "%.*s", "%99999999999999999999d", "%.99999999999999999999f",
)
VALUES = (
    "()", "1", "(1,)", "(1, 2)", "(1, 2, 3)", "'x'", "('x', 'y')", "2.5", "(2.5,)", "None", "[1]", "{'a': 1}", "{'a': 'z', 'a(b)': 2, '': 3}",
    "Foo()", "(Foo(),)", "Idx(65)", "(Idx(3), 4)", "S('q')", "(S('q'),)", "I(6)", "(I(6), 7)", "T((1, 2))", "D({'a': 5})", "Text()",
    "(5, Text())", "Map()", "Getter()", "True", "1j", "10**30", "'ab'", "b'x'", "({1: 2},)", "(([1, [2]], {3}),)", "(3, 2.5)", "(-7, 'x')",
    "(3, 2, 2.5)", "(1, 'é')", "1114112", "-1", "float('nan')", "range(3)", "{1}", "F(1.5)", "(F(1.5),)",
)


def test_percent() -> None:
    check((f"'{form}' % {value}" for form in PERCENT for value in VALUES), PRELUDE)
    check((f"b'{form}' % {value}" for form in PERCENT if "u20ac" not in form for value in VALUES), PRELUDE)
    check((f"'{form}' % {{b'a': 1, 'a': 2}}" for form in PERCENT), PRELUDE)
    check((f"bytearray(b'{form}') % {{b'a': b'x'}}" for form in PERCENT if "u20ac" not in form), PRELUDE)


MACHINE = cg.Machine()
SPEC = st.from_regex(r"([<>=^x ]?[<>=^])?[-+ ]?z?#?0?[0-9]{0,2}[,_]?(\.[0-9]{1,2})?[bcdeEfFgGnosxX%]?", fullmatch=True)


@given(value=st.integers() | st.floats() | st.text(max_size=6) | st.booleans() | st.complex_numbers() | st.none(), spec=SPEC)
def test_random_specifications(value: object, spec: str) -> None:
    try:
        expected = format(value, spec)
    except Exception as error:
        expected = f"{type(error).__name__}: {error}"
    try:
        found = MACHINE.run("format(value, spec)", inputs={"value": value, "spec": spec}).value
    except cg.GuestError as error:
        found = f"{error.type_name}: {error.message}"
    assert found == expected


@given(form=st.from_regex(r"%[-+ #0]{0,3}[0-9]{0,2}(\.[0-9]{0,2})?[sradiuoxXeEfFgGc]", fullmatch=True),
       value=st.integers() | st.floats() | st.text(max_size=6) | st.none())
def test_random_percent(form: str, value: object) -> None:
    try:
        expected = form % (value,)
    except Exception as error:
        expected = f"{type(error).__name__}: {error}"
    try:
        found = MACHINE.run("form % (value,)", inputs={"form": form, "value": value}).value
    except cg.GuestError as error:
        found = f"{error.type_name}: {error.message}"
    assert found == expected


@pytest.mark.parametrize("source", [
    "'{0.__class__.__mro__[1].__subclasses__}'.format(1)", "'{a.__globals__}'.format(a=print)", "'{0.__init__.__func__}'.format([])",
])
def test_fields_reach_only_what_the_guest_reaches(source: str) -> None:
    try:
        text = str(MACHINE.run(source).value)
    except cg.GuestError as error:
        assert error.type_name == "AttributeError"
    else:
        assert "callgate" not in text
