"""What judging gives: verdicts that are worked out when somebody looks at them."""

import pickle

from claimrec.judging.judgement import Judgement, OnDemand, Verdict
from claimrec.matching.incidents import Incident
from claimrec.records.claim import TollReference

FOUND = tuple(
    Verdict(TollReference("a", 0), TollReference("b", place), "agree", "same count", "both say 3") for place in range(3)
)
INCIDENT = Incident("i", "incident", ())


def test_verdicts_are_worked_out_once_and_at_the_first_look():
    looks = []
    verdicts = OnDemand(lambda found: looks.append("worked out") or found, FOUND)
    assert looks == []
    assert list(verdicts) == list(verdicts) == list(FOUND)
    assert looks == ["worked out"]


def test_verdicts_are_in_every_other_way_the_tuple_of_them():
    verdicts = OnDemand(iter, FOUND)
    assert verdicts == FOUND == OnDemand(tuple, FOUND)
    assert verdicts != FOUND[:2]
    assert (len(verdicts), verdicts[1], verdicts[1:]) == (3, FOUND[1], FOUND[1:])
    assert hash(verdicts) == hash(FOUND)
    assert repr(verdicts) == repr(FOUND)


def test_judgements_with_equal_verdicts_are_equal_and_can_be_stored():
    judgement = Judgement(INCIDENT, verdicts=OnDemand(tuple, FOUND))
    assert judgement == Judgement(INCIDENT, verdicts=FOUND)
    assert pickle.loads(pickle.dumps(judgement)) == judgement


def test_what_nobody_said_is_none_and_not_an_empty_word():
    nothing = Judgement(INCIDENT)
    assert (nothing.when, nothing.where, nothing.event) == (None, None, None)
