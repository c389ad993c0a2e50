"""Neighbours fetched over the network, and nothing else is: what they tell becomes copies beside ideas/."""
