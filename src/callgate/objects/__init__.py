"""The guest's builtin types, one per file. Compiled."""
