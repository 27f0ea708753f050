"""Reading what is to be checked: an export, or an SQLite file."""
