"""Questions over several tables: what screens, papers and ticks look at."""
