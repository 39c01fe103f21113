"""The command line of Liantu (链图): the only place that puts graph, extract, queries and viz together."""

__version__ = "0.1.0"
