# What exceptions reduce to.
for e in (ImportError("x", name="y"), ImportError("x", name="y", path="z"), ImportError("x"), OSError(1, "a"), OSError(1, "a", "f"), OSError(1, "a", "f", None, "g"), OSError("x"), ModuleNotFoundError("m", name="q"), AttributeError("a", name="b"), NameError("n", name="m"), StopIteration(5), SyntaxError("x", ("f", 1, 2, "t"))):
    print(e.__reduce__())
a=AttributeError('a', name='b')
print(a.__reduce__(), AttributeError('a').__reduce__(), AttributeError('a',obj=1).__reduce__(),AttributeError('a',obj=1, name='q').__reduce__())
a.zz=5; print(a.__reduce__())
b=AttributeError('q'); b.zz=1; print(b.__reduce__())
import pickle, copy
c=copy.copy(a); print(c, c.name, c.zz)
