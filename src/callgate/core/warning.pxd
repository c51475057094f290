# Warnings that natives give, through the guest's own `warnings`.

# As PyErr_WarnEx: raises what the guest's filters make of it. `category`: name of a builtin warning class
cdef int warn(str category, str message) except -1
