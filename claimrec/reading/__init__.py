"""From an article to its claims: a cascade over tokens, each step one file."""
