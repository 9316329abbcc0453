"""What is wrong with a text: one function per check; its docstring is its title."""
