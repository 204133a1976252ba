"""A folder of results as it is written: Parquet parts, their schema, failures and provenance."""
