# str.format, str.format_map and the % of str and bytes.
cdef object format_fields(str template, object args, object kwargs)   # args: tuple, or None for format_map
cdef object percent(object template, object args)                     # template: str, bytes, bytearray or a mirror
