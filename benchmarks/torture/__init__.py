"""Long runs that try to lose, double or alter a record. `make torture` runs each module."""
