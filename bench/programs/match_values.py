"""match: literals, guards, alternatives"""
CATEGORY, N, UNITS = "program", 3_000, 4


def kind(value):
    match value:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "few"
        case "a" | "b":
            return "letter"
        case int() if value < 0:
            return "negative"
        case int(n) | float(n):
            return f"number {n}"
        case None:
            return "none"
        case _:
            return "other"


def run(n):
    values = (0, 2, "b", -5, 70, 2.5, None, "z")
    expected = ["zero", "few", "letter", "negative", "number 70", "number 2.5", "none", "other"]
    for _ in range(n // 2):
        found = [kind(value) for value in values]
    assert found == expected
