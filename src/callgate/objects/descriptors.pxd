# What wraps functions in a class body: staticmethod, classmethod, property; and super.
from ..core.object cimport Object, Type

cdef class StaticMethod(Object):
    cdef object func
    cdef object __weakref__         # (here and below: of classes derived from it)
cdef class ClassMethod(Object):
    cdef object func
    cdef object __weakref__
cdef class Property(Object):
    cdef object fget, fset, fdel, doc, name
    cdef object __weakref__
cdef class Super(Object):
    cdef Type start                 # the class after which the MRO search begins
    cdef object obj                 # instance or class, None when unbound
    cdef Type obj_type
    cdef object __weakref__

cdef Super make_super(Type start, object obj)      # super(start, obj), with its checks
cdef Type STATIC_METHOD, CLASS_METHOD, PROPERTY, SUPER
