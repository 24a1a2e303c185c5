"""What only the whole story tells: who is who over all its documents."""
