"""Cypher query packs and their runner."""
