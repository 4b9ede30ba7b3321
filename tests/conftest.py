"""What several test folders share. Its place here also makes tests/support importable as `support`."""
