"""From an incident to what cannot all be true in it, and the range that remains."""
