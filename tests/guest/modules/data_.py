# json, struct, random, heapq, bisect, string, textwrap, hashlib, base64, time, datetime, decimal, fractions, statistics
import base64
import bisect
import datetime
import decimal
import fractions
import hashlib
import heapq
import json
import random
import statistics
import string
import struct
import textwrap
import time


def show(text, *given):
    for args in given or [()]:
        try:
            print(text, "->", repr(eval(text, globals(), {"a": args})))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


# === json ===
data = {"s": "é\n\"\\", "n": [1, -2.5, 1e100, True, False, None], "o": {"k": []}, "e": {}, "t": (1, 2)}
print(json.dumps(data), json.dumps(data, sort_keys=True, indent=2), json.dumps(data, ensure_ascii=False, separators=(",", ":")))
print(json.loads(json.dumps(data)) == {**data, "t": [1, 2]}, json.loads(' [1, 2.5, "a\\u00e9", {"x": null}] '), json.loads("1e5"), json.loads("-0"), json.loads('"\\ud83d\\ude00"'))
print(json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps(float("nan")), json.loads("[NaN, Infinity, -Infinity]")[1:], json.dumps("\u2028<>&"))
for text in ("json.loads('')", "json.loads('[1,]')", "json.loads('{\"a\" 1}')", "json.loads('nul')", "json.loads('\"abc')", "json.loads('[1] x')", "json.loads('\"\\x01\"')",
             "json.loads('{1: 2}')", "json.loads(5)", "json.dumps({1, 2})", "json.dumps(object)", "json.dumps({(1,): 2})", "json.dumps(float('nan'), allow_nan=False)",
             "json.dumps({(1,): 2, 'a': 1}, skipkeys=True)", "json.loads(b'[1]')", "json.loads('[' * 5 + ']' * 5)", "json.loads('1', parse_int=str)", "json.dumps(1, indent='x')"):
    show(text)
loop = []
loop.append(loop)
show("json.dumps(loop)")


class Enc(json.JSONEncoder):
    def default(self, o):
        return {"set": sorted(o)} if isinstance(o, set) else super().default(o)


print(json.dumps([{3, 1}], cls=Enc), json.dumps({2}, default=list), json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)),
      json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads("[1.5]", parse_float=decimal.Decimal), json.loads("[1]", parse_int=float))
try:
    json.loads("[1, 2\n, x]")
except json.JSONDecodeError as error:
    print(error, error.pos, error.lineno, error.colno, error.msg, isinstance(error, ValueError))
print(list(json.JSONEncoder().iterencode([1, {"a": 2}])), json.JSONDecoder().raw_decode("[1] tail"))


class SubInt(int): pass
class SubStr(str): pass
class SubDict(dict): pass


print(json.dumps([SubInt(5), SubStr("s"), SubDict(a=1), [SubInt(1)]]))

# === struct ===
print(struct.pack("<ihbQ", 1, 2, 3, 4), struct.unpack("<ihb", b"\1\0\0\0\2\0\3"), struct.calcsize("3s2xI"), struct.pack("5s?", b"ab", True), struct.unpack(">f", struct.pack(">f", 1.5)))
s = struct.Struct("!HH")
print(s.size, s.format, s.pack(1, 2), s.unpack(b"\0\1\0\2"), list(s.iter_unpack(b"\0\1\0\2" * 2)), s.unpack_from(b"xx\0\1\0\2", 2))
buffer = bytearray(6)
struct.pack_into("<H", buffer, 2, 513)
print(buffer, struct.error.__name__)
for text in ("struct.pack('i')", "struct.pack('b', 300)", "struct.unpack('i', b'ab')", "struct.pack('z', 1)", "struct.pack('i', 'x')", "struct.pack(1)"):
    show(text)
for text in ("unpack_from()", "unpack_from(buffer=b'')", "unpack_from(format='i', buffer=b'')", "unpack_from('i')", "unpack_from('i', b'abcd', 0, 0)",
             "unpack_from('i', b'abcd', buffer=b'')", "unpack_from('i', b'abcd', -4)", "unpack_from(offset=0, buffer=b'abcd', *['i'])",
             "Struct('i').unpack_from()", "Struct('i').unpack_from(b'abcd', 0, 0)", "Struct('i').unpack_from(b'abcd', buffer=b'')",
             "Struct('i').unpack_from(buffer=b'abcd')", "Struct('i').unpack_from(offset=0)"):
    show("struct." + text)

# === random ===
r = random.Random(42)
print(r.random(), r.randint(1, 100), r.choice("abc"), r.sample(range(10), 3), r.uniform(1, 2), r.getrandbits(40), r.shuffle(x := [1, 2, 3, 4]), x, r.gauss(0, 1))
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)], random.Random("seed").random(), r.choices([1, 2, 3], weights=[1, 2, 3], k=4), r.randrange(0, 100, 7), random.Random(1.5).random())
random.seed(7)
print(random.random(), 0 <= random.random() < 1, len(random.randbytes(4)))

# === heapq, bisect ===
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 0)
print(heapq.heappop(h), h, heapq.heappushpop(h, 2), heapq.heapreplace(h, 9), heapq.nlargest(2, h), heapq.nsmallest(2, h), list(heapq.merge([1, 3], [2])))
l = [1, 3, 3, 5]
print(bisect.bisect(l, 3), bisect.bisect_left(l, 3), bisect.bisect_right(l, 4), bisect.insort(l, 4), l, bisect.bisect([{"k": 1}, {"k": 5}], 3, key=lambda d: d["k"]))
show("heapq.heappop([])")

# === texts ===
print(string.ascii_letters[:5], string.Template("$a ${b} $$").substitute(a=1, b=2), string.capwords("ab cd"), string.Formatter().format("{0} {x!r:>5} {0[1]}", "ab", x=1))
print(list(string.Formatter().parse("a{b!r:c}d")), string.digits)
print(textwrap.wrap("the quick brown fox jumps", 10), textwrap.dedent("  a\n   b\n"), textwrap.shorten("hello big world", 11), textwrap.fill("a b c", 3), textwrap.indent("a\nb", "> "))
print(hashlib.sha256(b"abc").hexdigest(), hashlib.md5(b"").hexdigest(), hashlib.new("sha1", b"x").digest_size, hashlib.blake2b(b"a", digest_size=4).hexdigest())
u = hashlib.sha1()
u.update(b"a")
v = u.copy()
v.update(b"b")
print(u.hexdigest() == hashlib.sha1(b"a").hexdigest(), v.hexdigest() == hashlib.sha1(b"ab").hexdigest(), u.name, u.block_size)
print(base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b16encode(b"a"))

# === numbers ===
print(decimal.Decimal("0.1") + decimal.Decimal("0.2"), decimal.Decimal(1) / 3, decimal.Decimal("1e5").quantize(decimal.Decimal("1")), decimal.getcontext().prec)
print(fractions.Fraction(1, 3) + fractions.Fraction(1, 6), fractions.Fraction("0.25"), fractions.Fraction(3, 4).limit_denominator(2), float(fractions.Fraction(1, 8)))
print(statistics.mean([1, 2, 3, 4]), statistics.median([3, 1, 2]), statistics.stdev([1, 2, 3, 4]), statistics.mode("aab"), statistics.fmean([1.5, 2.5]))

# === time ===
print(time.gmtime(0), time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(86400)), time.asctime(time.gmtime(0)), time.gmtime(0).tm_year, time.mktime(time.gmtime(0)) % 900)
t = time.time()
print(t > 1e9, time.monotonic() <= time.monotonic(), time.perf_counter_ns() > 0, time.sleep(0), time.strptime("2024-05-06", "%Y-%m-%d")[:3])
d = datetime.datetime(2024, 2, 29, 12, 30)
print(d + datetime.timedelta(days=1, hours=2), d.isoformat(), d.strftime("%d/%m/%y"), datetime.date(2024, 1, 1).weekday(), datetime.datetime.fromisoformat("2024-01-02T03:04:05"),
      d.replace(tzinfo=datetime.timezone.utc), datetime.timedelta(seconds=3661), datetime.datetime.strptime("01 02 2023", "%d %m %Y"))
for text in ("time.sleep(-1)", "time.sleep('x')", "time.gmtime('x')", "time.strftime(1)", "time.asctime((1, 2))"):
    show(text)
