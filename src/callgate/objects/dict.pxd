# What others need of dicts.
cdef int merge(object target, object source, str name) except -1    # dict.update(source); name: of the function, for messages
cdef int put(object target, object key, object value) except -1     # target[key] = value as the builtin does it
