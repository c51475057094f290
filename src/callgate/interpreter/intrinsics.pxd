# CALL_INTRINSIC_1 and _2, which modules/typevars.py does.
ctypedef object (*intrinsic1)(int n, object value)
ctypedef object (*intrinsic2)(int n, object first, object second)
cdef int set_intrinsics(intrinsic1 one, intrinsic2 two) noexcept
cdef object call_intrinsic_1(int n, object value)
cdef object call_intrinsic_2(int n, object first, object second)
