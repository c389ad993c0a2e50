"""Work handed to other processes, where the machine has several processors."""
