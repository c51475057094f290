"""The native modules of the guest, one per file. Compiled."""
