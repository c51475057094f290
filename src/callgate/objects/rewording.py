# plain
"""What our own host functions say of a wrong number of arguments, in CPython's words and with the guest's names.

Cython words these complaints in its own way, and counts self.
"""

COUNT = r"(?:[\w.]+\.)?(\w+)\(\) takes (?:(exactly|at least|at most) )?(\w+) (?:positional )?arguments? \((\d+) given\)"
KEYWORD = r"(?:[\w.]+\.)?(\w+)\(\) (?:got an unexpected keyword argument '.*'|takes no keyword arguments)"
WORDS = {"no": 0, "one": 1}


def reworded(text: str, host_name: str, qualname: str, is_method: bool, is_slot: bool) -> str | None:
    """The text for the guest; None when it is about something else."""
    import re

    found = re.fullmatch(COUNT, text)
    if found is None or found[1] != host_name:
        found = re.fullmatch(KEYWORD, text)
        if found is None or found[1] != host_name:
            return None
        return f"{qualname.rpartition('.')[2] if is_slot else qualname}() takes no keyword arguments"
    wanted = WORDS[found[3]] if found[3] in WORDS else int(found[3])
    given = int(found[4])
    if is_method:
        wanted -= 1
        given -= 1
    many = "" if wanted == 1 else "s"
    if is_slot:
        return f"expected {wanted} argument{many}, got {given}"
    if found[2] in (None, "exactly"):
        if wanted < 2:
            return f"{qualname}() takes {'exactly one argument' if wanted else 'no arguments'} ({given} given)"
        return f"{qualname.rpartition('.')[2]} expected {wanted} arguments, got {given}"
    return f"{qualname.rpartition('.')[2]} expected {found[2]} {wanted} argument{many}, got {given}"
