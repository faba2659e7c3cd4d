"""How well claims were joined and read: against known incidents, corrected claims, or a sample that somebody judged."""

from claimrec.evaluation.confusion import Confusion, attribution_confusion, confusion, count_confusion
from claimrec.evaluation.joins import (
    Score,
    Share,
    b_cubed,
    incidents_of,
    judged_pairs,
    pairwise,
    whole_incidents,
)
from claimrec.evaluation.sampling import Estimate, JoinQuality, Sample, Stratum, join_quality, sample_for_review

__all__ = [
    "Confusion",
    "Estimate",
    "JoinQuality",
    "Sample",
    "Score",
    "Share",
    "Stratum",
    "attribution_confusion",
    "b_cubed",
    "confusion",
    "count_confusion",
    "incidents_of",
    "join_quality",
    "judged_pairs",
    "pairwise",
    "sample_for_review",
    "whole_incidents",
]
