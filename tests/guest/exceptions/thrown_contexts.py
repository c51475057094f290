"""What throw() gives an exception as its context: what the generator was handling, whoever it delegates to."""


def inner(): yield 1
class It:
    def __iter__(self): return self
    def __next__(self): return 1
class It2(It):
    def throw(self, *a): raise a[0]
class Aw:
    def __await__(self): yield 1
for k in (inner, It, It2):
    for a in ((ZeroDivisionError(2),),(ZeroDivisionError,),(ZeroDivisionError,3)):
        def outer():
            try: 1.5.reverse
            except AttributeError:
                yield from k()
        g=outer(); next(g)
        try: g.throw(*a)
        except BaseException as e: print(k.__name__, repr(e), repr(e.__context__))
        def outer():
            try: 1.5.reverse
            except AttributeError:
                try: yield from k()
                finally: print('f')
        g=outer(); next(g)
        try: g.throw(*a)
        except BaseException as e: print(k.__name__, repr(e), repr(e.__context__))
        async def co():
            try: 1.5.reverse
            except AttributeError:
                await Aw()
        g=co(); g.send(None)
        try: g.throw(*a)
        except BaseException as e: print(k.__name__, repr(e), repr(e.__context__))
def outer():
    try: 1.5.reverse
    except AttributeError:
        yield 1
g=outer(); next(g)
try: g.throw(KeyError)
except BaseException as e: print(repr(e), repr(e.__context__))
