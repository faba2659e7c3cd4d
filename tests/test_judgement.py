"""What judging gives: verdicts that are worked out when somebody looks at them."""

import pickle

import attrs
from factory import claim, incident, lexicon

from claimrec.judging.judge import judge
from claimrec.judging.judgement import Found, Judgement, Verdict
from claimrec.judging.on_demand import OnDemand
from claimrec.matching.incidents import Incident
from claimrec.records.claim import TollReference

FOUND = tuple(
    Verdict(TollReference("a", 0), TollReference("b", place), "agree", "same count", "both say 3") for place in range(3)
)


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


def told():
    return judge([incident(claim("3 killed"), claim("4 wounded", source="Agency B"))], lexicon=lexicon())[0]


def test_judgements_of_the_same_are_equal_and_can_be_stored():
    judgement = told()
    assert judgement == told() == pickle.loads(pickle.dumps(judgement))
    assert hash(judgement) == hash(told())
    assert judgement != attrs.evolve(judgement, found=Found(voices=judgement.voices))
    assert repr(judgement) == repr(pickle.loads(pickle.dumps(judgement)))


def test_an_incident_is_laid_open_once():
    judgement = told()
    assert judgement.verdicts is judgement.verdicts
    assert judgement.voices is judgement.voices


def test_what_nobody_said_is_none_and_not_an_empty_word():
    nothing = Judgement(Incident("i", "incident", ()))
    assert (nothing.when, nothing.where, nothing.event) == (None, None, None)
