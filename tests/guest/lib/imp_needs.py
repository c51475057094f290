missing_inside = __import__("no_such_thing")
