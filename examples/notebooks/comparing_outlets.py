# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Comparing outlets on real rows
#
# 1,063 reports of electoral violence in Kenya, 1992 to 2022, by newspapers, wires, commissions and monitors. Coders
# read them and said which reports are of one event. Here claimrec joins them without looking at what the coders said,
# the joins are scored against the coders, and then the outlets are compared.
#
# The rows are half of the event reports of MAVERICK (van Baalen and Höglund 2026,
# [doi:10.1093/jopres/xjaf012](https://doi.org/10.1093/jopres/xjaf012), CC BY 4.0), without headlines; what was
# changed stands [beside them](../maverick_kenya/README.md). The weights of the shipped rules were learned from the
# other half.

# %%
from pathlib import Path

import claimrec as cr
from claimrec.exchange import from_event_reports

folder = Path("../maverick_kenya")
words = cr.load_lexicon("common", folder / "pack")
claims = from_event_reports(folder / "reports.csv", lexicon=words)
claims

# %% [markdown]
# The pack gives every outlet one name: "Reuters News" is Reuters, and a report of The Nation is one also where
# AllAfrica passed it on. What looks wrong in a row is flagged, with its line:

# %%
for flag in claims.flags:
    print(flag)

# %% [markdown]
# ## Which reports are of one event?

# %%
result = cr.reconcile(claims, lexicon=words)
result

# %% [markdown]
# ## Against the coders
#
# Of the pairs that were joined, how many do the coders join (precision)? Of those that they join, how many were found
# (recall)? Pairs weigh large events heavily; B-cubed asks the same report by report.

# %%
import pandas as pd

from claimrec.evaluation import b_cubed, incidents_of, pairwise

coded = pd.read_csv(folder / "reports.csv", usecols=["id", "event_id"]).set_index("id")["event_id"]
gold = {claim.id: coded[claim.article] for claim in result.claims}
found = incidents_of(result)
pairs = pairwise(found, gold)
scores = {"pairs": (pairs.precision, pairs.recall, pairs.f), "B-cubed": b_cubed(found, gold)}
pd.DataFrame(scores, index=["precision", "recall", "F"]).T.round(3)

# %% [markdown]
# About one join in five is not the coders'. So differences between the outlets of one incident are in part
# differences between two events; where it matters, look at the incident. Some pairs are listed for review:

# %%
result.review[:10]

# %% [markdown]
# ## Who covers what
#
# Of every outlet: how many incidents it reports, the share that nobody else reports, and the share of the others'
# incidents, in its own time, on which it is silent. Every share has an interval of 95 percent, and the number of
# incidents behind it.

# %%
comparison = cr.compare_outlets(result)
coverage = comparison.coverage.to_frame()
coverage = coverage[coverage.event.isna()].sort_values("reported", ascending=False)
coverage[["outlet", "reported", "alone", "alone_low", "alone_high", "delay"]].head(10).round(2)

# %% [markdown]
# The commissions wrote weeks or months later, and nine tenths of what they list stands nowhere else. The wires report
# on the day.
#
# ## Who counts higher
#
# Beside the average report of the same losses. Counts are taken as the intervals that they are. Hollow marks have few
# incidents behind them; a line that crosses 1 says that the data do not tell.

# %%
from claimrec.showing.charts import forest_plot, ratio_plot

ratio_plot(comparison)

# %% [markdown]
# ## Who agrees with whom
#
# The share of the incidents in which both give a count, and both counts can be right:

# %%
agreement = comparison.agreement.to_frame()
agreement = agreement[agreement.aspect == "count"].sort_values("agree_incidents", ascending=False)
agreement.drop(columns="aspect").head(8).round(2)

# %% [markdown]
# ## What is contested
#
# Of the incidents that several outlets tell of, the share in which not everything said can be true, by month:

# %%
contested = comparison.contested.to_frame()
contested = contested[contested.place.isna() & contested.month.notna()]
contested.sort_values("share_incidents", ascending=False).head(6).drop(columns="place").round(2)

# %% [markdown]
# The incident with the most voices, each figure in its place:

# %%
most = max(result.incidents, key=lambda judgement: len(judgement.voices))
forest_plot(most)

# %% [markdown]
# How each figure is made, and its limits: [Comparing outlets](../../docs/outlets.md).
