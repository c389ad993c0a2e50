"""The catalogue as open data: one description of tables and fields, taken from the model, and its formats."""
