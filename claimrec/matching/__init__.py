"""From claims to incidents: candidate pairs, evidence that adds up, clusters."""
