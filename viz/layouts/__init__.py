"""The layouts, one a file; viz/layout.py is the table of them."""
