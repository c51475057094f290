print("a begins")
import imp_circle_b
early = "early"
from imp_circle_b import use_a
late = use_a()
print("a ends")
