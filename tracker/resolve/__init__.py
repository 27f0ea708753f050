"""Mention to agent."""
