"""The rules: one rule, one module."""
