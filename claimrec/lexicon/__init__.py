"""Words are data: TOML packs, one file a kind of word, and the one loader that checks and freezes them."""
