print("other runs as", __name__, __package__)
from .deep import below
from .deep.below import NAME
from . import deep
from .listed import copied
import imp_pkg.listed as again
