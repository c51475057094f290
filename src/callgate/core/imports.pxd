# What natives of the lower folders need of the guest's own modules.
ctypedef object (*importfunc)(str name)
cdef int set_importer(importfunc f) noexcept     # by the interpreter
cdef object guest_module(str name)               # the running machine's module, imported when it is not there yet
