import re
import time

for code in range(256):
    pattern = re.compile(r"()(?(1)\x%02x?)" % code)
    assert pattern.match(chr(code)).end() == 1
    re.compile(r"()(?(1)\x%02x|b)" % code)
print([re.match(r"(a)?(?(1)b|c)", text) is not None for text in ("ab", "c", "b", "ac")])
print([m.span() for m in re.finditer(r"^a|\Ab|c", "abcabc\nabc")], [m.span() for m in re.finditer(r"(?m)^a", "abcabc\nabc")])
print(re.search(r"^b", "ab"), re.compile(r"^b").search("ab", 1), re.compile(r"\A").search("ab", 1), re.split(r"^a", "aa"), re.sub("^", ">", "a\nb"))
text = "x" * 10**6
begun = time.perf_counter()
for pattern in (r"\Ay", r"^y"):
    print(re.search(pattern, text), len(re.split(pattern, text)), re.findall(pattern, text), len(re.sub(pattern, "", text)))
print(time.perf_counter() - begun < 1)
for kind in (re.Match, re.Pattern):
    try:
        type("Derived", (kind,), {})
    except TypeError as error:
        print(error)
for base in (bool, type(None), range, slice, type(len), type(lambda: 0)):
    try:
        type("Derived", (base,), {})
    except TypeError as error:
        print(error)
print(dict(cls=1, self=2), dict({"a": 1}, cls=3), type("D", (dict,), {})(cls=1, iterable=2))
