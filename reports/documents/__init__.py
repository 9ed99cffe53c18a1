"""Papers: PDF, XLSX and text."""
