import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gcsim.costs import Costs
from gcsim.mechanisms import Mechanisms
from gcsim.scenario import json_schema
from gcsim.scenario.models import Forest, Scenario, StudySettings
from gcsim.scenario.section import known_keys

COMMITTED = Path(__file__).parents[2] / "configs" / "schema.json"


def parts(schema: object) -> Iterator[dict[str, Any]]:
    """Every mapping of a JSON document."""
    if isinstance(schema, dict):
        yield schema
    for value in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(value)


def test_the_committed_schema_is_current() -> None:
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == json_schema(), "gcsim schema > configs/schema.json"


def test_the_schema_knows_the_keys_that_the_loader_knows() -> None:
    schema = json_schema()
    keys = {*known_keys(Scenario), *known_keys(StudySettings), "zip"} - {"replication"}
    assert schema["properties"].keys() == keys
    assert set(schema["required"]) == {"name", "go", "hardware", "workload"}
    definitions = schema["$defs"]
    assert definitions["Forest"]["properties"].keys() == set(known_keys(Forest))
    assert definitions["MechanismChoices"]["properties"].keys() == {
        field.name for field in dataclasses.fields(Mechanisms)
    }
    assert definitions["CostChoices"]["properties"].keys() == {field.name for field in dataclasses.fields(Costs)}


def test_every_key_is_described() -> None:
    schema = json_schema()
    sections = [schema, *(schema["$defs"][name] for name in schema["$defs"] if name != "Logspace")]
    for section in sections:
        for key, value in section["properties"].items():
            assert key == "kind" or value["description"], key


def test_costs_are_described_with_their_unit_and_source() -> None:
    described = json_schema()["$defs"]["CostChoices"]["properties"]["mcache_flush_ns"]["description"]
    assert described == "ns a P (published: 5 us a P (a475a38a3d))"


def test_any_value_of_a_run_may_be_a_sweep_and_no_other() -> None:
    properties = json_schema()["properties"]
    swept = {key for key, value in properties.items() if any("sweep" in part for part in parts(value))}
    assert swept == set(known_keys(Scenario)) - {"name", "replication"}


def test_every_reference_leads_somewhere_and_no_definition_is_left_over() -> None:
    schema = json_schema()
    used = {part["$ref"].removeprefix("#/$defs/") for part in parts(schema) if "$ref" in part}
    assert used == schema["$defs"].keys()
