"""Instruction set and code objects: what the compiler writes and the machine reads."""
