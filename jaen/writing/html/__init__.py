"""The report a person reads: one HTML file that needs nothing else."""
