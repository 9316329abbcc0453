"""Several articles against each other: copies, stories, who says what, when, and in which words."""
