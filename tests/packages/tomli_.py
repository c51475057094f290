# package: tomli
import datetime
import io
from decimal import Decimal

import tomli

DOCUMENT = r'''
# A comment
title = "TOML \u00e4 \"quoted\" \\ \t tab"
literal = 'C:\path\n'
"quoted key" = 1
'single' = 2
dotted.key.deep = true
empty = ""
bin = 0b1101_0110
oct = 0o755
hex = 0xdead_BEEF
int = -1_000
big = 9223372036854775807
float = 6.626e-34
inf = -inf
nan = nan
exp = 1e0_6
multi = """
First line
  second \
    joined, "" quotes """""
raw = """

'''  # the literal multi-line strings cannot stand in this one
DOCUMENT = DOCUMENT.rsplit('raw = """', 1)[0] + "raw = '''\nno \\escapes ''here'''''\n" + r'''
odt = 1979-05-27T07:32:00.999999-07:00
utc = 1979-05-27 07:32:00Z
ldt = 1979-05-27T00:32:00
day = 1979-05-27
time = 07:32:00.5
array = [1, 2, [3, "x", {a = 1, b.c = 2}],
  # inside
  4,
]
inline = { x = 1, "y z" = [ ], nested = { } }

[owner]
name = "Tom"
[owner.address]
city = "Ort"

[[products]]
name = "Hammer"
[[products]]
[[products]]
name = "Nail"
[products.size]
mm = 3
[[products.parts]]
id = 1
[[products.parts]]
id = 2

[a."b.c".d]
x = 1
'''


def show(value, depth=0):
    if isinstance(value, dict):
        for key, each in value.items():
            print("  " * depth + repr(key), "" if isinstance(each, dict) else repr(each))
            if isinstance(each, dict):
                show(each, depth + 1)


found = tomli.loads(DOCUMENT)
show(found)
print(found["odt"].utcoffset(), found["utc"].tzinfo, type(found["odt"].tzinfo).__name__, found["time"] == datetime.time(7, 32, 0, 500000))
print(tomli.loads("a = 1.50\nb = [0.1]", parse_float=Decimal), tomli.load(io.BytesIO(b"x = 1\r\ny = '\xc3\xa4'\r\n")))

WRONG = [
    "a = ", "a = 1\na = 2", "a = [1, 2", "[a]\n[a]", "a.b = 1\na.b.c = 2", "a = {b = 1", "a = 'x", 'a = "x\n"', r'a = "\q"', r'a = "\ud800"',
    "a = 01", "a = 1__0", "a = 1979-13-01", "a = 25:00:00", "= 1", "a b = 1", "[a", "[[a]", "[]", "a = {b = 1, b = 2}", "a = {b.c = 1, b = 2}",
    "[a.b]\nx=1\n[a]\nb=2", "[[a]]\n[a]", "a = []\n[[a]]", "[a]\nb.c=1\n[a.b]", "a = 1 b = 2", "a = \x00", "a = tru", 'a = """x', "a = '''x", "a = +", "a = 0x",
    "a\n= 1", "a = {\n}", "x = {a = 1,}", "a = \"\"\"\\q\"\"\"", "# \x01", "[a.]\n", "a = 1e", "a = 1.", "a = .5", "a = inf_", "\ufeffa = 1", "a = 1\r", "[[a.b]]\n[a]\nb = 1",
]
for text in WRONG:
    try:
        print(repr(text), tomli.loads(text))
    except tomli.TOMLDecodeError as error:
        print(repr(text), "->", error, getattr(error, "lineno", None), getattr(error, "colno", None))
for wrong in (lambda: tomli.loads("x = 1.0", parse_float=lambda text: {}),
              lambda: tomli.loads(""), lambda: tomli.loads("a = " + "[" * 50 + "]" * 50)["a"][0] != 0):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
