"""The pages: each area parses what came in, calls one use case and shows what came back."""
