"""Announcements without a date."""
