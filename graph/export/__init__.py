"""Graphs handed on to other programs, one format a file."""
