"""`python -m liantu` is the command `liantu`."""

from liantu.cli import main

main()
