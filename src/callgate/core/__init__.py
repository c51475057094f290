"""What an object, a type and a call are; the machine's state that all of it shares."""

# These modules need each other. Beginning with this one fixes the order in which they come to life.
from . import object as object
