"""A catalogue of one's own: the folder that it begins as, and the version of the program that it runs."""
