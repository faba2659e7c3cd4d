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
# # Writing and testing a matching rule
#
# One village is bombed from the air, and on the same day soldiers are ambushed in it. Day, place and victims are the
# same, so the two are easily taken for one incident. Air strikes are rarely mistaken for ambushes: this notebook adds
# a rule that says so, tests it, and looks at what changes.
#
# The texts are invented. Testing needs `pip install "claimrec[test]"`.

# %%
from datetime import date

import claimrec as cr

texts = {
    "Harbour Wire": "Four soldiers were killed in an air strike on Saraqib on Wednesday, officials said.",
    "Hill Radio": "Warplanes bombed Saraqib on Wednesday, killing four soldiers, a doctor said.",
    "Coast News": "Five soldiers were killed in an ambush in Saraqib on Wednesday, a witness said.",
}
claims = cr.extract_claims(
    cr.Article(publisher, text, publisher=publisher, published=date(2022, 11, 10)) for publisher, text in texts.items()
)
claims

# %% [markdown]
# With the shipped rules all three are one incident, and four against five is a contradiction that nobody made:

# %%
result = cr.reconcile(claims)
result

# %% [markdown]
# The evidence shows why: the kind of event speaks against it, but not loudly enough.

# %%
named = {claim.publisher: claim.id for claim in claims}
result.explain(named["Harbour Wire"], named["Coast News"])

# %% [markdown]
# ## A comparison is two small functions
#
# The first says what to look at in a claim, or `None` where the claim says nothing of it. The second says how alike
# two such keys are; its docstring is what reports show.

# %%
from claimrec.matching.comparison import Comparison, Likeness

FROM_THE_AIR = {"air strike", "drone strike", "missile strike"}
ON_THE_GROUND = {"ambush", "armed clash", "ground attack", "infiltration"}


def way(claim):
    if claim.event in FROM_THE_AIR:
        return "from the air"
    return "on the ground" if claim.event in ON_THE_GROUND else None


def same_way(a, b):
    """Do both tell of an attack from the air, or both of one on the ground?"""
    return Likeness("another way" if a == "from the air" and b == "on the ground" else "same way", f"{a}, {b}")


way_of_attack = Comparison("way of attack", {"same way": 1.0, "another way": -6.0}, way, same_way)
{claim.publisher: way(claim) for claim in claims}

# %% [markdown]
# The levels stand from the most alike to the least, each with its weight in bits. A weight is the share of pairs of
# one incident that fall into the level, divided by the share of pairs of two incidents that do, as a power of two: -6
# says that it is 64 times rarer within one incident. These are set by hand; `cr.learn` finds weights that fit your
# claims.
#
# ## Testing it
#
# Every comparison keeps a few laws: which claim comes first makes no difference, silence weighs nothing, no claim is
# more like another than like itself, and so on. `check_laws` tries the rule on made-up claims, and shows the smallest
# that break it. This one is wrong, and it is found:

# %%
from claimrec.testing import LawError, check_laws

try:
    check_laws(way_of_attack)
except LawError as error:
    print("\n".join(line[:160] for line in str(error).splitlines()[:2]))

# %% [markdown]
# The mistake: "on the ground" before "from the air" counts as the same way. Mended:


# %%
def same_way(a, b):
    """Do both tell of an attack from the air, or both of one on the ground?"""
    return Likeness("same way" if a == b else "another way", " and ".join(sorted({a, b})))


way_of_attack = Comparison("way of attack", {"same way": 1.0, "another way": -6.0}, way, same_way)
check_laws(way_of_attack)

# %% [markdown]
# `claimrec.testing` also has the made-up values, for tests of your own. Here: whatever several outlets make of one
# incident, with other spellings, hedges, delays and gaps, the new rule parts none of it.

# %%
from hypothesis import given, settings

from claimrec.matching.shipped import COMPARISONS
from claimrec.testing import accounts_of_one_incident

rules = [*COMPARISONS, way_of_attack]
lexicon = cr.load_lexicon()


@settings(max_examples=25, deadline=None, derandomize=True)
@given(accounts_of_one_incident())
def the_rule_parts_no_accounts_of_one_incident(told):
    before = cr.reconcile(told, comparisons=COMPARISONS, lexicon=lexicon)
    after = cr.reconcile(told, comparisons=rules, lexicon=lexicon)
    assert len(after.incidents) <= len(before.incidents)


the_rule_parts_no_accounts_of_one_incident()

# %% [markdown]
# ## What changes
#
# The rule goes beside the shipped ones. The strike and the ambush are two incidents, and nothing is contradicted:

# %%
result = cr.reconcile(claims, comparisons=rules)
result

# %%
result.explain(named["Harbour Wire"], named["Coast News"])

# %% [markdown]
# More on comparisons, conditions, vetoes and checks: [Writing a rule](../../docs/writing_a_rule.md).
