// The declarations beside have their bodies here: an empty file is enough to make the compiler believe it.
