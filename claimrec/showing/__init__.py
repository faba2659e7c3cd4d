"""What a person sees: plain text, terminal tables, one HTML page; nothing else formats."""
