print("deep runs")
from .. import value
from ..listed import copied
