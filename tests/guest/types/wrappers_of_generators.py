# Special methods of generators and their like are slot wrappers.
def g(): yield 1
async def co(): pass
async def ag(): yield
c = co()
for G in (type(g()), type(c), type(ag()), type(c.__await__())):
    print(G)
    for n in ("__next__", "send", "__iter__", "__await__", "__anext__", "__aiter__", "close", "throw"):
        if hasattr(G, n):
            print(getattr(G, n), type(getattr(G, n)))
            for a in ((), (5,)):
                try: getattr(G, n)(*a)
                except TypeError as e: print(e)
c.close()
