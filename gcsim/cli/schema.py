"""``gcsim schema``."""

from gcsim.cli.output import print_json

__all__ = ["EXAMPLE", "schema"]

EXAMPLE = "Example: gcsim schema > configs/schema.json"


def schema() -> None:
    """Print the JSON schema of scenario files, for editors that complete and check them."""
    from gcsim.scenario import json_schema

    print_json(json_schema())
