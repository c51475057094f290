"""PEP 562."""
asked = []
def __getattr__(name):
    asked.append(name)
    if name.startswith("made_"):
        return name.upper()
    raise AttributeError(f"imp_lazy has no {name}")
def __dir__():
    return ["zz", "aa"]
