"""What people see, as data: an outcome of a use case becomes a `Screen`."""
