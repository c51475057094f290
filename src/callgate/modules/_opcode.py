"""What dis and opcode take from `_opcode`: the host's tables of its own instructions, which are not callgate's."""

from cython.cimports.callgate.modules.define import NativeModule, host_functions

MODULE = NativeModule("_opcode", host_functions(
    "_opcode", "stack_effect is_valid has_arg has_const has_exc has_free has_jump has_local has_name get_executor get_nb_ops "
    "get_intrinsic1_descs get_intrinsic2_descs get_specialization_stats"))
