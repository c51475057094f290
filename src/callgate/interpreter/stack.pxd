# The top of the value stack for instructions in object-typed code: vm.sp is published, pop and push own what they say.
from ..core.capi cimport DECREF, INCREF, Ref
from .vm cimport VM

cdef inline object pop(VM vm):
    vm.sp -= 1
    value = <object>vm.sp[0]
    DECREF(vm.sp[0])
    return value

cdef inline int push(VM vm, object value) noexcept:
    INCREF(<Ref>value)
    vm.sp[0] = <Ref>value
    vm.sp += 1
    return 1

cdef inline object top(VM vm, int n):
    # item number n from the top, which is 1; it stays
    return <object>vm.sp[-n]
