# What others need of lists.
cdef int extend(object target, object iterable) except -1                    # list.extend, metered
cdef int sort_items(list items, object key, object reverse) except -1         # items of our own, in place; key: callable or None
