"""What is read by the command line and exports."""
