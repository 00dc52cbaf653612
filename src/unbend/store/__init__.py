"""Where entries, people and accounts are kept: all of Django's models, the migrations, and the store over them."""
