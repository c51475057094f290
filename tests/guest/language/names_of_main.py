# The names that a program finds, in their order.
print(list(globals()))
x: int = 5
print(list(globals()))
