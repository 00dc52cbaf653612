"""Unbend: a self-hosted exercise programme for a sore or stiff lower back."""
