from . import good
from . import raising
