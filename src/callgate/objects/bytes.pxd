# What bytes and bytearray share.
cdef object content_of(tuple args, dict kwargs, str name)     # bytes or bytearray(args): the content as exact bytes
cdef dict byte_functions(object host)                         # methods of both, behind their checks
