"""Ontology, facts, stores, loading and export."""
