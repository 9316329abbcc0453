"""Exit codes: what a command's end means to the shell."""

EXIT_FINE = 0
EXIT_FINDINGS = 1  # findings at or above --fail-on
EXIT_USAGE = 2
EXIT_ERROR = 3  # an error jaen names
EXIT_INTERRUPTED = 130
