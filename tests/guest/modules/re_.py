# re
import re


def show(text, *given):
    for args in given or [()]:
        try:
            print(text, args, "->", repr(eval(text, globals(), {"a": args})))
        except Exception as error:
            print(text, args, "!", type(error).__name__, error)


PATTERNS = [
    r"a", r"abc", r"a|b", r"ab|cd|e", r"[abc]", r"[^abc]", r"[a-c]+", r"a*", r"a+", r"a?", r"a*?", r"a+?", r"a??", r"a{2}", r"a{2,}", r"a{1,3}",
    r"a{1,3}?", r"(a)", r"(a)(b)?", r"(?:ab)+", r"(ab)+", r"(ab)*c", r"(a|ab)(c|bcd)(d*)", r"(a+)+b", r"^a", r"a$", r"^a$", r"^$", r"\ba", r"a\b", r"\Ba",
    r"\d+", r"\D+", r"\s+", r"\S+", r"\w+", r"\W+", r".", r".*", r".+?b", r"(?P<n>a)(?P=n)", r"(a)\1", r"(a)|b\1", r"(?=a)", r"(?=ab)a", r"(?!b)a",
    r"(?<=a)b", r"(?<!a)b", r"(?<=ab)c", r"(a)?(?(1)b|c)", r"(?i:A)b", r"(?i)AbC", r"(?s).+", r"(?m)^b$", r"(?x) a  b # c", r"(?>a+)b", r"(?>a+)ab",
    r"a++b", r"a*+a", r"(ab)*+ab", r"(?:a|b)*?c", r"(a*)*", r"(a*)+", r"(?:a?)*?b", r"(a?){3}", r"(a|b)*abb", r"[\w.]+@[\w.]+", r"(\d+)-(\d+)",
    r"(?P<y>\d{4})-(?P<m>\d\d)", r"\Aa", r"b\Z", r"[\d-]+", r"[]a]+", r"[a\]]+", r"\.", r"\\", r"\x41", r"\u00e9", r"(a)(?:b)(c)", r"((a)(b))c", r"(?:)",
    r"x*", r"(x)?y?z", r"(.)\1", r"(?:(a)|b)*", r"(a|b|c)+?c", r"(?:ab){2,3}?", r"(?=(a))b?", r"a(?=b(?=c))", r"(?<!ab)c", r"((?:a|b)+)(c)?", r"[^\n]+",
]
TEXTS = ["", "a", "b", "ab", "abc", "aab", "aaab", "abab", "ababc", "abcd", "ba", "a b", "12-34 x", "2024-05", "a\nb\nc", "b\n", "é", "AbC", "x@y.z q", "aa",
         "abb", "babb", "ac", "cab", "...", "]a", "\\", "xyz", "zz", "A"]


def outcome(m):
    return m and (m.span(), m.groups(), m.groupdict(), m.lastindex, m.lastgroup)


total = 0
for p in PATTERNS:
    try:
        c = re.compile(p)
    except re.error as error:
        print(p, "!", error)
        continue
    lines = []
    for t in TEXTS:
        found = [outcome(c.match(t)), outcome(c.search(t)), outcome(c.fullmatch(t)), c.findall(t), [m.span() for m in c.finditer(t)], c.split(t),
                 c.subn("<\\g<0>>", t), c.sub("-", t, count=1)]
        total += hash(str(found)) != 0
        lines.append(str(found))
    text = "|".join(lines)
    check = 0
    for ch in text:
        check = (check * 31 + ord(ch)) % 1000003
    print(p, c.groups, len(text), check)
print(total)
for p in ("(", ")", "[", "a{2,1}", "*a", "a**", r"\1", "(?P<1>a)", "(?P<n>a)(?P<n>b)", "(?<=a+)b", "(?z)", r"\q", "[b-a]", "(?P=x)", "a\\", "(?(2)a)", "x{99999999999}"):
    show("re.compile(*a)", (p,))
print(re.compile("a(?P<x>b)", re.I | re.M), re.compile(b"x"), re.compile("a").flags, re.compile("a", re.A), re.compile("(?P<q>a)").groupindex)
m = re.search(r"(?P<first>\w+) (?P<second>\w+)", "xx hello world yy", pos=0) if False else re.compile(r"(?P<first>\w+) (?P<second>\w+)").search("-- hello world yy")
print(m, m.group(), m[1], m["second"], m.group(1, "second"), m.start("first"), m.end(2), m.span(), m.pos, m.endpos, m.string, m.re.pattern, m.regs, m.lastgroup)
print(m.expand(r"\2-\g<first>"), m.groupdict(), m.groups(), bool(m))
for call in ("m.group(5)", "m.group('z')", "m['q']", "m.start(7)", "m.group(None)", "re.match(1, 'x')", "re.match('a', 1)", "re.match('a', b'a')", "re.match(b'a', 'a')",
             "re.compile('a').sub('x')", "re.compile('a').match()", "m.span(1, 2)", "re.sub('a', 1, 'a')", "re.sub('(a)', r'\\2', 'a')", "re.sub('a', lambda m: 1, 'a')"):
    show(call)
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "ab cd"), re.sub("a", lambda m: m.group().upper() + str(m.start()), "banana"), re.subn("a", "b", "aaa", count=2),
      re.sub("x*", "-", "abxd"), re.sub("", "-", "ab"), re.sub("(a)|b", r"[\1]", "ab"), re.sub(b"a", b"z", b"aba"))
print(re.split(r"[,;]\s*", "a, b;c"), re.split("(-)", "a-b-c"), re.split("x*", "axbc"), re.split(",", "a,b,c", maxsplit=1), re.split("", "ab"))
print(re.findall(r"(\w)(\d)", "a1 b2"), re.findall(r"\d", "a1b2"), re.findall("(a)|b", "ab"), [m.group() for m in re.finditer("a.", "abac")])
print(re.escape("a.b*c d"), re.escape(b"x.y"), re.fullmatch("a|ab", "ab"), re.compile("b").search("abc", 2), re.compile("^b").search("abc", 1), re.compile("b$").search("abc", 0, 2))
print(re.compile("a") == re.compile("a"), re.compile("a") is re.compile("a"), hash(re.compile("a")) == hash(re.compile("a")), re.purge())
print(re.match("É", "é", re.I), re.match(r"\w", "é", re.A), re.match("ſ", "S", re.I), re.findall(r"(?i)straße", "STRASSE straße"), re.match("[à-ý]", "À", re.I))
print(bool(re.match("(?:a|b)*c" * 3, "abcabcabc")), len(re.findall("a", "a" * 10000)), re.search("b", "a" * 5000 + "b").start(), bool(re.match("(a|b)*$", "ab" * 20000)),
      bool(re.match(r"(?:x+x+)+y", "x" * 12)))
s = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\w+", lambda s, t: t), (r"\s+", None)])
print(s.scan("ab 12 c"))

# buffers, and numbers before texts
import array
print(re.findall(b"b+", memoryview(b"abbc")), re.sub(b"b", b"x", bytearray(b"abc")), re.match(b"a", array.array("B", b"abc")))
print(str(memoryview(b"abc"), "ascii"), bytes(memoryview(b"abc")[::-1]))
for given in (("x", 1 << 70), (b"x", 1 << 70), (b"x", 0)):
    try:
        print(re.compile("x").match(*given))
    except (OverflowError, TypeError) as error:
        print(type(error).__name__, error)
