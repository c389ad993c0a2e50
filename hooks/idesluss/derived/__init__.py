"""What follows from the catalogue as a whole, computed and never written by hand."""
