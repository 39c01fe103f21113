"""Cypher query packs and their runner."""

from queries.header import Pack, Parameter
from queries.packs import packs
from queries.runner import Table, run

__all__ = ["Pack", "Parameter", "Table", "packs", "run"]
