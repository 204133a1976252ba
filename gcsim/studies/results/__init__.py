"""A folder of results as it is read: tables, an overview, queries and exports."""
