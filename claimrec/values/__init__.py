"""Plain values and their algebra; they know nothing of news."""
