# What others need of dicts.
cdef int merge(object target, object source, str name) except -1    # dict.update(source); name: of the function, for messages
cdef int merge_mapping(object target, object source) except -1      # the same, of what is not asked whether it has keys
cdef int update_table(object target, object source) except -1       # dict.update() with a table, safe during a look-up
cdef int empty(object target) except -1                             # dict.clear(), safe during a look-up
cdef int fill_keys(object target, object it, object value) except -1    # target[key] = value, for what an iterator gives
cdef list listed_keys(object source, object keys)                    # of what its keys() gave; all of them, before the first is looked up
cdef bint is_table(object source) noexcept                           # copied as it is: nobody redefined how it is iterated
cdef int put(object target, object key, object value) except -1     # target[key] = value as the builtin does it
