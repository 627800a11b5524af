from __future__ import annotations

from rapidfuzz import fuzz

from variorum.engine.alignment import Alignment, Link
from variorum.engine.document import Document


def align(left: Document, right: Document) -> Alignment:
    a = [left.sentence_text(i) for i in range(len(left.sentences))]
    b = [right.sentence_text(i) for i in range(len(right.sentences))]
    n, m = len(a), len(b)
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            r = fuzz.ratio(a[i], b[j]) / 100
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + r - 0.5)
    i = j = 0
    links = []
    while i < n and j < m:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            links.append(Link((i,), (j,)))
            i, j = i + 1, j + 1
    return Alignment(tuple(links))
