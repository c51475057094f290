__call__ = None
