"""The JSON schema of scenario files, for editors that check and complete while one writes."""

from typing import Any

from pydantic.json_schema import models_json_schema

from gcsim.scenario.dimensions import LARGEST_STUDY
from gcsim.scenario.models import Scenario, StudySettings

__all__ = ["json_schema"]

_LOGSPACE = {
    "type": "object",
    "description": "from, to, n: so many values from one to the other, evenly on a logarithmic scale",
    "properties": {
        "logspace": {
            "type": "array",
            "prefixItems": [
                {"type": ["number", "string"]},
                {"type": ["number", "string"]},
                {"type": "integer", "minimum": 2, "maximum": LARGEST_STUDY},
            ],
            "minItems": 3,
            "maxItems": 3,
        }
    },
    "required": ["logspace"],
    "additionalProperties": False,
}
_OF_THE_STUDY = ("Replications", "Target")
"""Sections that hold for a study as a whole, so that nothing in them is swept."""

_ZIP = {
    "description": "lists of swept keys that move together, such as [[go, workload.live_heap]]",
    "type": "array",
    "items": {"type": "array", "items": {"type": "string"}, "minItems": 2},
}


def json_schema() -> dict[str, Any]:
    """Describe scenario files.

    Returns
    -------
    dict
        A JSON schema (draft 2020-12). Any value of a run may be a sweep in it. It is a little wider than the loader:
        what only shows in several values together is left to that.
    """
    _, schema = models_json_schema([(Scenario, "validation"), (StudySettings, "validation")])
    definitions = {name: _tidied(definition) for name, definition in schema["$defs"].items()}
    run, study = definitions.pop("Scenario"), definitions.pop("StudySettings")
    del definitions["Costs"]  # what costs become, not what a file says of them
    for name, definition in definitions.items():
        if name in _OF_THE_STUDY:
            continue
        definition["properties"] = {key: _sweepable(value) for key, value in definition["properties"].items()}
    of_a_run = {key: _sweepable(value) for key, value in run["properties"].items() if key != "replication"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "gcsim scenario",
        "description": "One run of gcsim, or the runs of a sweep.",
        "type": "object",
        "properties": {**of_a_run, **study["properties"], "zip": _ZIP},
        "required": run["required"],
        "additionalProperties": False,
        "$defs": {**definitions, "Logspace": _LOGSPACE},
    }


def _tidied(schema: Any) -> Any:  # noqa: ANN401  # any part of a JSON document
    """Drop what pydantic adds for itself: titles, null for what may be left out, OpenAPI's discriminator."""
    if isinstance(schema, list):
        return [_tidied(item) for item in schema if item != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    dropped = {"title", "discriminator"}
    if not schema.get("default", True) or "pattern" in str(schema):
        dropped.add("default")  # empty, or the number of bytes or ns of a size or time, which a file may not hold
    tidied = {key: _tidied(value) for key, value in schema.items() if key not in dropped}
    alternatives = tidied.get("anyOf", ())
    if len(alternatives) == 1:
        del tidied["anyOf"]
        tidied = {**alternatives[0], **tidied}
    return tidied


def _sweepable(schema: dict[str, Any]) -> dict[str, Any]:
    """Let a sweep stand in the place of a value."""
    outer: dict[str, Any] = {key: schema[key] for key in ("description", "default") if key in schema}
    value = {key: item for key, item in schema.items() if key not in outer}
    if isinstance(value.get("additionalProperties"), dict):
        value["additionalProperties"] = _sweepable(value["additionalProperties"])
    sweep = {
        "type": "object",
        "description": "one run with each of these values",
        # the kind of a workload is one word in each alternative, but a sweep may hold several
        "properties": {
            "sweep": {"type": "array", "items": {"type": "string"} if "const" in value else value, "minItems": 1}
        },
        "required": ["sweep"],
        "additionalProperties": False,
    }
    numeric = any(kind in str(value) for kind in ("integer", "number", "pattern"))
    logspace = [{"$ref": "#/$defs/Logspace"}] if numeric else []
    return {**outer, "anyOf": [value, sweep, *logspace]}
