"""Other generators on the same content, measured in the same run as ours."""
