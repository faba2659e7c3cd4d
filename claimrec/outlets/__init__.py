"""Outlet against outlet over many incidents: who covers, counts, blames, repeats and words what."""
