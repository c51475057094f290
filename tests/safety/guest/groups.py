def f(e):
    found = []
    try: raise e
    except* ValueError as g: found.append(len(g.exceptions))
    except* (KeyError, TypeError) as g:
        found.append(g.exceptions[0].args)
    return found
print(f(ValueError(1)), f(ExceptionGroup("x", [ValueError(1), KeyError(2), ValueError(3)])))
def again():
    try: raise ExceptionGroup("y", [ValueError(1), OSError(2)])
    except* ValueError: raise IndexError
try: again()
except ExceptionGroup as e: print(e.exceptions[0].__class__, len(e.exceptions))
def rest():
    try: raise ExceptionGroup("y", [ValueError(1), OSError(2)])
    except* ValueError: pass
try: rest()
except ExceptionGroup as e: print(e)
def both():
    try:
        try: raise TypeError
        except* TypeError: raise
    except* TypeError as g: found = repr(g)
    return found
print(both())
