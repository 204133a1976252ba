"""The reference program's sizes are those that the real program was seen to have."""

import pytest

from gcsim.workloads.forest import (
    MESSAGE_BYTES,
    forest_nodes,
    map_allocation,
    message_operation,
    node_allocation,
    parked_stack,
)

MIB = 1 << 20


def test_the_forest_of_128_mib_is_the_one_that_was_measured() -> None:
    assert forest_nodes(128 * MIB, 256) * node_allocation(256, 16, grows=True).size / MIB == pytest.approx(
        121.7, abs=0.15
    )


def test_a_forest_is_made_of_whole_trees_and_of_one_at_least() -> None:
    assert forest_nodes(1, 256) == 1023
    assert forest_nodes(2 * 1023 * 320, 256) == 2046
    assert forest_nodes(2 * 1023 * 320 - 1, 256) == 1023


def test_a_node_has_its_payload_beside_it() -> None:
    node = node_allocation(256, 16, grows=False)
    assert (node.size, node.objects, node.scan_bytes) == (48 + 256, 2, 24)


def test_a_node_without_payload_is_one_object() -> None:
    node = node_allocation(0, 16, grows=False)
    assert (node.size, node.objects) == (48, 1)


def test_one_node_in_churn_is_stored_to_a_leaf_too() -> None:
    assert node_allocation(256, 16, grows=False).pointer_stores == 2 + 1 / 16
    assert node_allocation(256, 1, grows=False).pointer_stores == 3


@pytest.mark.parametrize("grows", [True, False])
def test_only_a_forest_that_is_being_built_grows(grows: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert node_allocation(256, 16, grows=grows).grows is grows


def test_a_message_holds_no_pointers_and_replaces_one() -> None:
    operation = message_operation(650.0)
    assert operation.ns == 650.0
    assert operation.call_free_ns == 0
    assert operation.allocation.size == MESSAGE_BYTES
    assert operation.allocation.scan_bytes == 0
    assert not operation.allocation.grows


def test_a_growing_map_holds_its_messages_and_its_buckets() -> None:
    entry = map_allocation()
    assert entry.grows
    assert MESSAGE_BYTES + 272 / 6.5 < entry.size < MESSAGE_BYTES + 272 / 3.25
    assert entry.scan_bytes == pytest.approx(entry.size - MESSAGE_BYTES, abs=0.5)


@pytest.mark.parametrize("kib", [0, 1, 32])
def test_a_parked_goroutine_has_a_frame_of_128_pointers_for_each_kib_and_one_more(kib: int) -> None:
    size, pointers = parked_stack(kib)
    assert pointers == 128 * (kib + 1)
    assert 8 * pointers < size < 8 * pointers * 1.1
