# What a codec raises says that a codec has.
import codecs
class MyR(RuntimeError): pass
class WithInit(RuntimeError):
    def __init__(self,*a): super().__init__(*a)
class Slots(ValueError): __slots__=('x',)
class New(ValueError):
    def __new__(cls,*a): return super().__new__(cls,*a)
what=None
def enc(*a): raise what
def dec(*a): raise what
codecs.register(lambda n: codecs.CodecInfo(enc,dec,name=n) if n=="chain" else None)

d=ValueError("with dict"); d.a=1
for what in (RuntimeError("x"),RuntimeError(),RuntimeError("a","b"),RuntimeError(3),MyR("mine"),WithInit("i"),Slots("s"),New("n"),KeyError("k"),UnicodeError("u"),UnicodeDecodeError("utf-8",b"a",0,1,"r"),AttributeError("a"),StopIteration("s"),OSError(2,"no"),d,LookupError("text"),ZeroDivisionError("z")):
    for f in (lambda: "a".encode("chain"), lambda: b"a".decode("chain"), lambda: codecs.encode(1,"chain"), lambda: codecs.decode(1,"chain")):
        try: f()
        except Exception as e:
            print(type(e).__name__, e, "|", repr(e.__cause__), repr(e.__context__), e is what, getattr(e,"__notes__",None))


try: print(codecs.decode(codecs.encode(b"abc"*20,"zlib_codec"),"zlib_codec"))
except Exception as e: print(type(e),e)
try: print(codecs.decode(codecs.encode(b"abc"*20,"bz2"),"bz2"))
except Exception as e: print(type(e),e)
for n in ("zlib_codec","bz2","rot13","hex"):
    for f in (lambda: "a".encode(n), lambda: b"a".decode(n)):
        try: print(f())
        except Exception as e: print(type(e).__name__,e)
try: codecs.decode(b"zz","zlib_codec")
except Exception as e: print(type(e).__name__,e)
