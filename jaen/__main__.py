"""`python -m jaen` is the command `jaen`."""

from jaen.cli import main

if __name__ == "__main__":
    main()
