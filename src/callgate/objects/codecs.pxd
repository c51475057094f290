# Which text encodings and error handlers the guest may use.
cdef object encoding_name(object name)          # the host's name of an encoding the guest may use; else LookupError
cdef int check_errors(object errors) except -1  # ValueError/LookupError for handlers that are not CPython's own
cdef int check_names(str function, dict given) except -1            # `encoding` and `errors`, before the value is looked at
cdef dict codec_names(str function, tuple args, dict kwargs)        # the two, by name and checked; None: there are too many, or others
cdef object decode(object data, object encoding, object errors)
cdef object encode(object text, object encoding, object errors)
