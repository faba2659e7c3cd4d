"""Reading: articles a second on one core, and how the time grows with the length of a text, harmless or hostile.

`python tests/benchmarks/bench_reading.py` puts articles of about 3,000 characters together from the dispatches of
examples/northwest_syria, which hold twice as many claims as news does; `bench_reading.py ARTICLES` reads a folder or
file of articles instead. The time is the processor's, so other work on the machine counts little.
"""

from __future__ import annotations

import sys
import time
from itertools import cycle
from pathlib import Path

import attrs

from claimrec import Article, Lexicon, load_lexicon, read_articles, read_claims

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "northwest_syria"
ARTICLES = 200
ARTICLE_LENGTH = 3_000
ROUNDS = 9
LENGTHS = (250_000, 500_000, 1_000_000)


def news(dispatches: list[Article], start: int, length: int) -> str:
    """Whole dispatches one after the other, from the one at `start`, until `length` characters are reached."""
    parts: list[str] = []
    for dispatch in cycle(dispatches[start:] + dispatches[:start]):
        if sum(map(len, parts)) >= length:
            return "\n\n".join(parts)
        parts.append(dispatch.text)
    raise AssertionError


def seconds(articles: list[Article], lexicon: Lexicon) -> tuple[float, int]:
    """Processor time for reading the articles, and how many claims they hold."""
    started = time.process_time()
    claims = sum(len(read_claims(article, lexicon=lexicon)) for article in articles)
    return time.process_time() - started, claims


def long_texts(report: str, length: int) -> dict[str, str]:
    """Texts of `length` characters by kind; each begins with news, so that it is taken for English."""
    runs = {
        "digits": "7",
        "digits, commas": "7,",
        "commas": ",",
        "capitals": "A",
        "capital words": "of Abu Omar ",
        "quotes": '"',
        "brackets": "(",
        "brackets, pairs": "()",
    }
    whole = (report * (length // len(report) + 1))[:length]
    head = report[: length // 4]
    filled = {kind: (head + run * length)[:length] for kind, run in runs.items()}
    return {"news": whole, "news, upper case": whole.upper(), "news, no full stop": whole.replace(".", ""), **filled}


def report_speed(articles: list[Article], lexicon: Lexicon) -> None:
    """Print how many articles a second are read, in the middle and the best of several rounds."""
    seconds(articles, lexicon)  # what the lexicon makes at its first use is no reading
    rounds = sorted(seconds(articles, lexicon) for _ in range(ROUNDS))
    characters = sum(len(article.text) for article in articles) // len(articles)
    claims = rounds[0][1] / len(articles)
    speeds = [len(articles) / taken for taken, _ in (rounds[ROUNDS // 2], rounds[0])]
    print(f"{len(articles)} articles, {characters:,} characters and {claims:.1f} claims each: ", end="")
    print(f"{speeds[0]:.0f} a second (best round {speeds[1]:.0f})", flush=True)


def main() -> None:
    lexicon = load_lexicon()
    if sys.argv[1:]:
        report_speed(list(read_articles(sys.argv[1])), lexicon)
        return
    dispatches = list(read_articles(EXAMPLE))
    dispatches.sort(key=lambda dispatch: dispatch.id)
    articles = [
        attrs.evolve(dispatch, id=f"{number}", text=news(dispatches, number % len(dispatches), ARTICLE_LENGTH))
        for number, dispatch in zip(range(ARTICLES), cycle(dispatches), strict=False)
    ]
    report_speed(articles, lexicon)

    report = news(dispatches, 0, 20_000) + "\n\n"
    by_length = [long_texts(report, length) for length in LENGTHS]
    print(f"{'seconds for':20}" + "".join(f"{length // 1000:>7} kB" for length in LENGTHS) + "   growth (linear: 4)")
    for kind in by_length[0]:
        times = [seconds([Article(kind, texts[kind], publisher="Wire")], lexicon)[0] for texts in by_length]
        columns = "".join(f"{taken:10.2f}" for taken in times)
        print(f"{kind:20}{columns}   x{times[-1] / times[0]:.1f}", flush=True)


if __name__ == "__main__":
    main()
