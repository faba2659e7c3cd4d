"""What voices tell of incidents: parts and wholes, sums, lists, loose words, sides, later figures, and huge ones."""

from datetime import timedelta

from factory import DAY, claim, incident
from hypothesis import strategies as st

from claimrec.judging.coded import BEYOND
from claimrec.values.place import Place

PLACES = (None, Place("Oak Town", "North", 10.0, 10.0, 2.0), Place("Ash Town", "North", 10.3, 10.0, 2.0))

said = st.sampled_from(
    [
        "",
        "12 killed",
        "at least 12 killed; 1 man killed",
        "15 army killed, including 4 officers",
        "9 killed, including 3 children wounded",
        "14 civilians killed, 25 soldiers, 9 bodies",
        "dozens of people wounded",
        "about 13 killed",
        "nearly 20 civilians killed",
        "16 killed or wounded",
        "5 wounded",
        "6 women killed, 7 men",
        "2 guards killed",
        "2 militiamen killed, 1 child",
        "12 army killed",
        "12 soldiers killed",
        "20 fighters killed",
        "8 civilians killed, 7 soldiers",
        "several strangers killed",
        "3 civilians killed; 9 wounded",
        "4 children killed",
        "up to 5 women killed",
        f"{BEYOND + 1} killed",
        f"{BEYOND + 2} killed",
    ]
)
claims = st.lists(
    st.builds(
        claim,
        said,
        source=st.sampled_from(["Agency A", "Rights Monitor", "Northern News", "witnesses"]),
        via=st.sampled_from([(), ("Daily A",)]),
        article=st.sampled_from(["a1", "a2", "a3"]),
        published=st.sampled_from([None, DAY, DAY + timedelta(days=1)]),
        day=st.sampled_from([None, DAY, DAY + timedelta(days=3)]),
        place=st.sampled_from(PLACES),
        place_words=st.sampled_from([None, "Oak", "the town of Oak"]),
        event=st.sampled_from([None, "ambush", "raid"]),
        by=st.sampled_from([None, "Dune Group", "Northern army"]),
        stance=st.sampled_from(["accused", "claimed", "denied"]),
        level=st.sampled_from(["incident", "incident", "incident", "aggregate"]),
        unit=st.sampled_from(["person", "person", "person", "household"]),
    ),
    min_size=1,
    max_size=6,
)
incidents = st.lists(claims, min_size=1, max_size=3).map(
    lambda groups: [incident(*told, name=f"incident {place}") for place, told in enumerate(groups)]
)
"""A few incidents, each told by a few claims."""
