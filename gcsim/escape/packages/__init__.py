"""From paths to checked packages: files and folders, their imports, the standard library's stubs."""
