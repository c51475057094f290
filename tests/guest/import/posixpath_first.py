# The module that os is made with is imported before os is.
import posixpath

print(posixpath.join("a", "b"), posixpath is __import__("os").path)
