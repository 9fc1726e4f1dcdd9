"""Many documents: batch, cluster, index."""
