"""`jaen glossary`: an editor's day, one module per group of commands."""
