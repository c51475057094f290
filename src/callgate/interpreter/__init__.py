"""Frames and the loop. Compiled."""
