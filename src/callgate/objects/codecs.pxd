# Which text encodings and error handlers the guest may use.
cdef object encoding_name(object name)          # the host's name of an encoding the guest may use; else LookupError
cdef int check_errors(object errors) except -1  # ValueError/LookupError for handlers that are not CPython's own
cdef object decode(object data, object encoding, object errors)
cdef object encode(object text, object encoding, object errors)
