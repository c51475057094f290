# repr, str and format of any guest value.
cdef object repr_object(object value)                    # as repr() gives it: a str, or a mirror of one
cdef object str_object(object value)
cdef object ascii_object(object value)
cdef object format_object(object value, object spec)     # spec: str or a mirror of one
cdef object repr_plain(object value)                     # of a value whose host type is a builtin's or a mirror of it
cdef object format_plain(object value, object spec)      # type(value).__format__ of the builtin type
cdef bint repr_enter(object value) except -1             # False: its repr is being made already; leave only after True
cdef void repr_leave(object value) noexcept
cdef str repr_items(str left, object items, str right)   # left + ", ".join(repr of items) + right; items: list or tuple
