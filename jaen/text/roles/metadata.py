def find_metadata(article, blocks):
    return ()
