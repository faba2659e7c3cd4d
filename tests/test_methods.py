"""The note on methods: what was used and counted, from the result alone."""

from factory import DAY, claim, lexicon

from claimrec import Decision, reconcile
from claimrec.exchange.claims import Claims
from claimrec.records.flag import Flag
from claimrec.records.unread import Unread
from claimrec.values.place import Place

OAKS = Place("Oaks", "North", 35.1, 36.2, 2.0)


def note(*told, decisions=(), unread=(), flags=()):
    claims = Claims(tuple(told), tuple(unread), tuple(flags))
    return reconcile(claims, lexicon=lexicon(), decisions=decisions, unread=claims.unread).methods()


def accounts():
    return [claim(f"{n} killed", source=f"Agency {n}", day=DAY, place=OAKS, name=f"c{n}") for n in (12, 15)]


def test_what_was_read_joined_and_found_is_counted():
    far = Place("Far Hill", "South", 30.1, 30.2, 2.0)
    text = note(*accounts(), claim("2 wounded", place=far))
    assert "Read: 3 claims with 3 figures in 3 reports of 3 publishers, published from 10 May 2023 to " in text
    assert "2 claims were joined into 1 incident, and left 1 alone; 0 pairs are left to review." in text
    assert "Found: 1 contradiction, 0 tensions, 0 notes (count 1)." in text
    assert "Left out: nothing. Read, but looking wrong: nothing." in text


def test_every_rule_stands_there_with_its_weights_and_thresholds():
    told = accounts()
    result = reconcile(told, lexicon=lexicon())
    text = result.methods()
    for comparison in result.matching.scale.rules.comparisons:
        assert f"\n- {comparison.name}: " in text
        assert all(f"{level.name} {level.bits:+g}" in text for level in comparison.levels)
    checks = result.method.rules[len(result.matching.scale.rules.comparisons) :]
    assert f"(by {', '.join(checks)})" in text
    assert f"claimrec {result.method.version}" in text
    assert f"a prior of {result.matching.scale.rules.prior:+g}" in text


def test_reasons_of_one_kind_are_counted_together():
    unread = [Unread(f"repeats line {n}", file="a.csv", line=n) for n in (3, 4)] + [Unread("not JSON", file="b.jsonl")]
    flags = [Flag(f"'{n}, 000' read as {n}", "a.csv", n, "low") for n in (5, 6)]
    text = note(*accounts(), unread=unread, flags=flags)
    assert "Left out: 3, namely repeats line … (2); not JSON (1)." in text
    assert "Read, but looking wrong: 2, namely … read as … (2)." in text


def test_of_many_kinds_of_reasons_the_rest_is_a_number():
    unread = [Unread(f"reason {chr(97 + n)}", file="a.csv") for n in range(12)]
    assert "Left out: 12, namely reason a (1);" in (text := note(*accounts(), unread=unread))
    assert "reason j (1); for other reasons (2)." in text


def test_decisions_by_hand_are_counted():
    text = note(*accounts(), decisions=[Decision("c12", "c15", same=False)])
    assert "1 pair of claims was decided by hand." in text
    assert "0 claims were joined into 0 incidents, and left 2 alone" in text


def test_nothing_gives_a_note_too():
    text = note()
    assert "Read: 0 claims with 0 figures in 0 reports of 0 publishers; they rest on 0 origins." in text
    assert "Found: 0 contradictions, 0 tensions, 0 notes. Of these" in text
