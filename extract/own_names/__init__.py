"""The user's own names: tables of them are read and checked, and found in texts before Liantu's own vocabularies."""
