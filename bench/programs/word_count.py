"""words of a text, counted"""
CATEGORY, N = "extra", 100

TEXT = "the quick brown fox jumps over the lazy dog and the dog sleeps " * 4


def run(n):
    best = None
    for _ in range(n):
        counts = {}
        for word in TEXT.split():
            word = word.strip(".,").lower()
            counts[word] = counts.get(word, 0) + 1
        best = max(counts.items(), key=lambda item: item[1])
    assert best == ("the", 12)
