# A class derived from property (staticmethod, classmethod) that names the methods it overrides by their class.
class P(property):
    def __get__(self, obj, cls=None):
        print("get", cls.__name__)
        return property.__get__(self, obj, cls)

    def __set__(self, obj, value):
        print("set")
        property.__set__(self, obj, value)

    def __delete__(self, obj):
        print("delete")
        super().__delete__(obj)


class S(staticmethod):
    def __get__(self, *args):
        print("static")
        return staticmethod.__get__(self, *args)

    def __call__(self, *args):
        return super().__call__(*args)


class C(classmethod):
    def __get__(self, *args):
        print("class")
        return classmethod.__get__(self, *args)


class Super(super):
    def __get__(self, *args):
        print("super")
        return super.__get__(self, *args)


class A:
    def get(self):
        return 3

    def set(self, value):
        print("setter", value)

    def delete(self):
        print("deleter")

    x = P(get, set, delete)
    s = S(lambda: 5)
    c = C(lambda cls: cls.__name__)


a = A()
print(a.x, isinstance(A.x, P))
a.x = 5
del a.x
print(a.s(), A.s(), a.c(), A.__dict__["s"]())
print(A.c(), A.__dict__["c"].__get__(None, A)())


# Values of classes derived from builtins may be descriptors too.
class D(dict):
    def __get__(self, obj, cls=None):
        return "got", obj is not None, cls.__name__


class T(str):
    def __get__(self, obj, cls=None):
        return str(self), obj is not None

    def __set__(self, obj, value):
        print("set", value)


class L(list):
    def __delete__(self, obj):
        print("delete")


class B:
    d = D()
    t = T("text")
    l = L()

    def read(self):
        return self.d, self.t, self.l


for _ in range(3):
    b = B()
    print(b.d, B.d, b.t, B.t, b.read(), super(B, b))
    b.t = 5
    del b.l
b.__dict__.update(d=1, t=2, l=3)
print(b.d, b.t, b.l)
