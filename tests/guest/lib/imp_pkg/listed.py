print("listed runs")
from . import value as copied
