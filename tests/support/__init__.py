"""What several tests share. Import it as `support`."""
