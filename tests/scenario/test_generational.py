import pytest
from pydantic import ValidationError

from gcsim.collector.generations import Generations
from gcsim.scenario.generational import Generational


def test_without_a_word_the_generations_are_those_of_the_model() -> None:
    section, model = Generational(), Generations()
    assert (section.nursery, section.factor) == (model.nursery, model.factor)


def test_sizes_carry_their_unit() -> None:
    section = Generational.model_validate({"nursery": "64MiB", "factor": 3})
    assert (section.nursery, section.factor) == (64 << 20, 3.0)


@pytest.mark.parametrize(
    ("keys", "advice"),
    [
        ({"nursery": 65536}, "unit"),
        ({"nursery": "1KiB"}, "use at least 4KiB"),
        ({"factor": 0.5}, r"use a number from 1 on \(times the live data\)"),
        ({"nurserry": "1MiB"}, "did you mean nursery?"),
    ],
)
def test_what_does_not_fit_is_told_what_would_do(keys: dict[str, object], advice: str) -> None:
    with pytest.raises(ValidationError, match=advice):
        Generational.model_validate(keys)


def test_every_key_is_described() -> None:
    schema = Generational.model_json_schema()["properties"]
    assert all(key["description"] for key in schema.values())
