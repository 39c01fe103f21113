"""What the world holds: regions, city groups, departments, and the vocabularies of industry, as data files."""
