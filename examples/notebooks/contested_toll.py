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
# # A contested toll, step by step
#
# Five outlets report one raid. One counts 19 dead soldiers, one "nearly 20", one 3. How many witnesses are there,
# what contradicts what, and what remains? The dispatches are [invented](../northwest_syria/README.md).

# %%
import claimrec as cr

articles = cr.read_articles("../northwest_syria")
claims = cr.extract_claims(articles)
result = cr.reconcile(claims)
raid = next(one for one in result.incidents if one.where and one.where.name == "Kabanah")
sorted({claim.publisher for claim in raid.incident.claims})

# %% [markdown]
# ## Who says it
#
# Five outlets, but fewer witnesses: a voice is whoever asserts a figure, and outlets that repeat one are heard once.

# %%
for voice in raid.voices:
    print(voice.origin)
    for chain in voice.chains:
        print("   ", " <- ".join(chain))

# %% [markdown]
# ## How many, as loosely as it was said
#
# Every figure is an interval of whole people. "At least 19" is open above, "nearly 20" is 16 to 20 by a convention
# that can be replaced.

# %%
ids = {claim.id for claim in raid.incident.claims}
tolls = result.tolls.to_frame()
tolls = tolls[tolls.claim.isin(ids) & (tolls.victims == "Syrian government forces") & (tolls.effect == "killed")]
tolls[["publisher", "origin", "quote", "low", "high"]]

# %% [markdown]
# ## What cannot all be true
#
# The newspaper's "nearly 20" and the monitor's 19 agree: the number drifted on its way, and both go back to one
# origin. The state agency's 3 agrees with neither, nor with the armed group's "more than 20".

# %%
raid.conflicts[0]

# %% [markdown]
# All figures as a chart, an open end as an arrow (it needs `claimrec[notebook]`):

# %%
from claimrec.showing.charts import forest_plot

forest_plot(raid)

# %% [markdown]
# The whole incident, with all figures on one scale and the words behind them:

# %%
raid

# %% [markdown]
# ## Does it hang on a convention?
#
# Some contradictions are there only because loose words are worth something definite. The `strict` conventions
# exclude only what words exclude in every reading. A contradiction that stays under them hangs on no such choice.

# %%
strict = cr.load_lexicon("common", "syria", "strict")
strictly = cr.reconcile(cr.extract_claims(articles, lexicon=strict), lexicon=strict)
for name, run in (("own conventions", result), ("strict", strictly)):
    found = next(one for one in run.incidents if one.where and one.where.name == "Kabanah")
    print(f"{name}: {sum(conflict.severity == 'contradiction' for conflict in found.conflicts)} contradictions")

# %% [markdown]
# And does it hang on the joins? `depends_on` names the conflicts whose claims would not all be one incident if the
# threshold were two bits higher.

# %%
result.conflicts.to_frame().groupby(["severity", "kind", "depends_on"], dropna=False).size()

# %% [markdown]
# ## What remains
#
# No number of dead soldiers fits every account, so nothing remains: claimrec does not choose one. The deaths of
# fighters are contradicted too, but by "no casualties", not by another number.

# %%
for remains in raid.ranges:
    print(f"{remains.victims}, {remains.effect}: {remains.remaining}; claimed: {remains.claimed}")

# %% [markdown]
# Databases do choose, each by its own policy. Name one, and `best_estimate` follows it and says what it did:

# %%
for policy in ("acled_conservative", "ged", "gtd", "majority"):
    print(cr.best_estimate(raid, policy, victims="Syrian government forces").because)

# %% [markdown]
# ## What you know
#
# If you know that two claims speak of two raids, or of one, say so: a decision stands above all evidence, and every
# later run obeys it.

# %%
a, b = (
    next(claim.id for claim in raid.incident.claims if claim.publisher == name)
    for name in ("Coast News Agency", "Tilal Agency")
)
decision = cr.Decision(a, b, same=False, because="two hills, says the video", author="an editor")
decided = cr.reconcile(claims, decisions=[decision])
decided.explain(a, b)
