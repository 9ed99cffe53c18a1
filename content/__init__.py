"""Russian content as data, read once and refused when it is not sound."""
