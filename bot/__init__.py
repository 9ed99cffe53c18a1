"""The application: settings, commands, and the only place that wires, starts and stops."""
