"""What must hold whatever is done to a database, tried in great numbers: `make torture`."""
