"""A module whose call makes an object."""


class Hello:
    def __init__(self, whom="world", *, mark="!"):
        self.text = f"hello {whom}{mark}"

    def __repr__(self):
        return f"<{self.text}>"


__call__ = Hello
