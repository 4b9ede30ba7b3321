"""The opinion that ships with Renvois, read by `renvois demo` and by the tests."""
