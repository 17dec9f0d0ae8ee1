"""Kettlewick Counter: sorts, answers and hands over customer mail."""
