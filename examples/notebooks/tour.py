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
# # A tour
#
# From a folder of articles to incidents, conflicts and what remains. The sixteen dispatches are
# [invented](../northwest_syria/README.md): six outlets speak of raids, shelling and a bombing in northwest Syria.

# %%
import claimrec as cr

articles = cr.read_articles("../northwest_syria")
len(articles), articles.unread

# %% [markdown]
# ## What is claimed
#
# A claim is what one origin says, in one article, about one incident. It keeps its exact words, and the chain of
# voices from the outlet to whoever asserts it.

# %%
claims = cr.extract_claims(articles)
claims

# %%
next(claim for claim in claims if len(claim.voices) == 3)

# %% [markdown]
# ## Which claims speak of one incident
#
# `reconcile` joins them, and judges what was joined. Every line opens to its voices, its figures as bars on one
# scale, and the words behind them.

# %%
result = cr.reconcile(claims)
result

# %% [markdown]
# Why are claims one incident? Each pair that ties them together carries its evidence in bits: +1 makes one incident
# twice as likely.

# %%
kabanah = next(one for one in result.incidents if one.where and one.where.name == "Kabanah")
kabanah.explain()

# %% [markdown]
# What lies close to the threshold is listed for review:

# %%
result.review

# %% [markdown]
# ## What cannot all be true
#
# Contradictions come first. Each names the claims, quotes them, and says what it hangs on: a convention for loose
# words, or the threshold of matching.

# %%
result.conflicts

# %% [markdown]
# ## What remains
#
# For each group of victims: the tightest range that all figures still standing allow, beside the widest that was
# claimed.

# %%
result.ranges

# %% [markdown]
# ## As a frame
#
# Whatever is listed is a frame with one call, of pandas or, with `to_frame("polars")`, of polars. The columns are
# listed in [Export](../../docs/export.md). How many figures does each outlet give, and on how many origins do they
# rest?

# %%
result.tolls.to_frame().groupby("publisher").agg(figures=("toll", "size"), origins=("origin", "nunique"))

# %% [markdown]
# ## As a page
#
# One file for a browser, with every incident and every quotation; it runs no script and needs no network.

# %%
from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder:
    page = Path(folder, "report.html")
    cr.write_page(result, page, articles=articles)
    print(f"{page.stat().st_size / 1000:.0f} kB")
