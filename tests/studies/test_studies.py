from types import ModuleType

from gcsim import studies


def test_every_public_name_of_the_package_is_exported() -> None:
    public = {name for name, value in vars(studies).items() if name[0] != "_" and not isinstance(value, ModuleType)}
    assert public == set(studies.__all__)
