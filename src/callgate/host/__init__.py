"""The embedder's API: machines, limits, tools and what crosses between host and guest."""
