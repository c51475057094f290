# `__class__` in a class body is that of the method around it; its own methods see another.
class A:
    def f(self): return 'A'
class T(A):
    def test(self):
        class X(A):
            def f(self):
                return super().f()
            __class__ = 413
        x = X()
        print(x.f(), x.__class__)
        class X:
            x = __class__
            def f():
                __class__
        print(X.x is type(self))
        try:
            exec("""
class X:
    x = __class__
    def f():
        __class__""", globals(), {})
        except NameError as e: print(e)
        class X:
            global __class__
            __class__ = 42
            def f():
                __class__
        print(globals()["__class__"], "__class__" in X.__dict__)
        del globals()["__class__"]
        class X:
            nonlocal __class__
            __class__ = 42
            def f():
                return __class__
        print(__class__, X.f(), '__class__' in X.__dict__)
        class Y:
            x = __class__
            def g(self):
                return __class__
            class Z:
                def h(self):
                    return __class__
        print(Y.x, Y().g(), Y.Z().h())
        class W:
            def g(self):
                return super().__repr__ is not None, __class__
        print(W().g()[0], W().g()[1] is W)


T().test()
