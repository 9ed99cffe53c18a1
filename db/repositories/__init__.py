"""Writers and finders of rows, one for each noun; they give back what the domain knows."""
