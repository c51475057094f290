"""Sections that use the library as programs do: mostly with arguments that make sense, and then with some that do not."""

import re

from .expressions import COMMON, KINDS, LITERALS, Expressions

#: values that natives treat in ways of their own: classes derived of builtin ones, and what only has the special method
ODD = '''
class I(int): pass
class F(float): pass
class S(str):
    def __str__(self): return 'S:' + str.upper(self)
class B(bytes): pass
class L(list): pass
class T(tuple): pass
class E(set): pass
class D(dict):
    def __missing__(self, key): return ('missing', key)
class Index:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
    def __repr__(self): return f'Index({self.n!r})'
class Number:
    def __init__(self, n): self.n = n
    def __float__(self): return self.n
    def __int__(self): return self.n
    def __complex__(self): return self.n
    def __trunc__(self): return self.n
    def __round__(self, *n): return ('round', n)
    def __floor__(self): return 'floor'
    def __repr__(self): return f'Number({self.n!r})'
class Sequence:
    def __init__(self, *items): self.items = items
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return self.items[i]
    def __repr__(self): return f'Sequence{self.items!r}'
class Iterable:
    def __init__(self, items, hint=None): self.items, self.hint = items, hint
    def __iter__(self): return iter(self.items)
    def __length_hint__(self): return self.hint
    def __repr__(self): return f'Iterable({self.items!r})'
class Mapping:
    def __init__(self, **items): self.items = items
    def keys(self): return self.items.keys()
    def __getitem__(self, key): return self.items[key]
    def __repr__(self): return f'Mapping({self.items!r})'
class Same:
    def __init__(self, value, hashed=1): self.value, self.hashed = value, hashed
    def __eq__(self, other): print('eq', self.value, type(other).__name__); return self.value
    def __hash__(self): return self.hashed
    def __lt__(self, other): return self.value
    def __repr__(self): return f'Same({self.value!r})'
class Bad:
    def fail(self, *a, **k): raise ValueError('bad')
    __index__ = __float__ = __len__ = __iter__ = __getitem__ = __contains__ = __bool__ = __str__ = __add__ = __radd__ = __eq__ = __lt__ = fail
    __hash__ = __call__ = __format__ = __enter__ = __exit__ = __next__ = __setitem__ = __delitem__ = __mul__ = __rmul__ = fail
    def __repr__(self): return 'Bad()'
'''
ODD_VALUES = (
    "I(3)", "I(-1)", "F(2.5)", "S('ab')", "S('x')", "B(b'ab')", "L([1, 2])", "T((1, 'a'))", "E({1})", "D(a=1)", "Index(2)", "Index(-1)", "Index('x')",
    "Index(I(1))", "Index(2**70)", "Number(1.5)", "Number(2)", "Number('n')", "Sequence(1, 2, 'x')", "Sequence()", "Iterable([1, 2], 5)", "Iterable('ab')",
    "Iterable(5)", "Iterable((3, 4), -1)", "Mapping(a=1, b=2)", "Same(True)", "Same(False)", "Same([])", "Same(1, 'x')", "Bad()", "I", "D",
    "iter([1, 2])", "(each for each in (1, 'a'))", "memoryview(b'abcd')", "memoryview(bytearray(b'xyz'))", "type('N', (), {})", "dict(a=1).items()", "{1: 2}.keys()",
)
#: <kind> is an expression of it; a|b either. <t> is a short text, <n> a small number, <fmt> a format.
FORMS = (
    # numbers
    "int(<str|bytes|odd|float>, <n>)", "int(<t>, base=<n>)", "float(<t>)", "complex(<t>)", "complex(<float|int|odd>, <float|odd>)", "round(<float|int|odd>, <n>)",
    "divmod(<int|float>, <int|float|odd>)", "pow(<int>, <n>, <int>)", "(<int|float>) % (<int|float|odd>)", "(<int>).to_bytes(<n>, <'big'>, signed=<bool>)",
    "int.from_bytes(<bytes|list|odd>, <'big'>, signed=<bool>)", "(<float>).as_integer_ratio()", "(<float>).hex()", "float.fromhex(<t>)", "(<int>).bit_length()",
    "(<float>).is_integer()", "(<int|float|bool>).conjugate()", "sum(<list|range|odd>, <any>)", "sum([<float>, <float>, <int>])", "math.prod(<list|range>, start=<any>)",
    "math.fsum([<float>, <float>])", "math.comb(<n>, <n>)", "math.perm(<n>, <n>)", "math.isqrt(<int|odd>)", "math.gcd(<int>, <int>)", "math.floor(<float|odd>)",
    "math.ceil(<float|odd>)", "math.trunc(<float|odd>)", "math.ldexp(<float>, <n>)", "math.pow(<float>, <float>)", "math.log(<float|int>, <float|int>)",
    "math.isclose(<float>, <float>, rel_tol=<float>)", "math.fmod(<float>, <float>)", "math.hypot(<float>, <float>)", "bin(<int|odd>)", "hex(<int|odd>)", "oct(<odd>)", "chr(<int|odd>)",
    "abs(<int|float|complex|odd>)", "(<complex>) ** (<n>)", "(<int>) ** (<n>)", "(<float>) ** (<float>)", "hash(<int|float|complex>)", "(<int>) << (<n>)", "(<int>) >> (<n>)",
    "[<float>, <int>, <float>].index(<float|int>)", "(<float|int>) // (<float|int>)", "fractions.Fraction(<int|float|t|odd>)", "fractions.Fraction(<int>, <int>) + (<int|float>)",
    "fractions.Fraction(<float>).limit_denominator(<n>)", "decimal.Decimal(<int|t|float>)", "decimal.Decimal(<t>) + (<int>)", "decimal.Decimal('1.25').quantize(decimal.Decimal(<t>))",
    "statistics.mean(<list>)", "statistics.median([<int>, <float>, <int>])",
    # texts
    "(<str>).split(<t|none>, <n>)", "(<str>).rsplit(<t|none>, maxsplit=<n>)", "(<str>).replace(<t>, <t>, <n>)", "(<str>).find(<t>, <n>, <n>)", "(<str>).index(<t>, <n|odd>)",
    "(<str>).count(<t>, <n|none>, <n|none>)", "(<str>).strip(<t|none>)", "(<t>).join(<list|tuple|odd|iter>)", "(<t>).join([<str>, <str|odd>])", "(<str>).splitlines(<bool>)",
    "(<str>).translate(<dict|odd|str>)", "(<str>).translate(str.maketrans(<t>, <t>))", "str.maketrans(<dict>)", "str.maketrans('ab', <t>, <t>)", "(<str>).startswith((<t>, <t>), <n>)",
    "(<str>).endswith(<t|tuple>, <n|none>, <n|odd>)", "(<str>).partition(<t>)", "(<str>).rpartition(<t>)", "(<str>).center(<n|odd>, <t>)", "(<str>).zfill(<n|odd>)", "(<str>).expandtabs(<n>)",
    "(<str>).removeprefix(<t>)", "(<str>).removesuffix(<t|odd>)", "(<str>).encode(<enc>, <err>)", "(<bytes>).decode(<enc>, <derr>)", "str(<bytes|bytearray|odd>, <enc>, <derr>)", "bytes(<str>, <enc>, <err>)",
    "(<str>).casefold()", "(<str>).title()", "(<str>).swapcase()", "(<str>).capitalize()", "(<str>).isidentifier()", "(<str>).isnumeric()", "(<str>).isprintable()", "ascii(<any>)",
    "(<str>) * (<n|odd>)", "(<str>)[<n|none|odd>:<n|none|odd>:<n|none|odd>]", "(<str>) % (<any>)", "'%s %r' % (<any>, <any>)", "'%d|%x|%o' % (<int|odd|float>, <int|odd>, <int>)", "'%c%c' % (<n|t|odd>, <t>)",
    "'%*d|%-*d' % (<n>, <int>, <n>, <int>)", "'%.*f' % (<n>, <float|int|odd>)", "'%(a)s %(b)r' % <dict|odd>", "b'%s %b %a' % (<bytes|odd>, <bytearray|bytes>, <any>)", "b'%d %x' % (<int|odd>, <int>)",
    "format(<int|float|complex|str|bool|odd>, <fmt>)", "format(<int>, <fmt>)", "format(<float>, <fmt>)", "format(<str>, <fmt>)", "format(<any>, <t>)", "'{:<}'.format(<any>)", "'{0[a]} {0[1]}'.format(<dict|list|odd>)",
    "'{0.real} {a!r:>{w}}'.format(<int>, a=<any>, w=<n>)", "'{} {}'.format(*<list|tuple|odd>)", "'{a}'.format_map(<dict|odd>)", "'{:{}}'.format(<int|float>, <fmt>)", "string.Template('$a ${b} $$ $c').safe_substitute(<dict>)",
    "string.Template(<t>).substitute(a=<any>)", "string.capwords(<str>)", "textwrap.fill(<str> * 5, <n>)", "textwrap.dedent(<str>)", "repr(<str>)", "sorted(<str>)", "max(<str>, key=<func>)", "(<str>).format(<any>, a=<any>)",
    # bytes
    "(<bytes|bytearray>).split(<bytes|none|odd>, <n>)", "(<bytes>).replace(<bytes>, <bytes|odd>, <n>)", "(<bytes>).find(<bytes|n|odd>, <n>)", "(<bytes>).count(<bytes|int>)", "bytes(<list|range|odd|iter|n>)",
    "bytearray(<list|odd|n|str>)", "(<bytes>).hex(<t>, <n>)", "bytes.fromhex(<t>)", "(<bytes>).join(<list|tuple|odd>)", "b','.join([<bytes>, <bytes|bytearray|odd>])", "(<bytes>).translate(<bytes|none>, <bytes>)", "bytes.maketrans(<bytes>, <bytes>)",
    "(<bytes|bytearray>).strip(<bytes|none|odd>)", "(<bytes>).startswith(<bytes|tuple|odd>)", "(<bytes|bytearray>)[<n|none|odd>:<n|none|odd>:<n|none>]", "(<bytes>).center(<n>, <bytes>)", "(<bytes>) * (<n|odd>)", "(<bytes>) + (<bytes|bytearray|odd>)",
    "memoryview(<bytes|bytearray>)[<n>]", "memoryview(<bytes>)[<n>:<n>].tolist()", "memoryview(<bytes>).cast(<t>)", "memoryview(<bytes>).hex()", "memoryview(<bytes>) == (<bytes|odd>)", "bytes(memoryview(<bytes>)[::<n>])", "(<bytes>).isalpha()", "(<bytes>).title()",
    "struct.pack(<sfmt>, <any>, <any>)", "struct.pack(<sfmt>, <n>)", "struct.unpack(<sfmt>, <bytes>)", "struct.calcsize(<sfmt>)", "struct.unpack_from(<sfmt>, <bytes>, <n>)", "list(struct.iter_unpack(<sfmt>, <bytes>))", "array.array(<t>, <list>)", "array.array('i', [<n>, <n>])[<n|slice|odd>]",
    "binascii.hexlify(<bytes>)", "base64.b64encode(<bytes>)", "base64.b64decode(<bytes|t>)", "zlib.crc32(<bytes>)",
    # sequences
    "[<any>, <any>].index(<any>, <n>, <n|odd>)", "[<int>, <float>, <int>].count(<int>)", "sorted([<int>, <float>, <int|bool>], reverse=<bool|odd>)", "sorted(<list>, key=<func>)", "sorted(<list|tuple|iter>, key=str, reverse=<bool>)", "(<list>)[<n|none|odd>:<n|none|odd>:<n|none|odd>]", "(<list>) * (<n|odd>)",
    "(<list>) + (<list|odd|tuple>)", "(<tuple>) + (<tuple|odd|list>)", "(<tuple>)[<n|none|odd>:<n|odd>]", "(<tuple>).index(<any>, <n>)", "(<range>)[<n|odd|slice>]", "(<range>).index(<int|odd>)", "(<range>).count(<int|float|odd>)", "range(<n|odd>, <n|odd>, <n|odd>)", "len(range(<int>, <int>, <n>))",
    "list(reversed(<list|range|tuple|dict|odd>))", "(<slice>).indices(<n|odd>)", "slice(<any>, <any>, <any>)", "list(enumerate(<list|str|odd>, <n|odd>))", "list(zip(<list|str|odd>, <tuple|range>, strict=<bool>))", "list(map(<func>, <list>, <list|odd>))", "list(filter(<func|none>, <list|odd>))", "max(<list|odd>, default=<any>)",
    "min(<int|float>, <int|float|odd>, key=<func>)", "any(<list|odd>)", "all(<list|odd>)", "list(<odd|iter|dict>)", "tuple(<odd|iter>)", "(<list>) < (<list>)", "(<tuple>) >= (<tuple|odd>)", "(<list>) == (<list|odd>)", "(<any>) in (<list|tuple|odd|str|range>)", "(lambda v: (v.insert(<n|odd>, <any>), v))(<list>)",
    "(lambda v: (v.pop(<n|odd>), v))(<list|bytearray>)", "(lambda v: (v.extend(<any>), v))(<list|bytearray>)", "(lambda v: (v.remove(<any>), v))(<list|bytearray>)", "(lambda v: (v.__setitem__(slice(<n|none>, <n|none|odd>, <n|none>), <any>), v))(<list|bytearray>)", "(lambda v: (v.__setitem__(<n|odd>, <any>), v))(<list|bytearray|dict>)",
    "(lambda v: (v.__delitem__(<n|slice|odd>), v))(<list|bytearray|dict>)", "(lambda v: (v.sort(key=<func|none>, reverse=<n>), v))(<list>)", "(lambda v: (v.__iadd__(<any>), v))(<list|bytearray>)", "(lambda v: (v.__imul__(<n|odd>), v))(<list|bytearray>)", "(lambda v: [v.append(v), repr(v)])(<list>)", "[*<odd|str>, *<range|odd>]", "bisect.bisect_left(<list>, <any>, <n>, <n>)",
    "(lambda v: (bisect.insort(v, <int>), v))([1, 5, 9])", "(lambda v: (heapq.heapify(v), heapq.heappop(v), v))(<list>)", "heapq.nsmallest(<n>, <list|range>, key=<func>)", "heapq.nlargest(<n>, <list|odd>)", "list(heapq.merge(<list>, <list|range>))", "(lambda v: (heapq.heappushpop(v, <int>), v))([2, 3])",
    # mappings and sets
    "dict(<list|odd|dict|tuple>, a=<any>)", "dict(zip(<str>, <list|odd>))", "(<dict>).get(<any>, <any>)", "(lambda v: (v.pop(<any>, <any>), v))(<dict>)", "(lambda v: (v.setdefault(<any>, <any>), v))(<dict>)", "(lambda v: (v.update(<dict|odd|list>, b=<any>), v))(<dict>)", "(<dict>) | (<dict|odd>)", "(lambda v: (v.__ior__(<any>), v))(<dict>)",
    "dict.fromkeys(<list|str|odd|set>, <any>)", "(<dict>) == (<dict|odd>)", "(<dict>).keys() & (<list|set|odd>)", "list((<dict>).items() - (<dict>).items())", "(<dict>).keys() <= (<dict>).keys()", "(<dict>).items().isdisjoint(<list|odd>)", "list(reversed((<dict>).values()))", "(<any>) in (<dict>).items()", "{**<dict|odd>, 'z': 1}", "(lambda **k: k)(**<dict|odd>)", "D(<dict>)[<any>]",
    "sorted((<set>) | (<set|frozenset>), key=repr)", "sorted((<set>).union(<list|str|odd>), key=repr)", "(<set>) <= (<set|frozenset|odd>)", "(<set>).issubset(<list|odd|range>)", "sorted((<set>) ^ (<set|odd>), key=repr)", "(<set>).isdisjoint(<any>)", "sorted((<set>).difference(<list>, <tuple>), key=repr)", "(lambda v: (v.discard(<any>), sorted(v, key=repr)))(<set>)",
    "(lambda v: (v.add(<any>), sorted(v, key=repr)))(<set>)", "(lambda v: (v.__isub__(<any>), sorted(v, key=repr)))(<set>)", "(lambda v: (v.update(<any>), sorted(v, key=repr)))(<set>)", "(<frozenset>) == (<set>)", "hash(<frozenset>) == hash(<frozenset>)", "(<set>).__and__(<any>)", "set(<any>) and 1", "frozenset(<any>) and 1", "(lambda v: v.remove(<any>))(<set>)",
    # collections
    "collections.deque(<list|str|odd>, <n|none|odd>)", "(lambda v: (v.rotate(<n|odd>), v.appendleft(<any>), v))(collections.deque(<list>, <n>))", "(lambda v: (v.insert(<n>, <any>), v))(collections.deque(<list>))", "collections.deque(<list>)[<n|odd>]", "(lambda v: (v.__delitem__(<n>), v))(collections.deque(<list>))", "collections.deque(<list>).index(<any>, <n>)", "collections.deque(<list>) + collections.deque(<list>)",
    "collections.deque(<list>) * (<n>)", "(lambda v: (v.extendleft(<list|odd>), v))(collections.deque(<str>, <n>))", "collections.Counter(<str|list|dict>).most_common(<n|none>)", "collections.Counter(<str>) + collections.Counter(<str>)", "collections.Counter(<str>) - collections.Counter(<str>)", "collections.Counter(a=<n>) & collections.Counter(a=<n>, b=<n>)", "sorted(collections.Counter(a=<n>, b=<n>).elements())",
    "collections.Counter(a=<n>, b=<n>).total()", "(lambda v: (v.subtract(<str|dict>), v))(collections.Counter(<str>))", "(lambda v: (v.move_to_end(<t>, <bool>), list(v)))(collections.OrderedDict(a=1, b=2))", "(lambda v: (v.popitem(<bool>), v))(collections.OrderedDict(<dict>))", "collections.OrderedDict(<list|dict>) == collections.OrderedDict(<dict>)", "(lambda v: (v[<any>], v))(collections.defaultdict(<func>, <dict>))",
    "collections.ChainMap(<dict>, <dict>)[<any>]", "list(collections.ChainMap(<dict>, <dict>))", "collections.namedtuple('P', 'x y')(<any>, <any>)", "collections.namedtuple('P', <str|list>, defaults=<tuple|none>)", "collections.namedtuple('P', 'x y', rename=<bool>)(1, 2)._replace(x=<any>, y=<any>)", "collections.namedtuple('P', ['x', <t>], rename=True)._fields", "collections.namedtuple('P', 'x y')._make(<list|str>)",
    # itertools
    "list(itertools.accumulate(<list|range|odd>, <func|none>, initial=<any>))", "list(itertools.accumulate(<range|str>))", "list(itertools.chain(<list>, <str|odd>, <range>))", "list(itertools.chain.from_iterable([<list>, <str>, <any>]))", "list(itertools.combinations(<str|list>, <n>))", "list(itertools.permutations(<str|range>, <n|none>))[:9]", "list(itertools.product(<str|list>, <range>, repeat=<n>))[:9]", "list(itertools.combinations_with_replacement(<str>, <n>))[:9]",
    "list(itertools.compress(<str|list>, <list|range>))", "list(itertools.dropwhile(<func>, <list|range>))", "list(itertools.takewhile(<func>, <list|range>))", "list(itertools.filterfalse(<func|none>, <list|odd>))", "[(k, list(g)) for k, g in itertools.groupby(<list|str>, <func|none>)]", "list(itertools.islice(<list|str|iter>, <n|none|odd>, <n|none>, <n|none>))", "list(itertools.islice(itertools.count(<n|float|odd>, <n|float>), 4))", "list(itertools.islice(itertools.cycle(<list|str>), 7))",
    "list(itertools.repeat(<any>, <n|odd>))", "list(itertools.starmap(<func>, <list|dict>))", "[list(each) for each in itertools.tee(<list|iter>, <n>)]", "list(itertools.zip_longest(<list|str>, <range>, fillvalue=<any>))", "list(itertools.pairwise(<list|str|odd>))", "repr(itertools.count(<n|float>, <n>))", "repr(itertools.repeat(<any>, <n>))", "operator.length_hint(<any>, <n|odd>)", "operator.length_hint(itertools.repeat(1, <n>))",
    # functools, operator, contextlib, others
    "functools.reduce(<func>, <list|odd>, <any>)", "functools.reduce(lambda x, y: (x, y), <list|range|str>)", "functools.partial(<func>, <any>, k=<any>)", "functools.partial(<func>, <any>)(<any>)", "functools.partial(functools.partial(dict, a=<any>), b=<any>)(c=<any>)", "functools.partial(print, <any>).args", "sorted(<list>, key=functools.cmp_to_key(lambda x, y: <n>))", "functools.lru_cache(<n|none>)(<func>)(<any>)",
    "operator.itemgetter(<any>, <any>)(<list|dict|str|odd>)", "operator.itemgetter(<n|slice>)(<list|str>)", "operator.attrgetter('real', <t>)(<int>)", "operator.methodcaller('split', <t>)(<str>)", "operator.index(<odd|int>)", "operator.concat(<list|str>, <any>)", "operator.countOf(<list|odd>, <any>)", "operator.indexOf(<list|str>, <any>)", "operator.setitem(<list|dict>, <n>, <any>)", "operator.itemgetter(1, 'a')", "contextlib.suppress(<any>).__exit__(None, None, None)",
    "copy.copy(<any>)", "copy.deepcopy(<list|dict|odd>)", "json.dumps(<list|dict|str|float|odd>)", "json.dumps(<dict|list>, indent=<n|t|none>, sort_keys=<bool>)", "json.loads(<json>)", "json.dumps([<any>], default=<func>)", "pprint.pformat(<list|dict>, width=<n>)", "types.SimpleNamespace(a=<any>, b=<any>)", "types.SimpleNamespace(**<dict>)", "types.MappingProxyType(<dict|odd>)", "isinstance(<any>, <type|tuple|odd>)", "issubclass(<type>, <type|tuple>)",
    "getattr(<any>, <t>, <any>)", "hasattr(<any>, <t|any>)", "type(<t>, <tuple>, <dict>)", "iter(<func>, <any>)", "next(<iter|any>, <any>)", "callable(<any>)", "print(<any>, <any>, sep=<t|none|odd>, end=<t|none>)", "eval(<'1 + 1'>)", "vars(<any>) and 1", "isinstance(<any>, int | str | None)", "(<type>) | (<type|none|any>)", "(<type>)[<type|any>]", "len(<odd|any>)", "bool(<odd>)", "hash(<odd>)", "str(<odd>)", "repr(<odd>)", "f'{<name>!r:>9}'",
    "ExceptionGroup(<t>, [ValueError(<n>), KeyError(<t>)]).split(<type|tuple|func>)", "ExceptionGroup('g', <list|any>)", "BaseExceptionGroup('g', [KeyboardInterrupt(), ValueError(1)]).subgroup(<type|func>)", "ValueError(<any>, <any>)", "OSError(<n>, <t>, <t>)", "UnicodeDecodeError(<t>, <bytes>, <n>, <n>, <t>)", "KeyError(<any>)", "ImportError(<any>, name=<any>)", "SyntaxError(<t>, (<t>, <n>, <n>, <t>))", "StopIteration(<any>).value", "AttributeError(<t>, name=<t>, obj=<any>).name",
    "datetime.timedelta(days=<n|float>, seconds=<int>)", "datetime.date(2024, <n>, <n>)", "datetime.datetime(2024, 2, <n>, <n>).isoformat(<t>)", "datetime.date(2024, 2, 29).strftime(<'%Y %j'>)", "datetime.date.fromisoformat(<t>)", "datetime.timedelta(<n>, <int>) * (<float|n>)", "datetime.timedelta(<n>) // (<n>)", "random.Random(<int|t|float>).sample(range(9), <n>)", "random.Random(5).choices(<list|str>, k=<n>)", "random.Random(1).randrange(<n>, <n|int>, <n>)",
    "io.StringIO(<str>).read(<n|none>)", "list(io.StringIO(<str>, newline=<t|none>))", "io.BytesIO(<bytes>).readline(<n>)", "list(csv.reader([<str>, <str>]))", "list(csv.DictReader(['a,b', <str>]))", "shlex.split(<str>)", "keyword.iskeyword(<t>)", "html.escape(<str>)", "fnmatch.fnmatch(<str>, <t>)", "difflib.get_close_matches(<t>, ['ab', 'abc', 'x'])", "enum.Enum('N', <str|list|dict>)", "list(enum.IntFlag('N', 'A B C')(<n>))",
    "posixpath.join(<t>, <t>)", "posixpath.normpath(<t>)", "urllib.parse.quote(<str>)", "urllib.parse.urlsplit(<str>)", "uuid.UUID(int=<n>)", "ipaddress.ip_address(<n>)", "ast.literal_eval(<json>)", "ast.dump(ast.parse(<json>))", "unicodedata.normalize('NFKD', <str>)", "graphlib.TopologicalSorter(<dict>).static_order() and 1", "string.Formatter().format(<t>, <any>)", "list(string.Formatter().parse(<fmt>))", "weakref.ref(<any>)() is None", "calendar.monthrange(2024, <n>)",
)
TEXTS = ("''", "'a'", "'b'", "'ab'", "','", "' '", "'x'", "'1'", "'-7'", "'0x1f'", "' 12 '", "'1_000'", "'1e5'", "'nan'", "'-inf'", "'\\u0663'", "'\\u00e9'", "'\\xdf'", "'real'", "'{}'", "'$a'", "'%'", "'B'", "'i'", "'d'", "'2024-02-29'",
         "'0.01'", "'1+2j'", "'lO'", "'\\n'", "'__class__'", "'\\U0001f600'", "'0b11'", "'class'", "'_x'", "'1/3'", "'..'", "'/a'", "'61 62'", "'strict'", "S('a')")
ENCODINGS = ("'utf-8'", "'ascii'", "'latin-1'", "'utf-16'", "'utf-16-le'", "'cp1252'", "'utf-8-sig'", "'no-such'", "'utf-32-be'", "'rot13'", "'unicode_escape'", "'raw_unicode_escape'", "'utf-7'", "'hex'", "5", "'U8'")
ERRORS = ("'strict'", "'ignore'", "'replace'", "'backslashreplace'", "'xmlcharrefreplace'", "'surrogateescape'", "'surrogatepass'", "'namereplace'", "None")
STRUCT = ("'i'", "'<h'", "'>I'", "'bB'", "'2s'", "'3x1b'", "'q'", "'?'", "'f'", "'<d'", "'c'", "'!H'", "'p'", "'5p'", "'e'", "'n'", "'@ib'", "'=ib'", "'z'", "''", "'<2h'", "b'h'", "'0s'", "'P'", "'1'")
JSON = ("'[1, 2.5, null]'", "'{\"a\": [true, false]}'", "'{}'", "'[1,]'", "'\"\\\\u00e9\\\\n\"'", "'NaN'", "'-Infinity'", "'1e400'", "' 5 '", "'[1'", "'{\"a\" 1}'", "'\"a'", "'01'", "''", "'{1: 2}'", "'tru'", "b'[1]'", "'[[[]]]'", "'\"\\\\ud83d\\\\ude00\"'",
        "'(1, 2)'", "'{1, 2}'", "'-1+2j'", "'a.b'", "'\"a\" \"b\"'")
PIECES = ("a", "b", "ab", ".", "\\\\d", "\\\\w", "\\\\W", "\\\\s", "\\\\b", "\\\\B", "^", "$", "[ab]", "[^a]", "[a-c1-3]", "(a)", "(?:ab|b)", "(a|b)*", "(?P<n>a+)", "(?P=n)", "\\\\1", "(?i:A)", "(?=b)", "(?!a)", "(?<=a)", "(?<!b)", "a*", "a+?", "b??", "a{2}", "a{1,2}", ".*?", ".*", ".+",
          "(a)?", "(?(1)b|a)", "\\\\A", "\\\\Z", "x|", "|", "a*+", "(?>a*)", "[\\\\w-]", "\\\\.", " ", ",", "(?#c)", "[]a]", "(", ")", "*", "[", "\\\\2", "(?P<n>", "{", "(?s:.)", "\u00e9", "(?a:\\\\w)", "(.)", "(?x: a b )", "\\\\N{DIGIT ONE}", "\\\\x61", "\\\\101", "(?-i:a)", "(\\\\w+) (\\\\w+)")
SEARCHED = ("''", "'a'", "'abab'", "'aab b'", "'Hello, World'", "'a1b2c3'", "'ab\\nab'", "'aaaa'", "'\\u00e9a\\u0130i'", "'x,a,,b'", "' ab ab '", "'A_b-9.5'", "b'abab'", "S('ab')", "bytearray(b'aab')", "5", "'ab' * 20", "'\\n\\na'")
MATCHED = ("re.findall(<re>, <searched>)", "re.findall(<re>, <searched>, <flags>)", "[m.span() for m in re.finditer(<re>, <searched>)]", "re.sub(<re>, <rep>, <searched>)", "re.sub(<re>, <rep>, <searched>, count=<n>)", "re.subn(<re>, <rep>, <searched>)", "re.split(<re>, <searched>)", "re.split(<re>, <searched>, maxsplit=<n>)",
           "re.match(<re>, <searched>)", "re.search(<re>, <searched>, <flags>)", "re.fullmatch(<re>, <searched>)", "(lambda m: m and (m.groups(), m.groupdict(), m.span(), m.lastindex, m.lastgroup, m.regs))(re.search(<re>, <searched>))", "(lambda m: m and m.expand(<rep>))(re.search(<re>, <searched>))", "(lambda m: m and m.group(<n|t|odd>, <n>))(re.search(<re>, <searched>))",
           "(lambda m: m and m[<n|t|odd>])(re.search(<re>, <searched>))", "re.compile(<re>, <flags>)", "re.compile(<re>).groupindex", "re.compile(<re>).search(<searched>, <n>, <n>)", "re.compile(<re>).findall(<searched>, <n>)", "re.escape(<str|bytes>)", "re.compile(<re>).sub(lambda m: m[0].upper(), <searched>)", "(lambda m: m and m.start(<n>))(re.match(<re>, <searched>))",
           "re.compile(<re>) == re.compile(<re>)", "(lambda s: [s.match() for _ in range(3)])(re.compile(<re>).scanner(<searched>))")
REPLACED = ("''", "'-'", "'<\\\\g<0>>'", "'\\\\1'", "'\\\\g<n>'", "'\\\\2'", "'\\\\q'", "'\\\\g<'", "lambda m: '|'", "lambda m: 5", "'\\\\n'", "b'-'", "lambda m: m.group(1)", "'\\\\g<1>0'", "5", "'\\\\07'", "S('r')")
FLAGS = ("0", "re.I", "re.M", "re.S", "re.X", "re.A", "re.I | re.M", "re.L", "re.U", "256", "re.ASCII | re.UNICODE", "-1")
PLACE = re.compile(r"<('[^']*'|[a-z|]+)>")
MODULE = re.compile(r"\b([a-z]+(?:\.parse)?)\.[A-Za-z_]")
MODULES = frozenset("""array ast base64 binascii bisect calendar collections contextlib copy csv datetime decimal difflib enum fnmatch fractions functools graphlib heapq html io
    ipaddress itertools json keyword math operator posixpath pprint random re shlex statistics string struct textwrap types unicodedata urllib.parse uuid weakref zlib""".split())


class Library(Expressions):
    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.needed: dict[str, None] = {}

    def odd(self) -> str:
        self.needed[ODD] = None
        return self.pick(ODD_VALUES)

    def number(self) -> str:
        return self.pick(("0", "1", "2", "3", "-1", "-2", "5", "9", "-7", "12", "True", "16")) if self.chance(93) else self.pick(LITERALS["int"])

    def pattern_text(self) -> str:
        text = "".join(self.random.choices(PIECES, k=self.pick((1, 1, 2, 2, 3, 3, 4, 5))))
        if self.chance(6):
            text = f"b'{text.encode('ascii', 'ignore').decode()}'"
        else:
            text = f"'{text}'"
        return text

    def place(self, kind: str) -> str:
        """What stands for a <kind>."""
        tables = {"t": TEXTS, "enc": ENCODINGS, "err": ERRORS, "derr": ERRORS[:4], "sfmt": STRUCT, "json": JSON, "searched": SEARCHED, "rep": REPLACED, "flags": FLAGS}
        if kind.startswith("'"):
            return kind if self.chance(75) else self.pick(("'big'", "'little'", "'1 + '", "'%d.%m'", "'x'", "None", "'f(1)'", "'%a%%'"))
        kind = self.pick(kind.split("|"))
        if self.chance(2):
            kind = self.pick(KINDS)
        if kind in tables:
            if kind in ("searched", "rep", "t"):
                self.needed[ODD] = None
            return self.pick(tables[kind])
        if kind == "n":
            return self.number()
        if kind == "odd":
            return self.odd()
        if kind == "any":
            return self.odd() if self.chance(20) else self.any(1)
        if kind == "fmt":
            return repr(self.spec()) if self.chance(85) else self.place("t")
        if kind == "re":
            return self.pattern_text()
        if kind == "name":
            return self.pick(self.names.get("any") or self.names.get("int") or ["5"])
        if kind == "func" and self.chance(50):
            return self.pick(("len", "str", "bool", "repr", "abs", "int", "(lambda *a: a)", "(lambda x: x)", "(lambda x: not x)", "(lambda x, y=2: (x, y))", "Bad()", "max", "type", "(lambda x: x < 3)", "(lambda x: -x)", "list"))
        return self.expr(kind, 1)

    def filled(self, form: str) -> str:
        text = PLACE.sub(lambda found: self.place(found[1]), form)
        for found in MODULE.finditer(text):
            if found[1] in MODULES:
                self.modules.add(found[1])
        if "Bad()" in text:
            self.needed[ODD] = None
        return text

    def uses(self) -> list[str]:
        return [f"show(lambda: {self.filled(self.pick(FORMS))})" for _ in range(self.random.randint(5, 16))]

    def regexes(self) -> list[str]:
        self.needed[ODD] = None
        return [f"show(lambda: {self.filled(self.pick(MATCHED))})" for _ in range(self.random.randint(5, 16))]

    def odd_values(self) -> list[str]:
        """Any method of a builtin type with odd arguments."""
        self.needed[ODD] = None
        lines = []
        for _ in range(self.random.randint(5, 16)):
            name = self.new_name()
            kind = self.pick(COMMON)
            given = ", ".join(self.odd() if self.chance(60) else self.any(0) for _ in range(self.pick((0, 1, 1, 1, 2, 2, 3))))
            text = self.method(kind, 1)
            if text.endswith(")") and "(" in text and self.chance(80):
                depth = 0
                for at in range(len(text) - 1, -1, -1):
                    depth += (text[at] == ")") - (text[at] == "(")
                    if depth == 0:
                        text = f"{text[:at]}({given})"
                        break
            elif self.chance(50):
                text = f"({self.odd()}) {self.pick(('+', '-', '*', '%', '==', '<', '|', '&', 'in', '//', '/', '**', '@', '>=', 'is not', '^'))} ({self.odd() if self.chance(50) else self.any(0)})"
            lines.append(f"def {name}(): return {text}" if "yield" not in text else "")
            lines.append(f"show({name})")
        return lines
