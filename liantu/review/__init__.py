"""The doubtful facts of a graph as a workbook in which people decide, and their decisions back out of it."""
