"""Judging: processor time for many incidents of three claims, and for one incident of two hundred.

`python tests/benchmarks/bench_judging.py` judges 100,000 incidents, `bench_judging.py 10000` so many. The claims are
made up before the clock starts, and named, as matching does: a few voices tell of one day, place and toll.

- plain: each counts the killed, the same people in the same words; every fifth gives another number.
- mixed: some count other people, a part or a whole, hedge, count the wounded, accuse or deny, name another day or
  place, or are told at second hand; more than half of the incidents hold a conflict.

All conflicts are found on the clock, each with its sentence and what it depends on, and none is left for later; the
ranges, which are worked out when somebody looks at them, on a second one.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import attrs

from claimrec import Claim, Count, Incident, Lexicon, Place, Quote, Toll, Window, load_lexicon
from claimrec.judging.judge import judge
from claimrec.records.claim import Effect, Hedge, Perpetrator, When, Where

INCIDENTS = 100_000
CLAIMS = 3
MOST_CLAIMS = 200
FIRST_DAY, DAYS = date(2013, 1, 1), 3_650
VOICES = ("SOHR", "SANA", "Daily A", "Agency B", "Aamaq", "White Helmets", "a military source", "residents")
ACTORS = ("Syrian government forces", "Islamic State (ISIS)", "Hayat Tahrir al-Sham (HTS)", "Russian armed forces")
KINDS = ("shelling", "air strike", "armed clash", "bombing")
PEOPLE: tuple[tuple[str | None, str], ...] = (
    (None, "people"),
    ("civilians", "civilians"),
    ("children", "children"),
    ("Syrian government forces", "government soldiers"),
    ("military personnel", "soldiers"),
    ("Islamic State (ISIS)", "militants"),
    ("fighters", "fighters"),
)
HEDGES: Mapping[Hedge, tuple[str, Callable[[int], Count]]] = {
    "exact": ("", Count.exactly),
    "at_least": ("at least ", Count.at_least),
    "more_than": ("more than ", lambda n: Count.at_least(n + 1)),
    "about": ("about ", lambda n: Count(n - n // 10, n + n // 10)),
    "nearly": ("nearly ", lambda n: Count(n * 4 // 5, n)),
}


@attrs.frozen
class Scene:
    """What happened: what most voices tell."""

    day: date
    place: Place
    killed: int
    whom: tuple[str | None, str]
    by: str
    kind: str


def scene(choose: random.Random) -> Scene:
    point = choose.uniform(33, 37), choose.uniform(36, 42)
    return Scene(
        FIRST_DAY + timedelta(choose.randrange(DAYS)),
        Place(f"Town {choose.randrange(2_000)}", "Idlib", *point, 2),
        choose.randrange(1, 40),
        choose.choice(PEOPLE),
        choose.choice(ACTORS),
        choose.choice(KINDS),
    )


def toll(choose: random.Random, effect: Effect, number: int, whom: tuple[str | None, str], at: tuple[str, int]) -> Toll:
    hedge: Hedge = choose.choice(tuple(HEDGES)) if choose.random() < 0.3 else "exact"
    victims, words = whom
    said, bounds = HEDGES[hedge]
    text = f"{said}{number} {words} {effect}"
    quote = Quote(at[0], at[1], at[1] + len(text), text)
    return Toll(effect, bounds(number), quote, victims=victims, victims_words=words, hedge=hedge)


def tolls(choose: random.Random, seen: Scene, article: str) -> tuple[Toll, ...]:
    """The killed, often as the others have them; sometimes the wounded, or how many of the killed were children."""
    killed = seen.killed if choose.random() < 0.9 else choose.randrange(1, 40)
    whom = seen.whom if choose.random() < 0.7 else choose.choice(PEOPLE)
    told = [toll(choose, "killed", killed, whom, (article, 0))]
    if choose.random() < 0.3:
        told.append(toll(choose, "wounded", 2 * seen.killed, (None, "people"), (article, 100)))
    if choose.random() < 0.1:
        some = toll(choose, "killed", max(1, killed // 3), ("children", "children"), (article, 50))
        told.append(attrs.evolve(some, part_of=0))
    return tuple(told)


def claim(choose: random.Random, seen: Scene, article: str) -> Claim:
    text = "Shells fell on the town on Sunday, and people were killed, the voices said."
    voices = tuple(choose.sample(VOICES, choose.choice((1, 1, 2))))
    day = seen.day + timedelta(days=choose.random() < 0.05)
    place = seen.place if choose.random() < 0.95 else attrs.evolve(seen.place, name="Elsewhere", lat=32.0)
    by = seen.by if choose.random() < 0.9 else choose.choice(ACTORS)
    return Claim(
        article,
        Quote(article, 0, len(text), text),
        voices,
        published=seen.day + timedelta(days=choose.randrange(1, 3)),
        when=When(Window.on(day), "on Sunday") if choose.random() < 0.9 else None,
        where=Where(place, place.name) if choose.random() < 0.9 else None,
        event=seen.kind if choose.random() < 0.95 else choose.choice(KINDS),
        perpetrator=Perpetrator(by, None, choose.choice(("reported", "accused", "accused", "claimed", "denied")))
        if choose.random() < 0.4
        else None,
        tolls=tolls(choose, seen, article),
    )


def plain_claim(choose: random.Random, seen: Scene, article: str) -> Claim:
    killed = seen.killed if choose.random() < 0.8 else seen.killed + choose.randrange(1, 6)
    victims, words = seen.whom
    text = f"{killed} {words} killed"
    quote = Quote(article, 0, len(text), text)
    return Claim(
        article,
        quote,
        (choose.choice(VOICES),),
        published=seen.day,
        when=When(Window.on(seen.day), "on Sunday"),
        where=Where(seen.place, seen.place.name),
        event=seen.kind,
        perpetrator=Perpetrator(seen.by, None, "accused") if choose.random() < 0.5 else None,
        tolls=(Toll("killed", Count.exactly(killed), quote, victims=victims, victims_words=words),),
    )


def incident(
    choose: random.Random, name: str, size: int, told: Callable[[random.Random, Scene, str], Claim] = claim
) -> Incident:
    """One scene, told in so many articles; the claims in the order of their ids."""
    seen = scene(choose)
    claims = [told(choose, seen, f"{name}-{number}") for number in range(size)]
    return Incident(name, "incident", tuple(sorted(claims, key=lambda claim: claim.id)))


def report(kind: str, incidents: Sequence[Incident], lexicon: Lexicon) -> None:
    """Print how long judging takes, and how much is found."""
    started = time.process_time()
    judgements = judge(incidents, lexicon=lexicon)
    judged = time.process_time()
    ranges = sum(len(judgement.ranges) for judgement in judgements)
    looked = time.process_time()
    conflicts = sum(len(judgement.conflicts) for judgement in judgements)
    print(
        f"{len(incidents):,} incidents of {len(incidents[0].claims)} claims, {kind}: {judged - started:.2f} s for "
        f"{conflicts:,} conflicts; {looked - judged:.2f} s more for {ranges:,} ranges",
        flush=True,
    )


def main() -> None:
    many = int(sys.argv[1]) if sys.argv[1:] else INCIDENTS
    choose = random.Random(1)
    lexicon = load_lexicon()
    judge([incident(choose, "first", CLAIMS)], lexicon=lexicon)  # what the lexicon makes at its first use is no judging
    plain = [incident(choose, f"{number}", CLAIMS, plain_claim) for number in range(many)]
    report("plain", plain, lexicon)
    del plain
    report("mixed", [incident(choose, f"{number}", CLAIMS) for number in range(many)], lexicon)
    report("mixed", [incident(choose, "large", MOST_CLAIMS)], lexicon)


if __name__ == "__main__":
    main()
