"""Who published what: articles, sources, actors, and claims with their exact words."""
