"""Under a small memory limit no single step makes the process grow by more than the limit allows: sizes are asked for before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

#: None of these may get through, and none may take the process much memory. `B`: a text of a million letters.
HUNGRY: dict[str, str] = {
    "list *= in place": "l = [0] * 1000\nwhile True: l *= 1000",
    "list assigned to its end": "l = [0] * 1000\nwhile True: l[len(l):] = l",
    "list assigned to itself": "l = [0] * 1000\nwhile True: l[:0] = l",
    "list assigned twice itself": "l = [0] * 1000\nwhile True: l[:] = l + l",
    "list assigned a range": "l = []\nl[:] = range(10 ** 9)",
    "list += itself": "l = [0] * 1000\nwhile True: l += l",
    "list extended by itself": "l = [0] * 1000\nwhile True: l.extend(l)",
    "list of a count": "import itertools\nl = []\nl[5:] = itertools.count()",
    "list copies": "l = [0] * 10 ** 6\nm = []\nwhile True: m.append(l.copy())",
    "list slices": "l = [0] * 10 ** 6\nm = []\nwhile True: m.append(l[1:])",
    "tuple *=": "t = (0,) * 1000\nwhile True: t *= 1000",
    "tuple +": "t = (0,) * 1000\nwhile True: t += t",
    "sum of lists": "sum([[0] * 10 ** 6] * 100, [])",
    "sum of tuples": "sum([(0,) * 10 ** 6] * 100, ())",
    "a star display": "l = [0] * 10 ** 6\n[*l, *l, *l, *l, *l, *l, *l, *l, *l, *l, *l, *l]",
    "dict of fromkeys": "dict.fromkeys(range(10 ** 9))",
    "OrderedDict.fromkeys": "from collections import OrderedDict\nOrderedDict.fromkeys(range(10 ** 9))",
    "OrderedDict.fromkeys of a count": "from collections import OrderedDict\nimport itertools\nOrderedDict.fromkeys(itertools.count())",
    "OrderedDict growing": "from collections import OrderedDict\nd = OrderedDict()\nfor i in range(10 ** 9): d[i] = i",
    "defaultdict growing": "from collections import defaultdict\nd = defaultdict(list)\nfor i in range(10 ** 9): d[i].append(i)",
    "Counter of a count": "from collections import Counter\nimport itertools\nCounter(itertools.count())",
    "Counter.elements": "from collections import Counter\nlist(Counter(a=10 ** 10).elements())",
    "dict growing": "d = {}\nfor i in range(10 ** 9): d[i] = None",
    "dict growing by texts": "d = {}\nfor i in range(10 ** 9): d[str(i)] = i",
    "dict copies": "d = dict.fromkeys(range(10 ** 5))\nl = []\nwhile True: l.append(d.copy())",
    "dict unions": "d = dict.fromkeys(range(10 ** 5))\nl = []\nwhile True: l.append(d | d)",
    "dict of pairs": "dict(zip(range(10 ** 9), range(10 ** 9)))",
    "dict comprehension": "{i: i for i in range(10 ** 9)}",
    "set growing": "s = set()\nfor i in range(10 ** 9): s.add(i)",
    "set of a range": "set(range(10 ** 9))",
    "set update": "s = set()\ns.update(range(10 ** 9))",
    "set |=": "s = set()\ns |= set(range(10 ** 9))",
    "frozenset unions": "s = frozenset(range(10 ** 5))\nl = []\nwhile True: l.append(s | {1})",
    "deque of a range": "from collections import deque\ndeque(range(10 ** 10))",
    "deque *=": "from collections import deque\nd = deque([0])\nwhile True: d *= 1000",
    "deque *": "from collections import deque\ndeque([0]) * 10 ** 10",
    "deque +": "from collections import deque\nd = deque([0])\nwhile True: d += d",
    "deque extended by itself": "from collections import deque\nd = deque([0])\nwhile True: d.extend(d)",
    "str *": "'ab' * 10 ** 10",
    "str +": "x = 'ab'\nwhile True: x += x",
    "str.join": "B.join(['a'] * 1000)",
    "str.join of large ones": "''.join([B] * 1000)",
    "str.join of an iterator": "import itertools\n''.join(itertools.repeat(B))",
    "str.upper": "x = '\\ufb03' * 10 ** 6\nl = []\nwhile True: l.append(x.upper())",
    "str.upper of a large one": "x = '\\u0390' * 5 * 10 ** 6\nx.upper() + x.upper() + x.upper()",
    "str.casefold": "x = '\\ufb03' * 10 ** 6\nl = []\nwhile True: l.append(x.casefold())",
    "str.title": "x = '\\ufb03' * 10 ** 6\nl = []\nwhile True: l.append(x.title())",
    "str.replace": "(B + B).replace('', B)",
    "str.replace of one": "B.replace('x', 'y' * 1000)",
    "str.translate": "B.translate({120: 'y' * 1000})",
    "str.expandtabs": "('\\t' * 10 ** 6).expandtabs(10 ** 4)",
    "str.zfill": "'1'.zfill(10 ** 10)",
    "str.center": "'1'.center(10 ** 10)",
    "str.split": "(',' * 10 ** 7).split(',')",
    "str.splitlines": "('\\n' * 10 ** 7).splitlines()",
    "str.partition": "l = []\nwhile True: l.append((B + 'y' + B).partition('y'))",
    "str.format": "('{0}' * 1000).format(B)",
    "str.format width": "'{:{}}'.format(1, 10 ** 10)",
    "str %": "'%s' * 1000 % ((B,) * 1000)",
    "str % width": "'%*d' % (10 ** 9, 1)",
    "f-strings": "f'{B}{B}{B}{B}' * 10 + f'{B:>{10 ** 9}}'",
    "repr of shared texts": "repr([B] * 1000)",
    "repr of shared texts in a deque": "from collections import deque\nrepr(deque([B] * 1000))",
    "repr of shared texts in a namespace": "from types import SimpleNamespace\nrepr(SimpleNamespace(**{f'a{i}': B for i in range(1000)}))",
    "repr of shared texts in an alias": "repr(list[(B,) * 1000])",
    "repr of shared texts in an OrderedDict": "from collections import OrderedDict\nrepr(OrderedDict.fromkeys(range(1000), B))",
    "repr of shared texts in a callable": "import operator\nrepr(operator.itemgetter(*[B] * 1000))",
    "repr of escapes": "x = '\\0' * 10 ** 6\nfor _ in range(20): x = repr(x)",
    "ascii": "x = '\\U00010000' * 10 ** 6\nl = []\nwhile True: l.append(ascii(x))",
    "encode": "x = 'x' * 5 * 10 ** 6\nl = []\nwhile True: l.append(x.encode('utf-32'))",
    "encode by names": "x = '\\u0100' * 10 ** 6\nl = []\nwhile True: l.append(x.encode('ascii', 'namereplace'))",
    "encode by references": "x = '\\U0010ffff' * 10 ** 6\nl = []\nwhile True: l.append(x.encode('ascii', 'xmlcharrefreplace'))",
    "list of a text": "list(B * 10)",
    "sorted text": "sorted(B * 10)",
    "bytes *": "b'ab' * 10 ** 10",
    "bytes of a size": "bytes(10 ** 10)",
    "bytes +": "x = b'ab'\nwhile True: x += x",
    "bytes.join": "(b'x' * 10 ** 6).join([b'a'] * 1000)",
    "bytes.replace": "(b'x' * 10 ** 6).replace(b'', b'y' * 1000)",
    "bytes.translate": "x = b'x' * 10 ** 7\nl = []\nwhile True: l.append(x.translate(None))",
    "bytes.hex": "x = b'x' * 10 ** 7\nx.hex() + x.hex()",
    "bytes.fromhex": "l = []\nwhile True: l.append(bytes.fromhex('00' * 10 ** 7))",
    "bytes.decode": "x = b'x' * 10 ** 7\nl = []\nwhile True: l.append(x.decode())",
    "bytes.split": "(b',' * 10 ** 7).split(b',')",
    "bytes.ljust": "b'x'.ljust(10 ** 10)",
    "bytes.expandtabs": "(b'\\t' * 10 ** 6).expandtabs(10 ** 4)",
    "bytes %": "b'%s' * 1000 % ((b'x' * 10 ** 6,) * 1000)",
    "list of bytes": "list(b'x' * 10 ** 7)",
    "bytearray of a size": "bytearray(10 ** 10)",
    "bytearray *=": "b = bytearray(1)\nwhile True: b *= 1000",
    "bytearray +=": "b = bytearray(1)\nwhile True: b += bytes(b)",
    "bytearray.extend": "b = bytearray()\nb.extend(0 for _ in iter(int, 1))",
    "bytearray assigned": "b = bytearray(10)\nwhile True: b[len(b):] = b",
    "bytearray inserted": "b = bytearray(10 ** 6)\nwhile True: b[1:1] = b",
    "memoryview.tolist": "memoryview(bytes(10 ** 7)).tolist()",
    "memoryview.tobytes": "m = memoryview(bytes(10 ** 7))\nl = []\nwhile True: l.append(m.tobytes())",
    "int <<": "1 << 10 ** 10",
    "int <<=": "x = 1\nwhile True: x <<= 10 ** 6",
    "int **": "3 ** 10 ** 9",
    "int ** twice": "x = 3 ** 10 ** 5\nwhile True: x **= 3",
    "int *": "x = 3\nwhile True: x *= x",
    "pow": "pow(7, 10 ** 9)",
    "int.to_bytes": "(5).to_bytes(10 ** 10, 'big')",
    "int.from_bytes": "l = []\nwhile True: l.append(int.from_bytes(b'x' * 10 ** 7, 'big'))",
    "factorial": "import math\nmath.factorial(10 ** 7)",
    "comb": "import math\nmath.comb(10 ** 9, 10 ** 8)",
    "perm": "import math\nmath.perm(10 ** 9, 10 ** 8)",
    "prod": "import math\nmath.prod([3 ** 10 ** 5] * 10 ** 6)",
    "lcm": "import math\nx = 1\nfor i in range(1, 10 ** 7): x = math.lcm(x, i)",
    "isqrt": "import math\nx = 10\nwhile True: x = x * x + math.isqrt(x)",
    "fractions": "from fractions import Fraction\nx = Fraction(1, 3)\nwhile True: x = x * x + 1",
    "accumulate": "import itertools\nlist(itertools.accumulate(itertools.repeat([0] * 1000)))",
    "accumulate texts": "import itertools\nlist(itertools.accumulate(itertools.repeat('x' * 1000)))",
    "accumulate numbers": "import itertools\nlist(itertools.accumulate(itertools.repeat(3 ** 1000), lambda a, b: a * b))",
    "product": "import itertools\nitertools.product(range(10 ** 9), repeat=2)",
    "product repeated": "import itertools\nnext(itertools.product([1], repeat=10 ** 9))",
    "product of many": "import itertools\nnext(itertools.product(*[[1]] * 10 ** 7))",
    "combinations": "import itertools\nitertools.combinations(range(10 ** 9), 2)",
    "combinations of many": "import itertools\nnext(itertools.combinations_with_replacement([1], 10 ** 9))",
    "permutations": "import itertools\nitertools.permutations(range(10 ** 9), 2)",
    "permutations listed": "import itertools\nlist(itertools.permutations(range(100)))",
    "cycle": "import itertools\nfor _ in itertools.cycle(range(10 ** 9)): pass",
    "tee": "import itertools\na, b = itertools.tee(itertools.count())\nfor _ in a: pass",
    "tee of many": "import itertools\nitertools.tee([1], 10 ** 9)",
    "zip_longest": "import itertools\nlist(itertools.zip_longest(range(10 ** 9), 'a'))",
    "groupby": "import itertools\n[list(g) for _, g in itertools.groupby(itertools.repeat(1))]",
    "batched": "import itertools\nf = getattr(itertools, 'batched', None)\nnext(f(itertools.count(), 10 ** 9)) if f else bytes(10 ** 9)",
    "enumerate": "list(enumerate(range(10 ** 9)))",
    "zip": "list(zip(range(10 ** 9), range(10 ** 9)))",
    "reversed": "list(reversed(range(10 ** 9)))",
    "sorted": "sorted(range(10 ** 9))",
    "list of a range": "list(range(10 ** 9))",
    "list of large ones": "import itertools\nlist(map(bytearray, itertools.repeat(10 ** 6)))",
    "set of large ones": "import itertools\nset(map('x'.ljust, itertools.count(10 ** 5)))",
    "dict of large ones": "import itertools\ndict(zip(itertools.count(), map(bytearray, itertools.repeat(10 ** 6))))",
    "keys of large ones": "import itertools\ndict.fromkeys(map('x'.ljust, itertools.count(10 ** 5)))",
    "extending by large ones": "import itertools\n[].extend(map(bytearray, itertools.repeat(10 ** 6)))",
    "star arguments": "print(*range(10 ** 9))",
    "unpacking": "a, *b = range(10 ** 9)",
    "heap": "import heapq\nh = []\nfor i in range(10 ** 9): heapq.heappush(h, i)",
    "nlargest": "import heapq\nheapq.nlargest(10 ** 9, range(10 ** 9))",
    "notes": "e = ValueError()\nwhile True: e.add_note('x' * 10 ** 6 + str(id(e)))",
    "contexts": "e = None\nwhile True:\n  f = ValueError('x' * 10 ** 5)\n  f.__context__ = e\n  e = f",
    "tracebacks": "l = []\ndef f(n):\n  if n: f(n - 1)\n  else: raise ValueError\nwhile True:\n  try: f(500)\n  except ValueError as e: l.append(e)",
    "exception groups": "e = [ValueError()]\nwhile True: e = e + [ExceptionGroup('x', e)] * len(e)",
    "attributes": "class C: pass\nc = C()\nfor i in range(10 ** 9): setattr(c, f'a{i}', i)",
    "instances": "class C: pass\nl = []\nwhile True: l.append(C())",
    "classes": "l = []\nwhile True: l.append(type('C', (), {}))",
    "functions": "l = []\nwhile True: l.append(lambda: 1)",
    "generators": "def g(): yield [0] * 1000\nl = []\nwhile True:\n  x = g()\n  next(x)\n  l.append(x)",
    "closures": "f = None\nwhile True: f = lambda f=f: f",
    "compiled code": "l = []\ni = 0\nwhile True:\n  l.append(compile('x = ' + ' + '.join(f'a{i}{j}' for j in range(1000)), 'f', 'exec'))\n  i += 1",
    "StringIO": "import io\nf = io.StringIO()\nwhile True: f.write(B)",
    "BytesIO": "import io\nf = io.BytesIO()\nwhile True: f.write(b'x' * 10 ** 6)",
    "BytesIO after a seek": "import io\nf = io.BytesIO()\nf.seek(10 ** 10)\nf.write(b'x')",
    "StringIO after a seek": "import io\nf = io.StringIO()\nf.seek(10 ** 10)\nf.write('x')",
    "json.dumps": "import json\njson.dumps([B] * 1000)",
    "json.dumps indented": "import json\nl = []\nfor _ in range(300): l = [l]\njson.dumps([l] * 10 ** 5, indent=100)",
    "json.loads": "import json\nl = []\nwhile True: l.append(json.loads('[' + '1.5,' * 10 ** 5 + '2]'))",
    "re.sub": "import re\nre.sub('', B, B)",
    "re.sub of groups": "import re\nre.sub('(x*)', r'\\1' * 1000, B)",
    "re.split": "import re\nre.split('', B * 10)",
    "re.findall": "import re\nre.findall('.', B * 10)",
    "re.escape": "import re\nl = []\nwhile True: l.append(re.escape('.' * 10 ** 6))",
    "re of a large pattern": "import re\nre.compile('a' * 10 ** 7)",
    "struct.pack": "import struct\nstruct.pack('1000000000x')",
    "struct.unpack": "import struct\nl = []\nwhile True: l.append(struct.unpack('1000000b', bytes(10 ** 6)))",
    "array *": "import array\narray.array('b', [0]) * 10 ** 10",
    "array *=": "import array\na = array.array('d', [0])\nwhile True: a *= 1000",
    "array.extend": "import array\na = array.array('d', [0])\nwhile True: a.extend(a)",
    "array assigned": "import array\na = array.array('d', [0])\nwhile True: a[len(a):] = a",
    "array.frombytes": "import array\na = array.array('b')\nwhile True: a.frombytes(bytes(10 ** 6))",
    "hexlify": "import binascii\nx = b'x' * 10 ** 7\nbinascii.hexlify(x) + binascii.hexlify(x)",
    "base64": "import base64\nx = b'x' * 10 ** 6\nwhile True: x = base64.b64encode(x)",
    "shake": "import hashlib\nhashlib.shake_128(b'').digest(10 ** 10)",
    "randbytes": "import random\nrandom.randbytes(10 ** 10)",
    "getrandbits": "import random\nrandom.getrandbits(10 ** 11)",
    "random.choices": "import random\nrandom.choices([1], k=10 ** 9)",
    "normalize": "import unicodedata\nl = []\nwhile True: l.append(unicodedata.normalize('NFKD', '\\ufdfa' * 10 ** 5))",
    "deepcopy": "import copy\nl = [[i] for i in range(10 ** 5)]\nm = []\nwhile True: m.append(copy.deepcopy(l))",
    "lru_cache": "import functools\nf = functools.lru_cache(None)(lambda n: [n])\nfor i in range(10 ** 9): f(i)",
    "csv": "import csv, io\nf = io.StringIO()\nw = csv.writer(f)\nwhile True: w.writerow([B])",
    "decimal": "from decimal import Decimal, getcontext\ngetcontext().prec = 10 ** 8\nDecimal(1) / 3",
    "textwrap": "import textwrap\ntextwrap.indent('a\\n' * 10 ** 6, ' ' * 1000)",
    "range index": "l = [*range(10 ** 6)]\nm = []\nwhile True: m.append(l[::-1])",
    "slices of texts": "l = []\nwhile True: l.append((B + str(len(l)))[1:])",
    "named tuples": "from collections import namedtuple\nT = namedtuple('T', 'a b')\nl = []\nwhile True: l.append(T(1, 2))",
    "finalizers": "class C:\n  def __init__(self): self.me = self; self.x = [0] * 10 ** 5\n  def __del__(self): kept.append(self.x)\nkept = []\nwhile True: C()",
    "large things in cycles": "class C:\n  def __init__(self): self.me = self; self.x = bytearray(30 << 20)\nwhile True: C()",
    "large lists of themselves": "def f():\n  x = [bytearray(1 << 20)]\n  x.append(x)\nwhile True: f()",
    "what waits for its finalizer": "class C:\n  def __init__(self): self.me = self; self.x = bytearray(10 ** 5)\n  def __del__(self): pass\nwhile True: C()",
    "maketrans": "str.maketrans('a' * 10 ** 7, 'b' * 10 ** 7)",
    "type parameters": "x = list[int]\nl = []\nwhile True: l.append(list[tuple([x] * 1000)])",
    "unions of types": "x = int\nl = []\nwhile True:\n  x = x | type('C', (), {})\n  l.append(x)",
}

WORKER = r"""
import json, sys
import callgate as cg

def peak(reset=False):
    if reset:
        with open("/proc/self/clear_refs", "w") as file: file.write("5")
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))

import os, resource
if "asan" not in os.environ.get("LD_PRELOAD", ""):              # it maps terabytes
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))  # instead of the machine's end
programs = json.loads(sys.stdin.read())
cg.run("import collections, itertools, json, re, decimal, fractions, csv, random, copy, io, textwrap, base64")
for name, text in programs.items():
    before = peak(True)
    machine = cg.Machine(limits=cg.Limits(memory=32 << 20, fuel=100_000_000, seconds=10, output=1000))
    try:
        machine.run("B = 'x' * 10 ** 6\n" + text)
        came = "nothing"
    except cg.LimitExceeded as error:
        came = error.limit
    except cg.GuestError as error:
        came = error.type_name
    took = machine.last.usage.seconds
    del machine
    print(json.dumps([name, came, (peak() - before) >> 10, took]), flush=True)
"""
LINUX = Path("/proc/self/clear_refs").exists()


def outcomes(programs: dict[str, str]) -> dict[str, tuple[str, int]]:
    done = subprocess.run(
        [sys.executable, "-c", WORKER], input=json.dumps(programs), capture_output=True, text=True, timeout=3600,
        # the address sanitizer would keep what was freed
        env=os.environ | {"ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=1"})
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, ""), rows[-1:]
    return {name: (came, grown) for name, came, grown, _ in rows}


def odd(programs: dict[str, str]) -> dict[str, tuple[str, int]]:
    return {
        name: (came, grown) for name, (came, grown) in outcomes(programs).items()
        if came not in ("memory", "fuel", "seconds", "MemoryError", "OverflowError") or grown > 150
    }


@pytest.mark.skipif(not LINUX, reason="the process's peak can be set back on Linux only")
def test_what_is_being_made_is_measured() -> None:
    assert not odd({name: HUNGRY[name] for name in (
        "accumulate", "accumulate texts", "array assigned", "json.dumps", "json.dumps indented", "list of large ones",
        "set of large ones", "dict of large ones", "keys of large ones", "extending by large ones", "finalizers",
        "large lists of themselves",
    )})


@pytest.mark.stress
@pytest.mark.skipif(not LINUX, reason="the process's peak can be set back on Linux only")
def test_sizes_are_asked_for_before_they_are_made() -> None:
    assert not odd(HUNGRY)
