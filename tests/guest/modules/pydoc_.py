import pydoc
class A:
    "Doc of A."
    def f(self, x, *, y=1): "f doc"
    p = property(lambda s: 1, doc="pd")
    @classmethod
    def c(cls): pass
    s = staticmethod(len)
    data = 5
print(pydoc.plain(pydoc.render_doc(A))); print(pydoc.plain(pydoc.render_doc(len))); print(pydoc.plain(pydoc.render_doc(A.f)))
