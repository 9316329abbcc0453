"""Many articles: batches over processes, each article on its own."""
